package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardFormatException;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.event.DeviceName;
import org.silverteller.host.Advice.Kind;
import org.silverteller.host.Advice.Reason;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.HostFault;
import org.silverteller.host.Reply;
import org.silverteller.money.Money;

class SignOnTest extends LinkBench {

  @Test
  void takes_the_keys_into_the_pad_and_is_ready() throws HostFault, DeviceFault {
    signOn();
    assertThat(link.ready()).isTrue();
    verify(pad).importKey(KeyHandle.PIN, Arrays.copyOf(keys(-1), 16));
    verify(pad).importKey(KeyHandle.MAC, Arrays.copyOfRange(keys(-1), 20, 36));
    assertThat(wire.last().text(Field.REASON)).hasValue("00000001001");
    assertThat(wire.last().fields()).containsExactly(11, 41, 42, 60);
  }

  @ParameterizedTest
  @CsvSource({"16, PIN", "38, MAC"})
  void a_wrong_check_value_keeps_it_from_service_and_is_told(int wrongAt, String key)
      throws HostFault {
    wire.host(
        (asked, line) ->
            line.arrive(
                codec.encode(signOnAnswer(asked, "00").set(Field.KEYS, keys(wrongAt)).build())));
    assertThat(link.signOn()).isFalse();
    assertThat(link.ready()).isFalse();
    assertThat(notes).containsExactly("SIGN-ON REFUSED " + key + " key: check value differs");
  }

  @Test
  void keys_of_an_odd_length_are_refused() throws HostFault {
    wire.host(
        (asked, line) ->
            line.arrive(
                codec.encode(signOnAnswer(asked, "00").set(Field.KEYS, new byte[41]).build())));
    assertThat(link.signOn()).isFalse();
    assertThat(notes)
        .containsExactly("SIGN-ON REFUSED field 62 of 41 bytes: expected 24, 40 or 60");
  }

  @Test
  void a_key_that_the_pad_refuses_is_told() throws HostFault, DeviceFault {
    doThrow(new DeviceFault(DeviceName.PIN_PAD, DeviceFault.Kind.KEY, "no master key"))
        .when(pad)
        .importKey(any(), any());
    wire.host(
        (asked, line) ->
            line.arrive(codec.encode(signOnAnswer(asked, "00").set(Field.KEYS, keys(-1)).build())));
    assertThat(link.signOn()).isFalse();
    assertThat(notes).containsExactly("SIGN-ON REFUSED PIN key: PIN_PAD KEY: no master key");
  }

  @Test
  void a_host_that_refuses_or_is_silent_is_not_ready() throws HostFault {
    wire.host((asked, line) -> line.arrive(codec.encode(signOnAnswer(asked, "97").build())));
    assertThat(link.signOn()).isFalse();
    wire.host((asked, line) -> {});
    assertThat(link.signOn()).isFalse();
    assertThat(notes).contains("SIGN-ON REFUSED code 97", "SIGN-ON REFUSED no answer");
  }

  @Test
  void a_line_that_went_down_since_must_sign_on_again() throws HostFault, CardFormatException {
    signOn();
    wire.blink();
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.NotSent());
    assertThat(link.ready()).isFalse();
    signOn();
    assertThat(link.ready()).isTrue();
  }

  @Test
  void nothing_is_sent_before_it() throws CardFormatException {
    assertThat(link.authorise(withdrawal())).isEqualTo(new Reply.NotSent());
    assertThat(link.deliver(advice(Kind.REVERSAL, Money.ZERO, Reason.TIME_OUT, 0)))
        .isEqualTo(AdviceAnswer.SILENCE);
    assertThat(wire.heard()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8, 24", "16, 40", "16, 60"})
  void keys_of_single_and_double_length_are_taken_and_a_track_key_beside_them_left(
      int keyLength, int fieldLength) throws HostFault, DeviceFault {
    byte[] field = new byte[fieldLength];
    for (int i = 0; i < keyLength; i++) {
      field[i] = (byte) (i + 1);
      field[keyLength + 4 + i] = (byte) (i + 101);
    }
    System.arraycopy(field, 0, field, keyLength, 3);
    System.arraycopy(field, keyLength + 4, field, 2 * keyLength + 4, 3);
    answersSignOn("00", reply -> reply.set(Field.KEYS, field));
    assertThat(link.signOn()).isTrue();
    verify(pad).importKey(KeyHandle.PIN, Arrays.copyOf(field, keyLength));
    verify(pad)
        .importKey(KeyHandle.MAC, Arrays.copyOfRange(field, keyLength + 4, 2 * keyLength + 4));
    verify(pad, times(2)).importKey(any(), any());
  }

  @Test
  void a_pad_that_tells_less_than_three_bytes_of_check_value_has_proven_nothing()
      throws HostFault, DeviceFault {
    doReturn(new byte[] {1, 2}).when(pad).importKey(any(), any());
    answersSignOn("00", reply -> reply.set(Field.KEYS, keys(-1)));
    assertThat(link.signOn()).isFalse();
    assertThat(notes).containsExactly("SIGN-ON REFUSED PIN key: check value differs");
  }

  /** Where keys come in a message of their own, those in the pad are good until then. */
  @ParameterizedTest
  @CsvSource({
    "CUPS, true,  true,  true",
    "CUPS, true,  false, false",
    "CUPS, false, true,  false",
    "TERMINAL,  true,  true,  false"
  })
  void a_sign_on_without_keys_counts_only_between_banks_and_with_both_keys_in_the_pad(
      Dialect dialect, boolean pin, boolean mac, boolean accepted) throws HostFault {
    when(pad.holds(KeyHandle.PIN)).thenReturn(pin);
    when(pad.holds(KeyHandle.MAC)).thenReturn(mac);
    speak(dialect);
    answersSignOn("00", reply -> reply);
    assertThat(link.signOn()).isEqualTo(accepted);
    assertThat(link.ready()).isEqualTo(accepted);
    assertThat(notes).hasSize(accepted ? 0 : 1);
  }

  @Test
  void without_a_line_it_is_a_fault() {
    wire.breakWhenSending(false);
    assertThatThrownBy(() -> link.signOn())
        .isInstanceOfSatisfying(
            HostFault.class, fault -> assertThat(fault.kind()).isEqualTo(HostFault.Kind.DOWN));
    assertThat(link.ready()).isFalse();
  }

  @Test
  void a_silent_host_gets_a_new_connection_and_one_that_hung_up_has_one_already() throws HostFault {
    wire.host((asked, line) -> {});
    link.signOn();
    assertThat(wire.renewals()).isEqualTo(1);
    wire.host((asked, line) -> line.blink());
    link.signOn();
    assertThat(wire.renewals()).isEqualTo(1);
  }

  @Test
  void a_host_that_signs_the_terminal_on_during_a_cut_over_is_asked_again_afterwards()
      throws HostFault {
    answersSignOn("90", reply -> reply);
    assertThat(link.signOn()).isFalse();
    int asked = wire.heard().size();
    assertThat(link.signOn()).isFalse();
    assertThat(wire.heard()).hasSize(asked);
  }

  private void answersSignOn(String code, UnaryOperator<Message.Builder> changed) {
    wire.host(
        (asked, line) ->
            line.arrive(codec.encode(changed.apply(signOnAnswer(asked, code)).build())));
  }
}
