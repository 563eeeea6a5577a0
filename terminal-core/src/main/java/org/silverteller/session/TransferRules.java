package org.silverteller.session;

import org.silverteller.money.Money;

/**
 * What this machine transfers at once. Daily limits, and whether an account may be paid at once,
 * are the host's.
 *
 * @param offered to holders of the own bank's cards
 * @param ownMaxPerTransaction the most between a customer's own accounts
 * @param otherMaxPerTransaction the most to somebody else
 * @param accountMinDigits the fewest digits of an account number
 * @param accountMaxDigits the most; fields 102 and 103 hold 28
 * @param realTime the customer may choose that it is posted at once, where the bank allows it
 *     (service rules 5.2)
 * @param elderRealTime the same in the elder profile, where it is otherwise always posted after 24
 *     hours
 */
public record TransferRules(
    boolean offered,
    Money ownMaxPerTransaction,
    Money otherMaxPerTransaction,
    int accountMinDigits,
    int accountMaxDigits,
    boolean realTime,
    boolean elderRealTime) {

  public static final TransferRules DEFAULT =
      new TransferRules(true, Money.ofYuan(50_000), Money.ofYuan(50_000), 16, 19, true, false);

  public TransferRules {
    refuseNothing("ownMaxPerTransaction", ownMaxPerTransaction);
    refuseNothing("otherMaxPerTransaction", otherMaxPerTransaction);
    if (accountMinDigits < 12 || accountMaxDigits > 28 || accountMinDigits > accountMaxDigits) {
      throw new IllegalArgumentException(
          "accountMinDigits "
              + accountMinDigits
              + " and accountMaxDigits "
              + accountMaxDigits
              + ": expected 12 … 28, in order");
    }
  }

  private static void refuseNothing(String key, Money limit) {
    if (limit.isZero()) {
      throw new IllegalArgumentException(key + " 0.00: expected more than nothing");
    }
  }

  Money limitFor(boolean own) {
    return own ? ownMaxPerTransaction : otherMaxPerTransaction;
  }
}
