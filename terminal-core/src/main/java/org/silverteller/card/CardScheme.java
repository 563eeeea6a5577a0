package org.silverteller.card;

/**
 * The payment scheme whose mark is on the card. UnionPay is the home scheme; the other six are the
 * foreign ones.
 */
public enum CardScheme {
  UNIONPAY,
  VISA,
  MASTERCARD,
  AMEX,
  JCB,
  DINERS,
  DISCOVER;

  public boolean foreign() {
    return this != UNIONPAY;
  }
}
