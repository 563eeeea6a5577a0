package org.silverteller.host;

/** What the host is asked to do. Processing codes are the host's configuration. */
public enum Service {
  WITHDRAWAL,
  BALANCE,
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
  CASE_ALERT;

  /** Whether an approval debits the customer, so that a request without an answer is reversed. */
  public boolean debits() {
    return switch (this) {
      case WITHDRAWAL, TRANSFER_OWN, TRANSFER_OTHER -> true;
      case BALANCE, ACCOUNTS, PAYEE_CHECK, PENDING_TRANSFERS, TRANSFER_CANCEL, CASE_ALERT -> false;
    };
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
