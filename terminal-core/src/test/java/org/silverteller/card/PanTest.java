package org.silverteller.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PanTest {

  @Property
  void shows_at_most_the_first_six_and_the_last_four(
      @ForAll @NumericChars @StringLength(min = 12, max = 19) String digits)
      throws CardFormatException {
    Pan pan = Pan.of(digits);

    assertThat(pan).hasToString(pan.masked());
    assertThat(pan.masked())
        .hasSameSizeAs(digits)
        .startsWith(digits.substring(0, 6))
        .endsWith(digits.substring(digits.length() - 4));
    assertThat(pan.masked().substring(6, digits.length() - 4)).matches("\\*+");
    assertThat(pan.reveal()).isEqualTo(digits);
  }

  @Property
  void tells_no_digit_of_what_is_no_pan(
      @ForAll @NumericChars @StringLength(min = 5, max = 11) String shorter,
      @ForAll @NumericChars @StringLength(min = 20, max = 60) String longer) {
    for (String text : new String[] {shorter, longer, shorter + "x" + shorter}) {
      var refused = catchThrowableOfType(CardFormatException.class, () -> Pan.of(text));

      assertThat(Leaks.in(refused, text)).isEmpty();
    }
  }

  @Test
  void takes_a_number_whose_check_digit_is_wrong() throws CardFormatException {
    assertThat(Pan.of("6228480000000000001").lastFour()).isEqualTo("0001");
  }

  @Test
  void refuses_digits_of_other_scripts() {
    assertThat(catchThrowableOfType(CardFormatException.class, () -> Pan.of("٤٥٦٤٥٦٤٥٦٤٥٦٤٥٦٤")))
        .hasMessage("PAN of 16 characters: expected 12–19 digits");
  }

  @Test
  void is_equal_by_its_digits() throws CardFormatException {
    assertThat(Pan.of("6228481234567890123"))
        .isEqualTo(Pan.of("6228481234567890123"))
        .hasSameHashCodeAs(Pan.of("6228481234567890123"))
        .isNotEqualTo(Pan.of("6228481234567890124"));
  }
}
