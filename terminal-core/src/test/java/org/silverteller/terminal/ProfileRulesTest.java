package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.page.ProfileId.ELDER;
import static org.silverteller.page.ProfileId.STANDARD;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.page.ProfileId;
import org.silverteller.terminal.ProfileRules.Hints;
import org.silverteller.terminal.ProfileRules.Sign;

class ProfileRulesTest {

  private final ProfileRules rules = ProfileRules.DEFAULT;

  @Test
  void opens_standard_for_a_customer_of_whom_nothing_is_known() {
    assertThat(rules.choose(Hints.NONE)).isEqualTo(STANDARD);
    assertThat(rules.choose(Hints.NONE.withAgeBand(AgeBand.UNDER_60))).isEqualTo(STANDARD);
  }

  @Test
  void opens_big_print_for_a_passbook_an_age_band_or_a_senior_card() {
    assertThat(rules.choose(Hints.NONE.withPassbook())).isEqualTo(ELDER);
    assertThat(rules.choose(Hints.NONE.withAgeBand(AgeBand.OVER_60))).isEqualTo(ELDER);
    assertThat(rules.choose(Hints.NONE.withSeniorCard(true))).isEqualTo(ELDER);
  }

  @Property
  void obeys_the_customer_whatever_else_is_known(
      @ForAll boolean passbook, @ForAll AgeBand band, @ForAll boolean senior) {
    for (ProfileId chosen : List.of(STANDARD, ELDER)) {
      for (var stored :
          List.of(Optional.<ProfileId>empty(), Optional.of(STANDARD), Optional.of(ELDER))) {
        var hints = new Hints(Optional.of(chosen), stored, passbook, band, senior);

        assertThat(rules.choose(hints)).isEqualTo(chosen);
      }
    }
  }

  @Property
  void obeys_the_stored_preference_before_every_other_sign(
      @ForAll boolean passbook, @ForAll AgeBand band, @ForAll boolean senior) {
    var hints = new Hints(Optional.empty(), Optional.of(STANDARD), passbook, band, senior);

    assertThat(rules.choose(hints)).isEqualTo(STANDARD);
  }

  @Test
  void looks_only_at_the_signs_that_the_bank_wants() {
    var passbooksOnly = new ProfileRules(List.of(Sign.PASSBOOK));

    assertThat(passbooksOnly.choose(Hints.NONE.withSeniorCard(true))).isEqualTo(STANDARD);
    assertThat(passbooksOnly.choose(Hints.NONE.withPassbook())).isEqualTo(ELDER);
    assertThat(new ProfileRules(List.of()).choose(Hints.NONE.withChosen(ELDER))).isEqualTo(ELDER);
  }

  @Test
  void refuses_a_sign_that_stands_twice() {
    assertThatThrownBy(() -> new ProfileRules(List.of(Sign.PASSBOOK, Sign.PASSBOOK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PASSBOOK");
  }
}
