package org.silverteller.money;

/** What a device finds of a note (service rules 4.7 and 4.10). */
public enum NoteVerdict {
  /** Counterfeit, or suspected to be. */
  SUSPECT,
  GENUINE,
  /** Genuine, and unfit to be paid out again. */
  DAMAGED,
  /** Genuine, of an old series. */
  OLD
}
