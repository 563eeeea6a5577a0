package org.silverteller.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ExactMixPlannerPropertiesTest {

  @Property
  void says_no_only_when_no_mix_exists_and_never_takes_more_notes_than_needed(
      @ForAll("cassettes") List<CashUnit> units,
      @ForAll("rules") MixRules rules,
      @ForAll @IntRange(max = 600) int yuan) {
    var planner = new ExactMixPlanner(rules);
    var every = new EveryMix(units, rules);
    for (MixPolicy policy : MixPolicy.values()) {
      OptionalInt planned =
          planner.plan(Money.ofYuan(yuan), policy, units).stream()
              .mapToInt(NoteMix::notes)
              .findAny();

      assertThat(planned).as("%s", policy).isEqualTo(every.fewest(yuan, policy));
    }
  }

  @Property
  void finds_a_mix_for_every_bundle_that_can_be_dealt(
      @ForAll("cassettes") List<CashUnit> units,
      @ForAll("rules") MixRules rules,
      @ForAll @IntRange(min = 1, max = 40) int pick) {
    var every = new EveryMix(units, rules);
    var payable = LongStream.rangeClosed(1, 900).filter(every::pays).boxed().toList();
    if (!payable.isEmpty()) {
      Money amount = Money.ofYuan(payable.get(pick % payable.size()));

      assertThat(new ExactMixPlanner(rules).offers(amount, units)).isNotEmpty();
    }
  }

  @Property
  void every_offer_pays_exactly_from_working_units_within_stock_and_rules(
      @ForAll("manyCassettes") List<CashUnit> units,
      @ForAll("rules") MixRules rules,
      @ForAll @IntRange(min = 1, max = 4_000) int yuan) {
    for (MixOffer offer : new ExactMixPlanner(rules).offers(Money.ofYuan(yuan), units)) {
      NoteMix mix = offer.mix();
      assertThat(mix.total()).isEqualTo(Money.ofYuan(yuan));
      assertThat(mix.notes()).isLessThanOrEqualTo(rules.notesPerBundle());
      assertThat(mix.byDenomination().getOrDefault(Denomination.of(10), 0))
          .isLessThanOrEqualTo(rules.tensPerTransaction());
      for (CashUnit unit : units) {
        int notes = mix.notesFrom(unit.id());
        assertThat(notes == 0 || unit.state().dispenses()).isTrue();
        assertThat(notes == 0 || unit.count() - notes >= unit.minimum()).isTrue();
      }
      assertThat(mix.parts())
          .allSatisfy(
              part ->
                  assertThat(units)
                      .anyMatch(
                          unit ->
                              unit.id().equals(part.unit())
                                  && unit.denomination().equals(part.denomination())))
          .isSortedAccordingTo(Comparator.comparingInt(part -> indexOf(part.unit(), units)));
    }
  }

  @Property
  void offers_differ_in_notes_and_stand_in_the_order_of_the_policies(
      @ForAll("manyCassettes") List<CashUnit> units,
      @ForAll @IntRange(min = 1, max = 2_000) int yuan) {
    var offers = new ExactMixPlanner(MixRules.DEFAULT).offers(Money.ofYuan(yuan), units);

    assertThat(offers).extracting(MixOffer::policy).isSorted().doesNotHaveDuplicates();
    assertThat(offers).extracting(offer -> offer.mix().byDenomination()).doesNotHaveDuplicates();
  }

  @Property
  void plans_the_same_for_the_same_cassettes(
      @ForAll("manyCassettes") List<CashUnit> units,
      @ForAll @IntRange(min = 1, max = 2_000) int yuan) {
    var amount = Money.ofYuan(yuan);

    assertThat(new ExactMixPlanner(MixRules.DEFAULT).offers(amount, new ArrayList<>(units)))
        .isEqualTo(new ExactMixPlanner(MixRules.DEFAULT).offers(amount, units));
  }

  @Property
  void a_unit_that_fails_is_left_out_of_the_next_plan(
      @ForAll("cassettes") List<CashUnit> units,
      @ForAll("rules") MixRules rules,
      @ForAll @IntRange(min = 1, max = 600) int yuan) {
    var planner = new ExactMixPlanner(rules);
    Optional<NoteMix> first = planner.plan(Money.ofYuan(yuan), MixPolicy.LARGE_NOTES, units);
    if (first.isPresent()) {
      UnitId failing = first.get().parts().get(0).unit();
      var left =
          units.stream().map(unit -> unit.id().equals(failing) ? failed(unit) : unit).toList();

      Optional<NoteMix> second = planner.plan(Money.ofYuan(yuan), MixPolicy.LARGE_NOTES, left);

      assertThat(second.isPresent()).isEqualTo(new EveryMix(left, rules).pays(yuan));
      assertThat(second.map(mix -> mix.notesFrom(failing)).orElse(0)).isZero();
    }
  }

  @Property
  void the_nearest_amounts_are_the_nearest_that_can_be_paid(
      @ForAll("cassettes") List<CashUnit> units,
      @ForAll("rules") MixRules rules,
      @ForAll @IntRange(max = 700) int wish,
      @ForAll @IntRange(max = 700) int limit,
      @ForAll @IntRange(max = 4) int most) {
    var every = new EveryMix(units, rules);
    List<Money> expected =
        LongStream.rangeClosed(1, limit)
            .filter(every::pays)
            .boxed()
            .sorted(Comparator.comparingLong(yuan -> Math.abs(yuan - wish)))
            .limit(most)
            .sorted()
            .map(Money::ofYuan)
            .toList();

    assertThat(
            new ExactMixPlanner(rules)
                .nearest(Money.ofYuan(wish), Money.ofYuan(limit), most, units))
        .isEqualTo(expected);
  }

  @Property
  void finds_the_same_notes_when_it_remembers_from_the_first_step(
      @ForAll("manyCassettes") List<CashUnit> units,
      @ForAll @IntRange(min = 1, max = 2_000) int yuan) {
    var stock = NoteStock.of(units, new MixRules(200, 200));
    for (MixPolicy policy : MixPolicy.values()) {
      var remembering = FewestNotes.paying(stock, yuan, policy, 200, 0);
      var forgetting = FewestNotes.paying(stock, yuan, policy, 200, 1_000_000);

      assertThat(remembering.map(Arrays::toString)).isEqualTo(forgetting.map(Arrays::toString));
    }
  }

  @Property(tries = 200)
  void is_exact_for_eight_cassettes_and_two_hundred_notes(
      @ForAll("fullCassettes") List<CashUnit> units,
      @ForAll @IntRange(min = 1, max = 12_000) int yuan) {
    var rules = new MixRules(200, 200);
    var planner = new ExactMixPlanner(rules);
    int[] small =
        fewestNotes(units.stream().filter(u -> u.denomination().yuan() < 100).toList(), yuan);
    int[] large =
        fewestNotes(units.stream().filter(u -> u.denomination().yuan() >= 100).toList(), yuan);

    for (MixPolicy policy : MixPolicy.values()) {
      int leastSmall =
          switch (policy) {
            case LARGE_NOTES -> 0;
            case WITH_CHANGE -> Math.min(yuan, 100);
            case SMALL_ONLY -> yuan;
          };
      int fewest =
          LongStream.rangeClosed(leastSmall, yuan)
              .mapToInt(paid -> small[(int) paid] + large[yuan - (int) paid])
              .min()
              .orElseThrow();

      assertThat(planner.plan(Money.ofYuan(yuan), policy, units).map(NoteMix::notes))
          .as("%s", policy)
          .isEqualTo(fewest <= 200 ? Optional.of(fewest) : Optional.empty());
    }
  }

  /** Fewest notes for every amount, one note after the other (0/1 knapsack); 10,000 when none. */
  private static int[] fewestNotes(List<CashUnit> units, int upTo) {
    int[] fewest = new int[upTo + 1];
    Arrays.fill(fewest, 10_000);
    fewest[0] = 0;
    for (CashUnit unit : units) {
      int value = unit.denomination().yuan();
      for (int note = 0; note < unit.available(); note++) {
        for (int yuan = upTo; yuan >= value; yuan--) {
          fewest[yuan] = Math.min(fewest[yuan], fewest[yuan - value] + 1);
        }
      }
    }
    return fewest;
  }

  private static int indexOf(UnitId id, List<CashUnit> units) {
    return units.stream().map(CashUnit::id).toList().indexOf(id);
  }

  private static CashUnit failed(CashUnit unit) {
    return new CashUnit(
        unit.id(),
        unit.type(),
        unit.denomination(),
        unit.count(),
        unit.minimum(),
        UnitState.INOPERATIVE);
  }

  @Provide
  Arbitrary<MixRules> rules() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 16), Arbitraries.integers().between(0, 8))
        .as(MixRules::new);
  }

  /** Few enough notes to try every bundle. */
  @Provide
  Arbitrary<List<CashUnit>> cassettes() {
    return units(4, 5, Arbitraries.of(1, 5, 10, 20, 50, 100, 10, 20, 50, 100, 30, 70, 120));
  }

  @Provide
  Arbitrary<List<CashUnit>> manyCassettes() {
    return units(8, 40, Arbitraries.of(1, 5, 10, 20, 50, 100, 30));
  }

  @Provide
  Arbitrary<List<CashUnit>> fullCassettes() {
    return Arbitraries.of(1, 5, 10, 20, 50, 100, 30, 70, 120)
        .list()
        .ofSize(8)
        .map(
            yuan -> {
              var units = new ArrayList<CashUnit>();
              for (int slot = 0; slot < 8; slot++) {
                units.add(
                    cassette(slot, UnitType.BILL, yuan.get(slot), 25 + slot, slot, UnitState.OK));
              }
              return units;
            });
  }

  private static Arbitrary<List<CashUnit>> units(int most, int notes, Arbitrary<Integer> yuan) {
    var shape =
        Combinators.combine(
                yuan,
                Arbitraries.integers().between(0, notes),
                Arbitraries.integers().between(0, 2),
                Arbitraries.frequency(
                    Tuple.of(8, UnitState.OK),
                    Tuple.of(2, UnitState.LOW),
                    Tuple.of(1, UnitState.INOPERATIVE),
                    Tuple.of(1, UnitState.MISSING)),
                Arbitraries.of(UnitType.BILL, UnitType.RECYCLE))
            .as(
                (value, count, minimum, state, type) ->
                    cassette(0, type, value, count, minimum, state))
            .withoutEdgeCases();
    return shape
        .list()
        .ofMaxSize(most)
        .map(
            shapes -> {
              var units = new ArrayList<CashUnit>();
              for (CashUnit unit : shapes) {
                units.add(
                    cassette(
                        units.size(),
                        unit.type(),
                        unit.denomination().yuan(),
                        unit.count(),
                        unit.minimum(),
                        unit.state()));
              }
              units.add(
                  new CashUnit(
                      UnitId.of("REJECT"),
                      UnitType.REJECT,
                      Denomination.MIXED,
                      3,
                      0,
                      UnitState.OK));
              return units;
            });
  }

  private static CashUnit cassette(
      int slot, UnitType type, int yuan, int count, int minimum, UnitState state) {
    return new CashUnit(
        UnitId.of("CASS" + (slot + 1)), type, Denomination.of(yuan), count, minimum, state);
  }
}
