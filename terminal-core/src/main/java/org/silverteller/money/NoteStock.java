package org.silverteller.money;

import java.util.Arrays;
import java.util.List;

/**
 * What may be dispensed now, by kind of note, the largest first; no kind holds more than one bundle
 * takes.
 */
final class NoteStock {

  /** Notes below it are small (service rules 4.4). */
  static final int HUNDRED = 100;

  private static final int TEN = 10;

  private final int[] yuan;
  private final int[] notes;
  private final int[] divisors;
  private final long[] sums;

  private NoteStock(int[] yuan, int[] notes) {
    this.yuan = yuan;
    this.notes = notes;
    this.divisors = new int[yuan.length + 1];
    this.sums = new long[yuan.length + 1];
    for (int kind = yuan.length - 1; kind >= 0; kind--) {
      divisors[kind] = gcd(yuan[kind], divisors[kind + 1]);
      sums[kind] = sums[kind + 1] + (long) notes[kind] * yuan[kind];
    }
  }

  static NoteStock of(List<CashUnit> units, MixRules rules) {
    int[] yuan = kinds(units);
    int[] notes = new int[yuan.length];
    for (CashUnit unit : units) {
      for (int kind = 0; kind < yuan.length; kind++) {
        if (unit.denomination().yuan() == yuan[kind]) {
          int most =
              yuan[kind] == TEN
                  ? Math.min(rules.tensPerTransaction(), rules.notesPerBundle())
                  : rules.notesPerBundle();
          notes[kind] = (int) Math.min(most, (long) notes[kind] + unit.available());
        }
      }
    }
    return new NoteStock(yuan, notes);
  }

  /** Each face value that can be dispensed, the largest first. */
  private static int[] kinds(List<CashUnit> units) {
    int[] found = new int[units.size()];
    int kinds = 0;
    for (CashUnit unit : units) {
      int value = unit.denomination().yuan();
      int at = 0;
      while (at < kinds && found[at] > value) {
        at++;
      }
      boolean known = at < kinds && found[at] == value;
      if (!known && unit.available() > 0) {
        System.arraycopy(found, at, found, at + 1, kinds - at);
        found[at] = value;
        kinds++;
      }
    }
    return Arrays.copyOf(found, kinds);
  }

  int kinds() {
    return yuan.length;
  }

  int yuan(int kind) {
    return yuan[kind];
  }

  int notes(int kind) {
    return notes[kind];
  }

  /** Every amount that this kind and the smaller ones can pay is a multiple of it. */
  int divisorFrom(int kind) {
    return divisors[kind];
  }

  /** All the yuan in this kind and the smaller ones. */
  long yuanFrom(int kind) {
    return sums[kind];
  }

  /** The first kind below 100 yuan. */
  int firstSmall() {
    int first = 0;
    while (first < yuan.length && yuan[first] >= HUNDRED) {
      first++;
    }
    return first;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
