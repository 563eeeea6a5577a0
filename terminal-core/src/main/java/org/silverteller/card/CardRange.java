package org.silverteller.card;

import java.util.Collections;
import java.util.SortedSet;

/**
 * Cards whose numbers begin alike.
 *
 * @param low first prefix, 1–11 digits
 * @param high last prefix, as long as {@code low}
 * @param lengths how many digits their PANs have
 * @param product what they are
 * @param accepted whether this machine takes them
 * @param line where the range stands in its table
 */
record CardRange(
    String low,
    String high,
    SortedSet<Integer> lengths,
    CardProduct product,
    boolean accepted,
    int line) {

  boolean holds(Pan pan) {
    return lengths.contains(pan.length()) && pan.startsBetween(low, high);
  }

  /** One card could belong to both, and neither prefix is the longer one. */
  boolean clashesWith(CardRange other) {
    return low.length() == other.low.length()
        && low.compareTo(other.high) <= 0
        && other.low.compareTo(high) <= 0
        && !Collections.disjoint(lengths, other.lengths);
  }
}
