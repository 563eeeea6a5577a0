package org.silverteller.money;

import java.util.Optional;

/**
 * The fewest notes that pay an amount from a stock by denomination: depth first from the largest
 * note down, most notes first, cut off where even notes that could be cut into pieces would take no
 * fewer than the best found (branch and bound). Exact; of several ways with equally few notes the
 * one with the most of the largest notes is found. One object searches once.
 */
final class FewestNotes {

  /** A search this long meets the same rest again and again; from here on it is remembered. */
  private static final int SHORT_SEARCH = 512;

  /** Two bytes each; amounts and notes that ask for more are none that a machine pays. */
  private static final int MOST_REMEMBERED = 1 << 20;

  private static final int NEVER = Integer.MAX_VALUE / 2;

  private final NoteStock stock;
  private final long amount;
  private final int firstSmall;
  private final long reserve;
  private final int shortSearch;

  private final int[] taken;
  private int[] best = {};
  private int fewest;
  private int steps;
  private short[] usedAtRest = {};

  private FewestNotes(NoteStock stock, long amount, long reserve, int mostNotes, int shortSearch) {
    this.stock = stock;
    this.amount = amount;
    this.firstSmall = stock.firstSmall();
    this.reserve = reserve;
    this.taken = new int[stock.kinds()];
    this.fewest = mostNotes + 1;
    this.shortSearch = shortSearch;
  }

  /**
   * @param amount yuan, above 0
   * @param policy which notes may pay which part
   * @param mostNotes the most notes altogether
   * @return notes by the stock's kinds; empty when no way exists
   */
  static Optional<int[]> paying(NoteStock stock, long amount, MixPolicy policy, int mostNotes) {
    return paying(stock, amount, policy, mostNotes, SHORT_SEARCH);
  }

  /**
   * The same, with another length of search from which on rests are remembered; that changes the
   * time taken, never what is found.
   */
  static Optional<int[]> paying(
      NoteStock stock, long amount, MixPolicy policy, int mostNotes, int shortSearch) {
    if (amount <= 0 || amount > stock.yuanFrom(0)) {
      return Optional.empty();
    }
    long reserve = policy == MixPolicy.WITH_CHANGE ? Math.min(amount, NoteStock.HUNDRED) : 0;
    int first = policy == MixPolicy.SMALL_ONLY ? stock.firstSmall() : 0;
    var search = new FewestNotes(stock, amount, reserve, mostNotes, shortSearch);
    if (search.bound(first, amount) < search.fewest) {
      search.from(first, amount, 0);
    }
    return search.best.length == 0 ? Optional.empty() : Optional.of(search.best);
  }

  private void from(int kind, long rest, int used) {
    if (rest == 0) {
      fewest = used;
      best = taken.clone();
      return;
    }
    if (kind == taken.length
        || rest % stock.divisorFrom(kind) != 0
        || reachedBefore(kind, rest, used)) {
      return;
    }
    long value = stock.yuan(kind);
    long payable = kind < firstSmall ? rest - reserve : rest;
    for (int notes = (int) Math.min(stock.notes(kind), payable / value); notes >= 0; notes--) {
      long left = rest - notes * value;
      if (used + notes + bound(kind + 1, left) >= fewest) {
        break; // with fewer large notes the bound only grows
      }
      taken[kind] = notes;
      from(kind + 1, left, used + notes);
    }
    taken[kind] = 0;
  }

  /** Notes for {@code rest} if notes could be cut: never more than whole notes would take. */
  private int bound(int kind, long rest) {
    int notes = 0;
    long left = rest;
    for (int k = kind; k < taken.length; k++) {
      long value = stock.yuan(k);
      int all = stock.notes(k);
      if (left <= all * value) {
        return notes + (int) ((left + value - 1) / value);
      }
      notes += all;
      left -= all * value;
    }
    return left == 0 ? notes : NEVER;
  }

  /** The same rest was met at this kind with no more notes used: nothing better lies here. */
  private boolean reachedBefore(int kind, long rest, int used) {
    steps++;
    long unit = stock.divisorFrom(0);
    long width = amount / unit + 1;
    if (steps < shortSearch || width * taken.length > MOST_REMEMBERED) {
      return false;
    }
    if (usedAtRest.length == 0) {
      usedAtRest = new short[(int) width * taken.length];
    }
    int at = (int) (kind * width + rest / unit);
    int before = usedAtRest[at] - 1; // 0 stands for never
    if (before >= 0 && before <= used) {
      return true;
    }
    usedAtRest[at] = (short) (used + 1);
    return false;
  }
}
