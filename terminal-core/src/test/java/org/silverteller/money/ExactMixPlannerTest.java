package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silverteller.money.MixPolicy.LARGE_NOTES;
import static org.silverteller.money.MixPolicy.SMALL_ONLY;
import static org.silverteller.money.MixPolicy.WITH_CHANGE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactMixPlannerTest {

  private final ExactMixPlanner planner = new ExactMixPlanner(MixRules.DEFAULT);

  @Test
  void pays_70_and_60_from_fifties_and_twenties() {
    var units = units(50, 100, 20, 100);

    assertThat(offers(70, units)).containsExactly("LARGE_NOTES 50x1 20x1");
    assertThat(offers(60, units)).containsExactly("LARGE_NOTES 20x3");
  }

  @Test
  void offers_500_in_hundreds_or_with_change_or_small() {
    assertThat(offers(500, units(100, 500, 50, 200)))
        .containsExactly("LARGE_NOTES 100x5", "WITH_CHANGE 100x4 50x2", "SMALL_ONLY 50x10");
  }

  @Test
  void gives_the_last_hundred_in_tens_when_tens_are_all_the_change_there_is() {
    assertThat(offers(500, units(100, 500, 10, 500)))
        .containsExactly("LARGE_NOTES 100x5", "WITH_CHANGE 100x4 10x10");
  }

  @Test
  void offers_no_more_tens_than_one_withdrawal_may_have() {
    assertThat(offers(200, units(10, 500))).containsExactly("LARGE_NOTES 10x20");
    assertThat(offers(210, units(10, 500))).isEmpty();
    assertThat(new ExactMixPlanner(new MixRules(40, 21)).offers(Money.ofYuan(210), units(10, 500)))
        .isNotEmpty();
  }

  @Test
  void uses_tens_beyond_their_limit_for_nothing_even_when_that_takes_more_notes() {
    assertThat(
            new ExactMixPlanner(new MixRules(40, 1))
                .plan(Money.ofYuan(30), LARGE_NOTES, units(20, 5, 10, 5, 5, 50)))
        .hasValueSatisfying(mix -> assertThat(mix).hasToString("20x1 10x1"));
    assertThat(
            new ExactMixPlanner(new MixRules(40, 0))
                .plan(Money.ofYuan(30), LARGE_NOTES, units(20, 5, 10, 5, 5, 50)))
        .hasValueSatisfying(mix -> assertThat(mix).hasToString("20x1 5x2"));
  }

  @Test
  void finds_what_a_greedy_planner_misses() {
    assertThat(planner.plan(Money.ofYuan(60), LARGE_NOTES, units(50, 9, 30, 9, 10, 9)))
        .as("as few notes as 30x2, and more of the larger")
        .hasValueSatisfying(mix -> assertThat(mix).hasToString("50x1 10x1"));
    assertThat(planner.plan(Money.ofYuan(90), LARGE_NOTES, units(50, 9, 30, 9, 10, 9)))
        .as("greedy takes 50 and four tens, five notes")
        .hasValueSatisfying(mix -> assertThat(mix).hasToString("50x1 30x1 10x1"));
    assertThat(planner.plan(Money.ofYuan(120), LARGE_NOTES, units(100, 9, 30, 9)))
        .as("greedy takes 100 and has nothing for 20")
        .hasValueSatisfying(mix -> assertThat(mix).hasToString("30x4"));
    assertThat(planner.plan(Money.ofYuan(160), LARGE_NOTES, units(100, 9, 50, 1, 20, 9)))
        .as("greedy takes 100 and 50 and has nothing for 10")
        .hasValueSatisfying(mix -> assertThat(mix).hasToString("100x1 20x3"));
  }

  @Test
  void shows_one_offer_when_all_policies_end_in_the_same_notes() {
    assertThat(offers(40, units(100, 50, 20, 50))).containsExactly("LARGE_NOTES 20x2");
  }

  @Test
  void counts_a_hundred_in_small_notes_as_change_of_itself() {
    assertThat(offers(100, units(100, 50, 50, 50)))
        .containsExactly("LARGE_NOTES 100x1", "WITH_CHANGE 50x2");
  }

  @Test
  void pays_nothing_that_notes_cannot_pay() {
    var units = units(100, 50, 50, 50);

    assertThat(planner.offers(Money.ZERO, units)).isEmpty();
    assertThat(planner.offers(Money.ofFen(100_50), units)).isEmpty();
    assertThat(planner.offers(Money.ofYuan(70), units)).isEmpty();
    assertThat(planner.offers(Money.ofYuan(9_999_999_999L), units)).isEmpty();
    assertThat(planner.offers(Money.ofYuan(100), List.of())).isEmpty();
  }

  @Test
  void stays_within_the_bundle_that_the_exit_takes() {
    assertThat(planner.plan(Money.ofYuan(4000), LARGE_NOTES, units(100, 99))).isPresent();
    assertThat(planner.plan(Money.ofYuan(4100), LARGE_NOTES, units(100, 99))).isEmpty();
    assertThat(planner.withBundleAtMost(10).plan(Money.ofYuan(1100), LARGE_NOTES, units(100, 99)))
        .isEmpty();
    assertThat(planner.withBundleAtMost(99).rules()).isEqualTo(MixRules.DEFAULT);
  }

  @Test
  void takes_from_the_fullest_cassette_first_and_keeps_the_minimum_inside() {
    var units =
        List.of(
            cassette("CASS1", 100, 30, 0),
            cassette("CASS2", 100, 50, 5),
            cassette("CASS3", 100, 45, 0));

    var mix = planner.plan(Money.ofYuan(4000), LARGE_NOTES, units).orElseThrow();

    assertThat(mix.parts())
        .containsExactly(new NoteMix.Part(UnitId.of("CASS2"), Denomination.of(100), 40));
  }

  @Test
  void goes_on_with_the_next_cassette_where_one_runs_out() {
    var units = List.of(cassette("CASS1", 100, 3, 0), cassette("CASS2", 100, 9, 5));

    var mix = planner.plan(Money.ofYuan(600), LARGE_NOTES, units).orElseThrow();

    assertThat(mix.notesFrom(UnitId.of("CASS1"))).isEqualTo(2);
    assertThat(mix.notesFrom(UnitId.of("CASS2"))).isEqualTo(4);
    assertThat(mix.parts()).extracting(NoteMix.Part::unit).isSorted();
  }

  @Test
  void falls_back_on_small_notes_when_hundreds_run_out() {
    assertThat(offers(500, units(100, 3, 50, 30)))
        .containsExactly("LARGE_NOTES 100x3 50x4", "SMALL_ONLY 50x10");
  }

  @Test
  void tells_the_payable_amounts_around_an_impossible_wish() {
    var units = units(100, 50, 50, 50);

    assertThat(planner.nearest(Money.ofYuan(370), Money.ofYuan(5000), 2, units))
        .containsExactly(Money.ofYuan(350), Money.ofYuan(400));
    assertThat(planner.nearest(Money.ofYuan(375), Money.ofYuan(5000), 1, units))
        .as("equally near: the lower")
        .containsExactly(Money.ofYuan(350));
    assertThat(planner.nearest(Money.ofYuan(9000), Money.ofYuan(3000), 2, units))
        .containsExactly(Money.ofYuan(2950), Money.ofYuan(3000));
    assertThat(planner.nearest(Money.ofYuan(90), Money.ofYuan(100), 1, units))
        .as("the limit itself may be the nearest")
        .containsExactly(Money.ofYuan(100));
    assertThat(planner.nearest(Money.ofYuan(20), Money.ofYuan(3000), 2, units))
        .containsExactly(Money.ofYuan(50), Money.ofYuan(100));
  }

  @Test
  void tells_which_wishes_can_be_paid_under_a_policy() {
    var units = units(100, 50, 50, 1);
    var wishes = List.of(Money.ofYuan(50), Money.ofYuan(70), Money.ofYuan(100));

    assertThat(planner.payable(wishes, LARGE_NOTES, units))
        .containsExactly(Money.ofYuan(50), Money.ofYuan(100));
    assertThat(planner.payable(wishes, SMALL_ONLY, units)).containsExactly(Money.ofYuan(50));
  }

  @Test
  void knows_no_nearest_amount_of_an_empty_machine() {
    assertThat(planner.nearest(Money.ofYuan(300), Money.ofYuan(3000), 3, List.of())).isEmpty();
  }

  @Test
  void keeps_to_the_policy_asked_for() {
    var units = units(100, 50, 10, 50);

    assertThat(planner.plan(Money.ofYuan(150), WITH_CHANGE, units).orElseThrow())
        .hasToString("10x15");
    assertThat(planner.plan(Money.ofYuan(300), WITH_CHANGE, units).orElseThrow())
        .hasToString("100x2 10x10");
    assertThat(planner.plan(Money.ofYuan(300), SMALL_ONLY, units)).isEmpty();
  }

  private List<String> offers(int yuan, List<CashUnit> units) {
    return planner.offers(Money.ofYuan(yuan), units).stream()
        .map(offer -> offer.policy() + " " + offer.mix())
        .toList();
  }

  /** Cassettes from pairs of face value and count. */
  private static List<CashUnit> units(int... pairs) {
    var units = new ArrayList<CashUnit>();
    for (int i = 0; i < pairs.length; i += 2) {
      units.add(cassette("CASS" + (i / 2 + 1), pairs[i], pairs[i + 1], 0));
    }
    return units;
  }

  private static CashUnit cassette(String id, int yuan, int count, int minimum) {
    return new CashUnit(
        UnitId.of(id), UnitType.BILL, Denomination.of(yuan), count, minimum, UnitState.OK);
  }
}
