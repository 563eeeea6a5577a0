package org.silverteller.coverage;

import java.util.Locale;

/** How many branches of some code the tests took, and how many they never took. */
record Branches(int taken, int missed) {

  Branches plus(Branches other) {
    return new Branches(taken + other.taken, missed + other.missed);
  }

  /** The share taken, 0 to 1; 1 where there is no branch to take. */
  double share() {
    return taken + missed == 0 ? 1 : (double) taken / (taken + missed);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%5.1f %% (%d of %d)", 100 * share(), taken, taken + missed);
  }
}
