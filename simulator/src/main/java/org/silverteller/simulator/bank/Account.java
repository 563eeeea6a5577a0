package org.silverteller.simulator.bank;

import org.silverteller.money.Money;

/** A current account. The ledger balance may exceed what is available by what is held. */
final class Account {

  private final String number;
  private final Money opening;
  private Money ledger;
  private Money available;
  private Money credited = Money.ZERO;

  /**
   * @param held not available, for example frozen by a court
   */
  Account(String number, Money opening, Money held) {
    this.number = number;
    this.opening = opening;
    this.ledger = opening;
    this.available = opening.minus(held);
  }

  String number() {
    return number;
  }

  Money opening() {
    return opening;
  }

  Money ledger() {
    return ledger;
  }

  Money available() {
    return available;
  }

  /**
   * @throws IllegalArgumentException when more is drawn than is available
   */
  void debit(Money amount) {
    available = available.minus(amount);
    ledger = ledger.minus(amount);
  }

  /** What transfers have brought in. */
  Money credited() {
    return credited;
  }

  void receive(Money amount) {
    credited = credited.plus(amount);
    credit(amount);
  }

  /**
   * Undoes what a transfer has brought in.
   *
   * @return what the account has no more of
   */
  Money takeBack(Money amount) {
    Money can = amount.isMoreThan(available) ? available : amount;
    debit(can);
    credited = credited.minus(can);
    return amount.minus(can);
  }

  void credit(Money amount) {
    available = available.plus(amount);
    ledger = ledger.plus(amount);
  }
}
