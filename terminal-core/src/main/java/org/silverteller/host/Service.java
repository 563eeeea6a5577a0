package org.silverteller.host;

/** What the host is asked to do. Processing codes are the host's configuration. */
public enum Service {
  WITHDRAWAL,
  BALANCE,
  /** How a passbook stands: its voucher is compared, replaced and stolen ones are refused. */
  BOOK_CHECK,
  /** Rows to print into a passbook; what became of them is told by an advice (0220). */
  BOOK_ROWS;

  /** Whether an account may be debited or credited by it. */
  public boolean movesMoney() {
    return this == WITHDRAWAL;
  }
}
