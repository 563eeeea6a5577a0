package org.silverteller.simulator.hardware;

/** Where a note can be. */
public enum Place {
  CASSETTE,
  /** On the way, or stuck there. */
  TRANSPORT,
  /** Collected, out of the customer's reach. */
  STACKER,
  /** In the mouth: in reach when the shutter is open or there is none. */
  EXIT,
  REJECT,
  RETRACT,
  /** Paid out. */
  HANDS,
  /** Taken out of the machine by an operator. */
  CARRIED_AWAY
}
