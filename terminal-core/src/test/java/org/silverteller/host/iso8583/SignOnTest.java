package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import java.util.Arrays;
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
}
