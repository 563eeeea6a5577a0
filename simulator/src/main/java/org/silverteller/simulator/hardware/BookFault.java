package org.silverteller.simulator.hardware;

import org.silverteller.event.DeviceName;

/** What can go wrong with the passbook unit. */
public enum BookFault implements ExtraFault {
  /** The book sticks when it is to be moved; it is out of reach. */
  BOOK_JAM,
  /** After so many rows of a command the book sticks; the row under the head is on paper half. */
  PRINT_JAM,
  STRIPE_UNREADABLE,
  /** The page does not turn; it stays open where it was. */
  PAGE_TURN_FAILS,
  RETAIN_BIN_FULL,
  OFFLINE;

  @Override
  public DeviceName device() {
    return DeviceName.PASSBOOK_UNIT;
  }
}
