package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  private static final long LARGEST = 999_999_999_999L;

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "5, 0.05",
    "9, 0.09",
    "10, 0.10",
    "150000, 1500.00",
    "999999999999, 9999999999.99"
  })
  void is_written_with_a_point_and_no_grouping(long fen, String written) {
    assertThat(Money.ofFen(fen)).hasToString(written);
  }

  @Property
  void gives_back_what_was_added(
      @ForAll @LongRange(max = LARGEST / 2) long fen,
      @ForAll @LongRange(max = LARGEST / 2) long more) {
    Money sum = Money.ofFen(fen).plus(Money.ofFen(more));

    assertThat(sum.minus(Money.ofFen(more))).isEqualTo(Money.ofFen(fen));
    assertThat(sum.isMoreThan(Money.ofFen(fen))).isEqualTo(more > 0);
  }

  @Test
  void is_never_negative_and_never_more_than_twelve_digits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.ofYuan(1).minus(Money.ofFen(101)))
        .withMessage("amount of -1 fen is outside 0 … 999999999999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.ofFen(LARGEST).plus(Money.ofFen(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Money.ofYuan(1).times(-1));
  }

  @Test
  void is_nothing_only_at_zero() {
    assertThat(Money.ZERO.isZero()).isTrue();
    assertThat(Money.ofFen(1).isZero()).isFalse();
  }

  @Test
  void counts_whole_yuan_and_drops_the_rest() {
    assertThat(Money.ofFen(12_99).yuan()).isEqualTo(12);
    assertThat(Money.ofYuan(12).fen()).isEqualTo(12_00);
  }
}
