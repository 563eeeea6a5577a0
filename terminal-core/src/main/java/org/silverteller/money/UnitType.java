package org.silverteller.money;

/** What a cash unit is for (CEN/XFS CDM, WFSCDMCASHUNIT.usType; CIM, WFSCIMCASHIN.fwType). */
public enum UnitType {
  /** Notes are dispensed from it. */
  BILL,
  /** Notes are dispensed from it and deposited into it. */
  RECYCLE,
  /** Holds notes that failed to be picked, counted or presented. */
  REJECT,
  /** Holds notes that the customer left in the exit. */
  RETRACT,
  /** Takes deposited notes and gives none. */
  CASH_IN;

  public boolean dispenses() {
    return this == BILL || this == RECYCLE;
  }
}
