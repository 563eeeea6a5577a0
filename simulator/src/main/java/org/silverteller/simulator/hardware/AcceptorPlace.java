package org.silverteller.simulator.hardware;

/** Where a note that was put into an acceptor can be. */
public enum AcceptorPlace {
  /** In the input tray: in reach when the shutter is open or there is none. */
  INPUT,
  /** On the way, or stuck there. */
  TRANSPORT,
  /** Counted, out of reach, still the customer's. */
  ESCROW,
  /** In a cash unit or bin that is the acceptor's alone. */
  UNITS,
  /**
   * Given over to the dispenser, in a unit that both share: where it went from there, the books of
   * the dispenser tell.
   */
  RECYCLED,
  /** Handed back: in reach when the shutter is open or there is none. */
  EXIT,
  /** With the customer again. */
  HANDS,
  /** Taken out of the machine by an operator. */
  CARRIED_AWAY
}
