package org.silverteller.card;

/** What sort of account a customer has in the bank. */
public enum AccountKind {
  CURRENT,
  SAVINGS,
  CARD,
  /** A kind that this machine has no word for. */
  OTHER
}
