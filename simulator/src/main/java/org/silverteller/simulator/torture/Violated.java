package org.silverteller.simulator.torture;

/**
 * An invariant does not hold. An Error, so that nothing between the port that saw it and the
 * chamber may handle it.
 */
final class Violated extends Error {
  private static final long serialVersionUID = 1L;

  private final int invariant;

  /**
   * @param invariant its number in the list of invariants, 1–15
   * @param what what was found, and what was expected
   */
  Violated(int invariant, String what) {
    super("invariant " + invariant + ": " + what);
    this.invariant = invariant;
  }

  int invariant() {
    return invariant;
  }
}
