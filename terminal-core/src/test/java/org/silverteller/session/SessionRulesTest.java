package org.silverteller.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.money.Money;
import org.silverteller.money.NoteRecipe;
import org.silverteller.page.ProfileId;

class SessionRulesTest {

  private static final CardProduct OWN =
      new CardProduct(CardScheme.UNIONPAY, CardProduct.Issuer.OWN, false);
  private static final CardProduct FOREIGN =
      new CardProduct(CardScheme.VISA, CardProduct.Issuer.FOREIGN, false);

  @ParameterizedTest
  @CsvSource({"4, 12, 3", "4, 4, 1", "12, 12, 2"})
  void take_the_pins_of_the_standard(int min, int max, int tries) {
    assertThat(new PinRules(min, max, tries, false).maxDigits()).isEqualTo(max);
  }

  @ParameterizedTest
  @CsvSource({"3, 12, 3", "4, 13, 3", "6, 5, 3"})
  void refuse_pins_that_are_none(int min, int max, int tries) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PinRules(min, max, tries, false))
        .withMessageContaining("expected 4 … 12, in order");
  }

  @ParameterizedTest
  @CsvSource({"0", "4"})
  void refuse_no_try_and_more_than_three(int tries) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PinRules(4, 12, tries, false))
        .withMessage("tries " + tries + ": expected 1 … 3");
  }

  @Test
  void refuse_amounts_that_do_not_ascend() {
    List<Money> good = yuan(100, 200);
    for (List<Money> bad : List.of(yuan(200, 100), yuan(100, 100), yuan(0, 100))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules(bad, good, good, 5000, 3000, 200))
          .withMessageStartingWith("presets: ");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules(good, bad, good, 5000, 3000, 200))
          .withMessageStartingWith("elderPresets: ");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules(good, good, bad, 5000, 3000, 200))
          .withMessageStartingWith("smallPresets: ");
    }
  }

  @Test
  void refuse_limits_of_nothing() {
    List<Money> good = yuan(100, 200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(good, good, good, 0, 3000, 200))
        .withMessage("ownMaxPerTransaction 0.00: expected more than nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(good, good, good, 5000, 0, 200))
        .withMessageStartingWith("foreignMaxPerTransaction");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(good, good, good, 5000, 3000, 0))
        .withMessageStartingWith("smallNotesMaxPerTransaction");
  }

  @Test
  void refuse_deposits_of_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DepositRules(Money.ZERO))
        .withMessage("mostPerDeposit 0.00: expected more than nothing");
  }

  @Test
  void refuse_more_change_packs_than_a_page_shows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> packs("10x1", "10x2", "10x3", "10x4", "10x5"))
        .withMessage("changePacks of 5 recipes: expected at most 4");
  }

  @Test
  void refuse_a_change_pack_that_stands_twice_however_it_is_written() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> packs("10x5 20x5", "20x5 10x5"))
        .withMessageStartingWith("changePacks: a recipe stands twice in ");
    assertThat(packs("10x1", "10x2", "10x3", "10x4").changePacks()).hasSize(4);
  }

  private static WithdrawalRules packs(String... recipes) {
    return new WithdrawalRules(
        yuan(100),
        yuan(100),
        yuan(20),
        Stream.of(recipes).map(NoteRecipe::new).toList(),
        Money.ofYuan(5000),
        Money.ofYuan(3000),
        Money.ofYuan(200),
        Money.ZERO,
        true);
  }

  @Test
  void limit_small_notes_besides_the_card() {
    WithdrawalRules rules = WithdrawalRules.DEFAULT;
    assertThat(rules.limitFor(false, false)).isEqualTo(Money.ofYuan(5000));
    assertThat(rules.limitFor(true, false)).isEqualTo(Money.ofYuan(3000));
    assertThat(rules.limitFor(false, true)).isEqualTo(Money.ofYuan(200));
    List<Money> good = yuan(100);
    assertThat(rules(good, good, good, 5000, 150, 200).limitFor(true, true))
        .isEqualTo(Money.ofYuan(150));
  }

  @Test
  void offer_each_profile_its_amounts() {
    WithdrawalRules rules = rules(yuan(1), yuan(2), yuan(3), 5000, 3000, 200);
    assertThat(rules.presetsFor(ProfileId.STANDARD, false)).isEqualTo(yuan(1));
    assertThat(rules.presetsFor(ProfileId.ELDER, false)).isEqualTo(yuan(2));
    assertThat(rules.presetsFor(ProfileId.ELDER, true)).isEqualTo(yuan(3));
  }

  private static WithdrawalRules rules(
      List<Money> presets,
      List<Money> elder,
      List<Money> small,
      int own,
      int foreign,
      int smallMax) {
    return new WithdrawalRules(
        presets,
        elder,
        small,
        List.of(),
        Money.ofYuan(own),
        Money.ofYuan(foreign),
        Money.ofYuan(smallMax),
        Money.ZERO,
        true);
  }

  private static List<Money> yuan(int... amounts) {
    return java.util.Arrays.stream(amounts).mapToObj(Money::ofYuan).toList();
  }
}
