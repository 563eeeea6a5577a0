package org.silverteller.card;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberMaskTest {

  @ParameterizedTest
  @CsvSource({
    "6228480402564890018, 622848*********0018",
    "4111111111111111, 411111******1111",
    "4222222222222, 422222***2222",
    "pan=6228480402564890018;, pan=622848*********0018;",
    "4111 1111 1111 1111, 4111 11** **** 1111",
    "4111-1111-1111-1111, 4111-11**-****-1111",
    "6228 4804 0256 4890 018, 6228 48** **** ***0 018",
    "3782 822463 10005, 3782 82**** *0005",
    "3056 930902 5904, 3056 93**** 5904",
    "622848 0402564890018, 622848 *********0018",
    "5A0A6228480402564890018F, 5A0A622848*********0018F",
    "卡号6228480402564890018。, 卡号622848*********0018。"
  })
  void leaves_the_first_six_and_last_four_digits(String text, String masked) {
    assertThat(CardNumberMask.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "D", "d"})
  void leaves_nothing_of_a_track_behind_the_card_number(String separator) {
    assertThat(CardNumberMask.mask(";6228480402564890018" + separator + "30122010000012345?"))
        .isEqualTo(";622848*********0018" + separator + "******************");
    assertThat(CardNumberMask.mask("123456789012" + separator + "3012201"))
        .isEqualTo("123456**9012" + separator + "*******");
  }

  @Test
  void leaves_nothing_of_a_number_too_long_for_a_card() {
    assertThat(CardNumberMask.mask("dump 166228480402564890018000000 end"))
        .isEqualTo("dump *************************** end");
  }

  @Test
  void masks_every_number_of_a_text() {
    assertThat(CardNumberMask.mask("4111111111111111 and\n4111111111111111"))
        .isEqualTo("411111******1111 and\n411111******1111");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing to hide",
        "RRN 061814000501 STAN 000501",
        "2026-06-18 14:30:15.123 INFO",
        "2026-06-18T14:30:15.123456789",
        "WITHDRAWAL 1500.00 STAN 000500 RESPONSE 00",
        "NOTES PRESENTED: 0,2,0,0 of 1482 50 310 955",
        "622848*********0018",
        "REVERSAL 0420 ORIG 000501 REQ 500 DISP 0 ACK 00"
      })
  void leaves_what_is_no_card_number(String text) {
    assertThat(CardNumberMask.mask(text)).isSameAs(text).isEqualTo(text);
  }

  @Property
  void shows_at_most_ten_digits_of_any_long_number(
      @ForAll @NumericChars @StringLength(min = 13, max = 40) String digits) {
    String masked = CardNumberMask.mask("x" + digits + "y");
    assertThat(masked).hasSize(digits.length() + 2).doesNotContain(digits);
    assertThat(masked.chars().filter(Character::isDigit).count()).isLessThanOrEqualTo(10);
    assertThat(CardNumberMask.mask(masked)).isEqualTo(masked);
  }
}
