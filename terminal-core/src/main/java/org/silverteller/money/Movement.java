package org.silverteller.money;

import java.time.LocalDate;

/**
 * One movement on an account, as its bank tells it.
 *
 * @param date booked
 * @param summary what it was, in the bank's words; printable, at most sixteen columns
 * @param credit money came in; otherwise it went out
 * @param balance after it
 * @param overdrawn the balance is owed by the holder
 */
public record Movement(
    LocalDate date,
    String summary,
    boolean credit,
    Money amount,
    Money balance,
    boolean overdrawn) {

  /** What was on the account before it, in fen; negative when that was overdrawn. */
  public long fenBefore() {
    return fenAfter() - (credit ? amount.fen() : -amount.fen());
  }

  /** What was on the account after it, in fen; negative when overdrawn. */
  public long fenAfter() {
    return overdrawn ? -balance.fen() : balance.fen();
  }
}
