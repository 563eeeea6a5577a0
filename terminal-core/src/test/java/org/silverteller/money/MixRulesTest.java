package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MixRulesTest {

  @Test
  void takes_the_exit_s_limit_only_when_it_is_lower() {
    assertThat(MixRules.DEFAULT.withBundleAtMost(30).notesPerBundle()).isEqualTo(30);
    assertThat(MixRules.DEFAULT.withBundleAtMost(60).notesPerBundle()).isEqualTo(40);
    assertThat(MixRules.DEFAULT.withBundleAtMost(30).tensPerTransaction()).isEqualTo(20);
  }

  @Test
  void takes_the_smallest_and_the_largest_limits() {
    assertThat(new MixRules(1, 0).tensPerTransaction()).isZero();
    assertThat(new MixRules(1000, 0).notesPerBundle()).isEqualTo(1000);
  }

  @Test
  void refuses_a_bundle_of_nothing_and_one_that_no_exit_takes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MixRules(0, 20));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MixRules(1001, 20))
        .withMessage("notesPerBundle 1001: expected 1 … 1000");
    assertThatIllegalArgumentException().isThrownBy(() -> new MixRules(40, -1));
  }
}
