package org.silverteller.host;

/** What the host is asked to do. Processing codes are the host's configuration. */
public enum Service {
  WITHDRAWAL,
  BALANCE,
  /** Nothing is credited by the request: the completion with what was stored credits. */
  DEPOSIT,
  /** The last movements of an account: own bank only. */
  STATEMENT,
  /** Another PIN for a card: own bank only. */
  PIN_CHANGE,
  /** Between accounts of one customer in the same bank: at once. */
  TRANSFER_OWN,
  /** To another person's account: at once, or posted after 24 hours. */
  TRANSFER_OTHER,
  /** Which accounts the customer has in this bank. */
  ACCOUNTS,
  /** Whose account the money would go to, and what the bank knows of it. */
  PAYEE_CHECK,
  /** Transfers of this customer that are not posted yet. */
  PENDING_TRANSFERS,
  /** Takes back a transfer that is not posted yet; asked twice it has the effect of once. */
  TRANSFER_CANCEL,
  /** Tells the bank that a transfer to an account of its case list was stopped. */
  CASE_ALERT,
  /** How a passbook stands: its voucher is compared, replaced and stolen ones are refused. */
  BOOK_CHECK,
  /** Rows to print into a passbook; what became of them is told by an advice (0220). */
  BOOK_ROWS;

  /**
   * Whether a request without an answer is reversed: it may have changed an account or a PIN. The
   * others change nothing, or are asked again with the effect of once.
   */
  public boolean reversible() {
    return movesMoney() || this == PIN_CHANGE;
  }

  /** Money is asked for, brought or sent: the amount stands in field 4. */
  public boolean movesMoney() {
    return this == WITHDRAWAL || this == DEPOSIT || transfers();
  }

  /** Moves money from account to account, none of it as cash. */
  public boolean transfers() {
    return this == TRANSFER_OWN || this == TRANSFER_OTHER;
  }

  /**
   * A question on the way to a transfer: one PIN entry serves it and the request that it leads to.
   */
  public boolean leadsOn() {
    return this == ACCOUNTS || this == PAYEE_CHECK || this == PENDING_TRANSFERS;
  }
}
