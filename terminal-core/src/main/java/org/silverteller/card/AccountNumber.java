package org.silverteller.card;

/**
 * The number of an account, on a card or in a passbook. It masks itself: the digits leave it only
 * through {@link #reveal()}, for the message codec, the PIN block and the sealed record.
 */
public sealed interface AccountNumber permits Pan, BookAccount {

  /** All digits; callers are held to few places by an architecture test. */
  String reveal();

  /** As a journal, a log or a slip may show it. */
  String masked();

  String lastFour();

  /**
   * An account number as it is typed or told: a card's when it is short enough to be one.
   *
   * @throws CardFormatException when it is no 12–28 digits; the text tells the length, not the
   *     digits
   */
  static AccountNumber of(String digits) throws CardFormatException {
    return digits.length() <= 19 ? Pan.of(digits) : BookAccount.of(digits);
  }
}
