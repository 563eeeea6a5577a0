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
  LIGHT_SET,
  /** The acceptor has noted the reference of a new cash-in; its input is open. */
  CASH_IN_BEGUN,
  /** The acceptor's shutter has closed behind a bunch; no note of it has moved. */
  BUNCH_DRAWN_IN,
  /** One note went from the input to the escrow, to the exit, or to the bin for suspects. */
  NOTE_ACCEPTED,
  /** One note went from the escrow to its cash unit; at last, all were noted as stored. */
  NOTE_STORED,
  ESCROW_RETURNED,
  /** What lay in the acceptor outside its units was drawn into the retract unit. */
  DEPOSIT_RETRACTED,
  /** The passbook slot was opened to a new book, or closed to it. */
  BOOK_SLOT_SET,
  BOOK_STRIPE_READ,
  /** One row is on the open page. */
  ROW_PRINTED,
  PAGE_TURNED,
  BOOK_EJECTED,
  BOOK_RETAINED,
  /** The dispenser has noted what an operator counted. */
  COUNTS_SET
}
