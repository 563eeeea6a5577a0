package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.money.Money;

class TransferRulesTest {

  private static final Money MOST = Money.ofYuan(50_000);

  @ParameterizedTest
  @CsvSource({"11, 19", "16, 29", "19, 16"})
  void refuse_account_numbers_that_no_field_holds(int least, int most) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(MOST, MOST, least, most))
        .withMessage(
            "accountMinDigits "
                + least
                + " and accountMaxDigits "
                + most
                + ": expected 12 … 28, in order");
  }

  @ParameterizedTest
  @CsvSource({"12, 28", "16, 16"})
  void take_the_account_numbers_that_fields_hold(int least, int most) {
    assertThat(rules(MOST, MOST, least, most).accountMaxDigits()).isEqualTo(most);
  }

  @Test
  void refuse_limits_of_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(Money.ZERO, MOST, 16, 19))
        .withMessage("ownMaxPerTransaction 0.00: expected more than nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(MOST, Money.ZERO, 16, 19))
        .withMessage("otherMaxPerTransaction 0.00: expected more than nothing");
  }

  @Test
  void limit_what_goes_to_others_apart_from_what_stays_the_customers() {
    TransferRules rules = rules(Money.ofYuan(200), Money.ofYuan(100), 16, 19);
    assertThat(rules.limitFor(true)).isEqualTo(Money.ofYuan(200));
    assertThat(rules.limitFor(false)).isEqualTo(Money.ofYuan(100));
  }

  private static TransferRules rules(Money own, Money other, int least, int most) {
    return new TransferRules(true, own, other, least, most, true, false);
  }
}
