package org.silverteller.session;

import org.silverteller.store.TransactionRecord;

/**
 * The right to move notes for one approved transaction. Minted by the ledger when the approval is
 * durable, and nowhere else; spent once.
 */
final class DispenseRight {

  private final TransactionRecord approved;
  private boolean spent;

  DispenseRight(TransactionRecord approved) {
    this.approved = approved;
  }

  /** The approved record; it does not spend the right. */
  TransactionRecord record() {
    return approved;
  }

  /**
   * @throws IllegalStateException when it was spent before
   */
  TransactionRecord spend() {
    if (spent) {
      throw new IllegalStateException(
          "the right to dispense for transaction " + approved.id() + " was spent before");
    }
    spent = true;
    return approved;
  }
}
