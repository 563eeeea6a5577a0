package org.silverteller.money;

/** Which way notes went when their serial numbers were read (service rules 4.9). */
public enum NoteMove {
  /** Counted for the customer and brought to the exit. */
  DISPENSED,
  /** Left at the exit and drawn back. */
  RETRACTED,
  /** Paid in by the customer: stored, or kept as suspects. */
  STORED
}
