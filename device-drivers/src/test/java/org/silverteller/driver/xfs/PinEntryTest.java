package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.driver.xfs.PinEntry.AllKeys;
import org.silverteller.driver.xfs.PinEntry.HiddenPin;
import org.silverteller.event.Key;

class PinEntryTest {

  private static final PinEntry KEYS = of(new AllKeys());
  private static final PinEntry PIN = of(new HiddenPin(4, 12));
  private static final int CONTINUE = 6;
  private static final int HELP = 16_384;

  private static PinEntry of(PinEntry.Ask ask) {
    return new PinEntry(ask, null, new CompletableFuture<>());
  }

  private static Optional<Key> key(PinEntry entry, int digit, int completion) {
    try (XfsArena arena = new XfsArena(new XfsDialect(XfsVersion.V3_30, US_ASCII))) {
      return entry.key(
          arena.structure(Pin.WFSPINKEY).dword("ulDigit", digit).word("wCompletion", completion));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Key.class, names = "HIDDEN", mode = EnumSource.Mode.EXCLUDE)
  void tells_each_key_in_clear_while_keys_are_open(Key key) {
    int mask = 1 << (key.digit() ? key.value() : key.ordinal() - 1);
    Key expected = key;
    if (key == Key.CLEAR) {
      mask = Pin.WFS_PIN_FK_CLEAR;
    } else if (key == Key.CANCEL) {
      mask = Pin.WFS_PIN_FK_CANCEL;
    }
    assertThat(key(KEYS, mask, CONTINUE)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512})
  void no_digit_of_a_pin_comes_out_whatever_the_event_says(int mask) {
    assertThat(key(PIN, mask, CONTINUE)).contains(Key.HIDDEN);
  }

  @Test
  void enter_and_cancel_of_a_pin_wait_for_the_completion() {
    assertThat(key(PIN, Pin.WFS_PIN_FK_ENTER, Pin.WFS_PIN_COMPENTER)).isEmpty();
    assertThat(key(PIN, Pin.WFS_PIN_FK_CANCEL, Pin.WFS_PIN_COMPCANCEL)).isEmpty();
    assertThat(key(PIN, 0, Pin.WFS_PIN_COMPENTER)).isEmpty();
    assertThat(key(PIN, Pin.WFS_PIN_FK_CLEAR, Pin.WFS_PIN_COMPCLEAR)).contains(Key.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({"1, ENTER", "2, CANCEL", "7, CLEAR", "8, CLEAR"})
  void understands_providers_that_tell_a_function_key_by_the_completion_alone(
      int completion, Key expected) {
    assertThat(key(KEYS, 0, completion)).contains(expected);
  }

  @Test
  void keys_beside_the_screen_are_no_digits() {
    assertThat(key(KEYS, 1, Pin.WFS_PIN_COMPFDK)).isEmpty();
    assertThat(key(KEYS, 1, Pin.WFS_PIN_COMPCONTFDK)).isEmpty();
    assertThat(key(PIN, 1, Pin.WFS_PIN_COMPCONTFDK)).isEmpty();
  }

  @Test
  void takes_no_notice_of_keys_that_the_terminal_does_not_know() {
    assertThat(key(KEYS, HELP, CONTINUE)).isEmpty();
    assertThat(key(PIN, HELP, CONTINUE)).isEmpty();
    assertThat(key(KEYS, 3, CONTINUE)).as("two digits at once").isEmpty();
  }
}
