package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.times;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.CardFormatException;
import org.silverteller.device.DeviceFault;
import org.silverteller.host.HostFault;
import org.silverteller.host.Reply;
import org.silverteller.host.Reply.Unknown.Cause;

class UnaskedMessagesTest extends LinkBench {

  @BeforeEach
  void signedOn() throws HostFault {
    signOn();
    wire.host((asked, line) -> {});
  }

  private Message.Builder network(Mti mti, String code) {
    return Message.of(mti).set(7, "1123104600").set(11, "000777").set(33, "00010000").set(70, code);
  }

  private void arrives(Message message) throws HostFault {
    wire.arrive(Duration.ZERO, codec.encode(message));
    link.attend();
  }

  @ParameterizedTest
  @ValueSource(strings = {"201", "202", "301"})
  void are_answered(String code) throws HostFault {
    arrives(network(Mti.NETWORK_ADVICE, code).build());
    assertThat(wire.last())
        .isEqualTo(network(Mti.NETWORK_ADVICE_RESPONSE, code).set(39, "00").build());
  }

  @Test
  void a_cut_over_takes_the_terminal_out_of_service_until_its_end() throws HostFault {
    arrives(network(Mti.NETWORK_ADVICE, "201").build());
    assertThat(link.ready()).isFalse();
    arrives(network(Mti.NETWORK_ADVICE, "202").build());
    assertThat(link.ready()).isTrue();
  }

  @Test
  void new_keys_are_taken() throws HostFault {
    arrives(network(Mti.NETWORK_REQUEST, "101").set(62, keys(-1)).build());
    assertThat(wire.last().text(39)).hasValue("00");
    assertThat(link.ready()).isTrue();
  }

  @Test
  void wrong_new_keys_are_refused_and_a_sign_on_is_due() throws HostFault {
    arrives(network(Mti.NETWORK_REQUEST, "101").set(62, keys(16)).build());
    assertThat(wire.last().text(39)).hasValue("A7");
    assertThat(link.ready()).isFalse();
  }

  @Test
  void new_keys_do_not_change_under_a_reply_that_is_on_its_way()
      throws CardFormatException, DeviceFault {
    clearInvocations(pad);
    wire.host(
        (asked, line) -> {
          if (asked.mti() == Mti.FINANCIAL_REQUEST) {
            line.arrive(
                codec.encode(network(Mti.NETWORK_REQUEST, "101").set(62, keys(-1)).build()));
            line.arrive(sealed(answer(asked, "00").build()));
          }
        });
    assertThat(link.authorise(withdrawal()).approved()).isTrue();
    var order = inOrder(pad);
    order.verify(pad, times(2)).mac(any(), any());
    order.verify(pad, times(2)).importKey(any(), any());
    assertThat(wire.last().text(39)).hasValue("00");
  }

  @Test
  void those_of_another_terminal_and_requests_for_money_are_dropped() throws HostFault {
    arrives(network(Mti.NETWORK_REQUEST, "101").set(62, keys(-1)).set(41, "10000002").build());
    arrives(Samples.withdrawal());
    assertThat(wire.heard()).hasSize(1);
    assertThat(notes)
        .containsExactly(
            "0800 STAN 000777 NOT FOR THIS TERMINAL, DROPPED",
            "0200 STAN 000017 NOT FOR THIS TERMINAL, DROPPED");
  }

  @Test
  void garbage_is_noted_and_harms_nothing() throws HostFault {
    wire.arrive(Duration.ZERO, new byte[] {1, 2, 3});
    link.attend();
    assertThat(notes)
        .containsExactly("MALFORMED message of 3 bytes: expected at least MTI and bitmap");
    assertThat(link.ready()).isTrue();
  }

  @Test
  void an_echo_that_nobody_answers_takes_the_link_out_of_service() throws HostFault {
    wire.host(
        (asked, line) ->
            line.arrive(
                codec.encode(
                    Message.of(Mti.NETWORK_RESPONSE)
                        .echo(asked, 7, 11, 33, 41, 70)
                        .set(39, "00")
                        .build())));
    assertThat(link.echo()).isTrue();
    assertThat(wire.last().text(70)).hasValue("301");
    wire.host((asked, line) -> {});
    assertThat(link.echo()).isFalse();
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_line_that_is_down_is_neither_connected_nor_ready() {
    wire.down();
    assertThat(link.connected()).isFalse();
    assertThat(link.ready()).isFalse();
  }

  @Test
  void keys_in_good_order_do_not_sign_on_a_link_that_is_not() throws HostFault {
    hostIsSilent();
    assertThat(link.ready()).isFalse();
    arrives(network(Mti.NETWORK_REQUEST, "101").set(62, keys(-1)).build());
    assertThat(wire.last().text(39)).hasValue("00");
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_key_change_without_keys_is_refused() throws HostFault {
    arrives(network(Mti.NETWORK_REQUEST, "101").build());
    assertThat(wire.last().text(39)).hasValue("A7");
    assertThat(notes).containsExactly("NEW KEYS REFUSED no keys in field 62");
    assertThat(link.ready()).isFalse();
  }

  @Test
  void those_of_an_unknown_code_are_noted_and_acknowledged() throws HostFault {
    arrives(network(Mti.NETWORK_ADVICE, "999").build());
    assertThat(wire.last().text(39)).hasValue("00");
    assertThat(notes).containsExactly("0820 STAN 000777 OF UNKNOWN NETWORK CODE");
    assertThat(link.ready()).isTrue();
  }

  @Test
  void an_echo_that_is_refused_takes_the_link_out_of_service() throws HostFault {
    answersEcho("97");
    assertThat(link.echo()).isFalse();
    assertThat(link.ready()).isFalse();
  }

  @Test
  void an_echo_that_is_answered_signs_nobody_on() throws HostFault {
    hostIsSilent();
    answersEcho("00");
    assertThat(link.echo()).isTrue();
    assertThat(link.ready()).isFalse();
  }

  @Test
  void an_echo_without_a_line_is_a_fault_and_a_sign_on_is_due() {
    wire.breakWhenSending(false);
    assertThatThrownBy(() -> link.echo()).isInstanceOf(HostFault.class);
    assertThat(link.ready()).isFalse();
  }

  @Test
  void one_that_comes_at_the_very_end_of_the_wait_is_kept_and_the_reply_has_not_come()
      throws CardFormatException {
    wire.host(
        (asked, line) ->
            line.arrive(
                Duration.ofSeconds(30), codec.encode(network(Mti.NETWORK_ADVICE, "301").build())));
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.Unknown(Cause.SILENCE));
    assertThat(wire.last().mti()).isEqualTo(Mti.NETWORK_ADVICE_RESPONSE);
  }

  @Test
  void more_than_sixty_four_at_once_are_dropped_and_noted() throws CardFormatException {
    byte[] echo = codec.encode(network(Mti.NETWORK_ADVICE, "301").build());
    wire.host(
        (asked, line) -> {
          for (int i = 0; asked.mti() == Mti.FINANCIAL_REQUEST && i < 65; i++) {
            line.arrive(echo);
          }
        });
    link.authorise(withdrawal());
    assertThat(notes).containsOnlyOnce("0820 STAN 000777 LATE, DROPPED");
    assertThat(wire.heard())
        .filteredOn(heard -> heard.mti() == Mti.NETWORK_ADVICE_RESPONSE)
        .hasSize(64);
  }

  @Test
  void a_flood_of_late_answers_does_not_hold_up_the_terminal() throws HostFault {
    byte[] late = codec.encode(Samples.approval());
    for (int i = 0; i < 70; i++) {
      wire.arrive(Duration.ZERO, late);
    }
    link.attend();
    assertThat(notes).hasSize(64).containsOnly("0210 STAN 000017 LATE, DROPPED");
    link.attend();
    assertThat(notes).hasSize(70);
  }

  private void answersEcho(String code) {
    wire.host(
        (asked, line) ->
            line.arrive(
                codec.encode(
                    Message.of(Mti.NETWORK_RESPONSE)
                        .echo(asked, 7, 11, 33, 41, 70)
                        .set(39, code)
                        .build())));
  }

  private void hostIsSilent() throws HostFault {
    wire.host((asked, line) -> {});
    link.echo();
  }
}
