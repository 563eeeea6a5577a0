package org.silverteller.terminal;

/** What a named person may do at the machine (requirement 12 of the facts on security). */
public enum Role {
  /** Sees state, counts, journal and suspense cases; everybody at the control socket may. */
  VIEW,
  /** Fills and empties cash units, and tells the dispenser their counts. */
  REPLENISH,
  /** Mends, tests the cassettes, and stops the service. */
  SERVICE,
  /**
   * Decides over money whose place the machine does not know: settles suspense cases, always two
   * persons together. A role of its own, because whoever fills or mends the machine could have the
   * missing notes.
   */
  SECURITY
}
