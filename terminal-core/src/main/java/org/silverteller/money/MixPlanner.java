package org.silverteller.money;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds notes for an amount. Exact: when any mix within the rules pays the amount, one is found.
 */
public interface MixPlanner {

  /**
   * The different ways to pay the amount, at most one for each {@link MixPolicy}, in the order of
   * that enum; mixes equal in notes are shown once. Empty when no mix exists.
   */
  List<MixOffer> offers(Money amount, List<CashUnit> units);

  /** A mix under the policy with the fewest notes; empty when none exists. */
  Optional<NoteMix> plan(Money amount, MixPolicy policy, List<CashUnit> units);

  /**
   * These very notes, from whatever units hold them; empty when a kind is short or the rules of a
   * bundle forbid it.
   */
  Optional<NoteMix> exactly(Map<Denomination, Integer> notes, List<CashUnit> units);

  /** Those of the wishes for which a mix under the policy exists, in their order. */
  List<Money> payable(List<Money> wishes, MixPolicy policy, List<CashUnit> units);

  /**
   * Up to {@code most} payable amounts nearest to the wish, none above {@code limit}, in ascending
   * order.
   */
  List<Money> nearest(Money wish, Money limit, int most, List<CashUnit> units);
}
