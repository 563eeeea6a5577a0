package org.silverteller.store;

/**
 * How far a transaction came. States ending in -ING are intents: they are durable before the
 * command they name is given, so that after a power cut nothing is believed that was not proven.
 */
public enum TransactionState {
  /**
   * A deposit: the acceptor is being told to begin, then the customer puts notes in. All that is
   * inside is the customer's; the bank has not been asked.
   */
  COLLECTING,
  /** The request may have left; nothing is known of the reply. */
  REQUESTED,
  /** Final: the request provably never left. */
  NOT_SENT,
  /** Final: the host said no. */
  DECLINED,
  /** Final: no trustworthy reply; a reversal is owed. */
  UNANSWERED,
  /** The host said yes; no note has moved. */
  APPROVED,
  /**
   * The dispenser is being told to stack. Without a stacker, notes may be in the customer's reach
   * from here on.
   */
  STACKING,
  /** The notes are counted and out of reach. */
  COUNTED,
  /** The dispenser is being told to present. */
  PRESENTING,
  /** The notes are in the customer's reach. */
  PRESENTED,
  /** Final: the customer has the notes. */
  TAKEN,
  /** Final: the notes, or some, came back and were counted; what came back is reversed. */
  RETRACTED,
  /** Final: nothing was paid after an approval; the whole amount is reversed. */
  UNPAID,
  /**
   * Final: what happened cannot be known; a suspense case is open and nothing is reversed by
   * itself.
   */
  UNKNOWN,
  /**
   * Final: was UNKNOWN, until two persons settled the suspense case. What the customer has stands
   * in the clearing; what followed from it for the host is owed or settled.
   */
  CLEARED,
  /** A deposit: the acceptor is being told to store what the customer has confirmed. */
  STORING,
  /**
   * Final: the notes of a deposit are in the cash units; the completion that credits it is owed.
   */
  STORED,
  /** A deposit: the acceptor is being told to hand everything back. */
  RETURNING,
  /** Final: the customer has all notes of a deposit again, or never put one in. */
  RETURNED,
  /** Final: an inquiry was answered. */
  ANSWERED,
  /** Final: the host has done what was asked; nothing moves here. */
  DONE,
  /** The passbook unit is being told to print one row; it may be on paper, or in part. */
  PRINTING,
  /** Final: what is proven of the rows that were handed out is told by an advice. */
  PRINTED;

  public boolean isFinal() {
    return switch (this) {
      case NOT_SENT,
          DECLINED,
          UNANSWERED,
          TAKEN,
          RETRACTED,
          UNPAID,
          UNKNOWN,
          CLEARED,
          STORED,
          RETURNED,
          ANSWERED,
          DONE,
          PRINTED ->
          true;
      case COLLECTING,
          REQUESTED,
          APPROVED,
          STACKING,
          COUNTED,
          PRESENTING,
          PRESENTED,
          STORING,
          RETURNING,
          PRINTING ->
          false;
    };
  }
}
