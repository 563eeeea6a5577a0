package org.silverteller.money;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The oracle of the planner's tests: tries every count of every unit and keeps the bundles within
 * the rules.
 */
final class EveryMix {

  /** Notes by unit, in cassette order. */
  record Bundle(List<CashUnit> units, List<Integer> notes) {

    int size() {
      return notes.stream().mapToInt(Integer::intValue).sum();
    }

    long yuanOf(Predicate<CashUnit> which) {
      long yuan = 0;
      for (int i = 0; i < notes.size(); i++) {
        if (which.test(units.get(i))) {
          yuan += (long) notes.get(i) * units.get(i).denomination().yuan();
        }
      }
      return yuan;
    }

    private int tens() {
      return (int) yuanOf(unit -> unit.denomination().yuan() == 10) / 10;
    }
  }

  private final List<Bundle> bundles = new ArrayList<>();

  EveryMix(List<CashUnit> units, MixRules rules) {
    grow(new Bundle(units, List.of()), rules);
  }

  private void grow(Bundle bundle, MixRules rules) {
    if (bundle.size() > rules.notesPerBundle() || bundle.tens() > rules.tensPerTransaction()) {
      return;
    }
    int next = bundle.notes().size();
    if (next == bundle.units().size()) {
      bundles.add(bundle);
      return;
    }
    CashUnit unit = bundle.units().get(next);
    boolean gives =
        unit.state().dispenses()
            && (unit.type() == UnitType.BILL || unit.type() == UnitType.RECYCLE);
    int most = gives ? unit.count() - unit.minimum() : 0;
    for (int notes = 0; notes <= Math.max(0, most); notes++) {
      var longer = new ArrayList<>(bundle.notes());
      longer.add(notes);
      grow(new Bundle(bundle.units(), longer), rules);
    }
  }

  boolean pays(long yuan) {
    return fewest(yuan, MixPolicy.LARGE_NOTES).isPresent();
  }

  OptionalInt fewest(long yuan, MixPolicy policy) {
    return bundles.stream()
        .filter(bundle -> bundle.size() > 0 && bundle.yuanOf(unit -> true) == yuan)
        .filter(bundle -> obeys(bundle, policy))
        .mapToInt(Bundle::size)
        .min();
  }

  private static boolean obeys(Bundle bundle, MixPolicy policy) {
    long all = bundle.yuanOf(unit -> true);
    long small = bundle.yuanOf(unit -> unit.denomination().yuan() < 100);
    return switch (policy) {
      case LARGE_NOTES -> true;
      case WITH_CHANGE -> small >= Math.min(all, 100);
      case SMALL_ONLY -> small == all;
    };
  }
}
