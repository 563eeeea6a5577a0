package org.silverteller.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StanTest {

  @ParameterizedTest
  @CsvSource({"1, 000001", "17, 000017", "999999, 999999"})
  void has_six_digits(int value, String shown) {
    assertThat(new Stan(value)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_000_000})
  void is_never_anything_else(int value) {
    assertThatThrownBy(() -> new Stan(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("STAN " + value + ": expected 1–999999");
  }
}
