package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

  private final Message.Builder echo = Message.of(Mti.NETWORK_REQUEST).set(Field.STAN, "000001");

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 65, 129})
  void has_the_fields_of_the_standard_and_no_bitmap_among_them(int field) {
    assertThatThrownBy(() -> echo.set(field, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("field " + field + ": expected 2–128 without 65");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 66, 128})
  void has_every_other_field(int field) {
    assertThat(echo.set(field, "1").build().text(field)).hasValue("1");
  }

  @Test
  void is_equal_to_one_with_the_same_type_and_values() {
    Message one = echo.set(Field.KEYS, new byte[] {1, 2}).build();
    assertThat(one).isEqualTo(one.toBuilder().build()).hasSameHashCodeAs(one.toBuilder().build());
    assertThat(one)
        .isNotEqualTo(one.toBuilder().set(Field.KEYS, new byte[] {1, 3}).build())
        .isNotEqualTo(Message.of(Mti.NETWORK_ADVICE).echo(one, Field.STAN, Field.KEYS).build())
        .isNotEqualTo("0800 STAN 000001");
  }

  @Test
  void without_any_field_has_the_lower_place_for_a_mac() {
    Message empty = Message.of(Mti.NETWORK_REQUEST).build();
    assertThat(empty.fields()).isEmpty();
    assertThat(Dialect.TERMINAL.macField(empty)).isEqualTo(Field.MAC_64);
  }

  @Test
  void names_a_field_that_must_be_there() {
    assertThatThrownBy(() -> echo.build().required(Field.TERMINAL_ID))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageStartingWith("0800 without field 41");
  }

  @Test
  void takes_over_a_value_that_is_there_and_leaves_one_that_is_not() {
    Message message =
        echo.set(Field.RRN, Optional.of("112310000017"))
            .set(Field.AUTH_CODE, Optional.empty())
            .build();
    assertThat(message.fields()).containsExactly(Field.STAN, Field.RRN);
  }

  @ParameterizedTest
  @CsvSource({"0, field 0", "129, field 129", "127, field 127", "11, system trace audit number"})
  void a_field_without_a_name_is_shown_by_its_number(int field, String name) {
    assertThat(Field.name(field)).isEqualTo(name);
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_separator_stands_in_a_track_and_nowhere_else(Dialect dialect) {
    Iso8583Codec codec = new Iso8583Codec(dialect);
    assertThat(codec.encode(echo.set(Field.TRACK_2, "62=30").build())).isNotEmpty();
    assertThatThrownBy(() -> codec.encode(echo.set(Field.STAN, "00001=").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another character at position 6");
  }
}
