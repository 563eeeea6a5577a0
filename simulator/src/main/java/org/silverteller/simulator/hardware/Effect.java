package org.silverteller.simulator.hardware;

/**
 * A physical effect of a port command: the smallest step between two of which the power can fail.
 */
public enum Effect {
  /** The card slot was opened to a new card, or closed to it. */
  CARD_SLOT_SET,
  STRIPE_READ,
  CARD_EJECTED,
  CARD_RETAINED,
  /** The dispenser has noted the reference of a new bundle; no note has moved. */
  BUNDLE_BEGUN,
  /**
   * One note went from its cassette to the stacker, to the exit where there is no stacker, or to
   * the reject bin.
   */
  NOTE_PICKED,
  BUNDLE_PRESENTED,
  BUNDLE_RETRACTED,
  /** Transport and stacker were emptied into the reject bin. */
  TRANSPORT_REJECTED,
  /** A mechanism came to its rest position. */
  DEVICE_RESET,
  /** The PIN pad's keys were opened, opened for a PIN, or closed. */
  PAD_SET,
  PIN_ENCRYPTED,
  KEY_IMPORTED,
  MAC_MADE,
  SLIP_PRINTED,
  FRAME_SHOWN,
  SOUND_MADE,
  LIGHT_SET
}
