package org.silverteller.money;

/** The condition of a cash unit (CEN/XFS CDM, WFSCDMCASHUNIT.usStatus). */
public enum UnitState {
  OK,
  /** Below its low threshold; still dispenses. */
  LOW,
  EMPTY,
  /** Accepts no more: a bin, or a unit that recycles, which still dispenses. */
  FULL,
  /** Faulted: jam, pick failure, broken sensor. Not used until an operator has cleared it. */
  INOPERATIVE,
  MISSING;

  public boolean dispenses() {
    return this == OK || this == LOW || this == FULL;
  }
}
