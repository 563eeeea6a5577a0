package org.silverteller.simulator.torture;

import java.util.List;

/**
 * An invariant does not hold. An Error, so that nothing between the port that saw it and the
 * chamber may handle it.
 */
final class Violated extends Error {
  private static final long serialVersionUID = 1L;

  private final int invariant;

  /**
   * @param invariant its number in the list of invariants, 1–18
   * @param what what was found, and what was expected
   */
  Violated(int invariant, String what) {
    this(invariant, what, null);
  }

  private Violated(int invariant, String what, RuntimeException cause) {
    super("invariant " + invariant + ": " + what, cause);
    this.invariant = invariant;
  }

  /** What was found instead; put into words only when it is told. */
  interface Found {
    String words();
  }

  /**
   * @throws Violated unless it holds
   */
  static void unless(boolean holds, int invariant, Found found) {
    if (!holds) {
      throw new Violated(invariant, found.words());
    }
  }

  /**
   * @throws Violated unless nothing was found
   */
  static void unlessNone(int invariant, List<String> found) {
    if (!found.isEmpty()) {
      throw new Violated(invariant, String.join("; ", found));
    }
  }

  /** The program under torture, or the world around it, has failed by itself. */
  static Violated byFault(RuntimeException fault) {
    return new Violated(15, "the program fails: " + fault, fault);
  }

  int invariant() {
    return invariant;
  }
}
