package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/**
 * Seeks a shorter run that violates the same invariant: ends it with the customer at whom it
 * failed, then leaves out customers, then troubles, as many at once as the failure allows (delta
 * debugging). Bounded by a number of tries.
 */
final class Shrinking {

  private static final int MOST_TRIES = 600;

  private final Population population;
  private final int invariant;
  private int tries;

  /** The shortest run that was found. */
  record Shortest(LifePlan plan, List<Integer> visits, List<Integer> troubles) {}

  Shrinking(Population population, int invariant) {
    this.population = population;
    this.invariant = invariant;
  }

  Shortest shorten(Campaign.Failure failure) {
    LifePlan plan = failure.plan();
    int visits = Math.min(plan.visits(), failure.visit());
    LifePlan ended = plan.onlyVisits(visits, visit -> true);
    LifePlan base = fails(ended) ? ended : plan;
    BitSet kept = without(base.visits(), set -> plan.onlyVisits(base.visits(), set::get));
    LifePlan fewer = plan.onlyVisits(base.visits(), kept::get);
    BitSet strikes =
        without(base.visits() * LifePlan.MOST_TROUBLES, set -> fewer.onlyTroubles(set::get));
    return new Shortest(
        fewer.onlyTroubles(strikes::get), kept.stream().boxed().toList(), needed(kept, strikes));
  }

  /** Troubles of customers who come. */
  private static List<Integer> needed(BitSet visits, BitSet troubles) {
    return troubles.stream()
        .filter(trouble -> visits.get(trouble / LifePlan.MOST_TROUBLES))
        .boxed()
        .toList();
  }

  /** Which of so many must stay for the plan still to fail. */
  private BitSet without(int many, Function<BitSet, LifePlan> plan) {
    BitSet kept = new BitSet(many);
    kept.set(0, many);
    for (int chunk = Math.max(1, many / 2); chunk >= 1; chunk /= 2) {
      for (int from = 0; from < many && tries < MOST_TRIES; from += chunk) {
        BitSet less = (BitSet) kept.clone();
        less.clear(from, Math.min(many, from + chunk));
        if (!less.equals(kept) && fails(plan.apply((BitSet) less.clone()))) {
          kept = less;
        }
      }
    }
    return kept;
  }

  private boolean fails(LifePlan plan) {
    tries++;
    try {
      new Life(plan, population, new Tale(false)).live();
      return false;
    } catch (Violated violation) {
      return violation.invariant() == invariant;
    }
  }

  /** The run as a person reads it. */
  List<String> told(LifePlan plan) {
    Tale tale = new Tale(true);
    List<String> lines = new ArrayList<>();
    try {
      new Life(plan, population, tale).live();
      lines.addAll(tale.lines());
      lines.add("the audit holds");
    } catch (Violated violation) {
      lines.addAll(tale.lines());
      lines.add("VIOLATED  " + violation.getMessage());
    }
    return lines;
  }
}
