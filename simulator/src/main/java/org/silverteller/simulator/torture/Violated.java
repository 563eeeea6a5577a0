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
    this(invariant, what, null);
  }

  private Violated(int invariant, String what, RuntimeException cause) {
    super("invariant " + invariant + ": " + what, cause);
    this.invariant = invariant;
  }

  /** The program under torture has failed by itself. */
  static Violated byFault(RuntimeException fault) {
    return new Violated(15, "the program fails: " + fault, fault);
  }

  int invariant() {
    return invariant;
  }
}
