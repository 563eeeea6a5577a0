package org.silverteller.session;

import org.silverteller.store.TransactionRecord;

/**
 * The right to store the notes of one deposit that the bank takes. Minted by the deposit book when
 * the approval is durable, and nowhere else; spent once.
 */
final class StoreRight {

  private final TransactionRecord approved;
  private boolean spent;

  StoreRight(TransactionRecord approved) {
    this.approved = approved;
  }

  /**
   * @throws IllegalStateException when it was spent before
   */
  TransactionRecord spend() {
    if (spent) {
      throw new IllegalStateException(
          "the right to store for transaction " + approved.id() + " was spent before");
    }
    spent = true;
    return approved;
  }
}
