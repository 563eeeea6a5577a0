package org.silverteller.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Plans mixes exactly: when any mix within the rules pays the amount under a policy, one with the
 * fewest notes is found, and the same one every time.
 *
 * <p>Each policy asks for the fewest notes altogether, and besides:
 *
 * <ul>
 *   <li>{@link MixPolicy#LARGE_NOTES}: nothing;
 *   <li>{@link MixPolicy#WITH_CHANGE}: notes below 100 yuan pay at least 100 yuan of the amount, or
 *       all of it when it is less;
 *   <li>{@link MixPolicy#SMALL_ONLY}: notes below 100 yuan pay all of it.
 * </ul>
 *
 * <p>Of two mixes with equally few notes the one with more of the largest notes is taken. Of units
 * with the same notes the fullest gives first, so that cassettes run down together and few of them
 * move for one customer; equally full ones give in cassette order. Notes below a unit's minimum
 * stay inside, and units that do not work give nothing.
 *
 * <p>Holds no state between calls.
 *
 * @param rules limits on one bundle
 */
public record ExactMixPlanner(MixRules rules) implements MixPlanner {

  /** The same planner for an exit that takes no more notes than {@code notes} at once. */
  public ExactMixPlanner withBundleAtMost(int notes) {
    return new ExactMixPlanner(rules.withBundleAtMost(notes));
  }

  @Override
  public List<MixOffer> offers(Money amount, List<CashUnit> units) {
    var stock = NoteStock.of(units, rules);
    List<int[]> different = new ArrayList<>();
    List<MixOffer> offers = new ArrayList<>();
    for (MixPolicy policy : MixPolicy.values()) {
      Optional<int[]> notes = fewest(amount, policy, stock);
      if (notes.isPresent() && !holds(different, notes.get())) {
        different.add(notes.get());
        offers.add(new MixOffer(policy, fromUnits(notes.get(), stock, units)));
      }
    }
    return List.copyOf(offers);
  }

  private static boolean holds(List<int[]> different, int[] notes) {
    for (int[] other : different) {
      if (Arrays.equals(notes, other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Money> payable(List<Money> wishes, MixPolicy policy, List<CashUnit> units) {
    var stock = NoteStock.of(units, rules);
    var payable = new ArrayList<Money>(wishes.size());
    for (Money wish : wishes) {
      if (fewest(wish, policy, stock).isPresent()) {
        payable.add(wish);
      }
    }
    return List.copyOf(payable);
  }

  @Override
  public Optional<NoteMix> plan(Money amount, MixPolicy policy, List<CashUnit> units) {
    var stock = NoteStock.of(units, rules);
    return fewest(amount, policy, stock).map(notes -> fromUnits(notes, stock, units));
  }

  @Override
  public Optional<NoteMix> exactly(Map<Denomination, Integer> notes, List<CashUnit> units) {
    var stock = NoteStock.of(units, rules);
    int[] wanted = new int[stock.kinds()];
    int inside = 0;
    int asked = 0;
    for (int kind = 0; kind < wanted.length; kind++) {
      wanted[kind] = notes.getOrDefault(Denomination.of(stock.yuan(kind)), 0);
      if (wanted[kind] > stock.notes(kind)) {
        return Optional.empty();
      }
      inside += wanted[kind];
    }
    for (int count : notes.values()) {
      asked += count;
    }
    return asked > 0 && inside == asked && asked <= rules.notesPerBundle()
        ? Optional.of(fromUnits(wanted, stock, units))
        : Optional.empty();
  }

  /**
   * {@inheritDoc} Payable means payable under {@link MixPolicy#LARGE_NOTES}. Of two amounts equally
   * near the lower one comes first; a wish that is payable is the nearest itself.
   */
  @Override
  public List<Money> nearest(Money wish, Money limit, int most, List<CashUnit> units) {
    var stock = NoteStock.of(units, rules);
    var found = new TreeSet<Money>();
    if (stock.kinds() == 0) {
      return List.of();
    }
    long step = stock.divisorFrom(0);
    long top = Math.min(limit.yuan(), stock.yuanFrom(0));
    long below = Math.min(wish.yuan(), top) / step * step;
    long above = below + step;
    while (found.size() < most && (below > 0 || above <= top)) {
      boolean lowerIsNearer =
          above > top
              || below > 0
                  && wish.fen() - Money.ofYuan(below).fen()
                      <= Money.ofYuan(above).fen() - wish.fen();
      Money candidate = Money.ofYuan(lowerIsNearer ? below : above);
      if (lowerIsNearer) {
        below -= step;
      } else {
        above += step;
      }
      if (fewest(candidate, MixPolicy.LARGE_NOTES, stock).isPresent()) {
        found.add(candidate);
      }
    }
    return List.copyOf(found);
  }

  private Optional<int[]> fewest(Money amount, MixPolicy policy, NoteStock stock) {
    return amount.equals(Money.ofYuan(amount.yuan()))
        ? FewestNotes.paying(stock, amount.yuan(), policy, rules.notesPerBundle())
        : Optional.empty();
  }

  private static NoteMix fromUnits(int[] notes, NoteStock stock, List<CashUnit> units) {
    int[] given = new int[units.size()];
    for (int kind = 0; kind < stock.kinds(); kind++) {
      int owed = notes[kind];
      while (owed > 0) {
        int unit = fullest(stock.yuan(kind), units, given);
        given[unit] = Math.min(owed, units.get(unit).available());
        owed -= given[unit];
      }
    }
    var parts = new ArrayList<NoteMix.Part>();
    for (int at = 0; at < given.length; at++) {
      if (given[at] > 0) {
        CashUnit unit = units.get(at);
        parts.add(new NoteMix.Part(unit.id(), unit.denomination(), given[at]));
      }
    }
    return new NoteMix(parts);
  }

  /** The fullest unit with these notes that gives none yet, the first of those equally full. */
  private static int fullest(int yuan, List<CashUnit> units, int[] given) {
    int fullest = -1;
    for (int at = 0; at < given.length; at++) {
      CashUnit unit = units.get(at);
      if (unit.denomination().yuan() == yuan
          && given[at] == 0
          && (fullest < 0 || unit.available() > units.get(fullest).available())) {
        fullest = at;
      }
    }
    return fullest;
  }
}
