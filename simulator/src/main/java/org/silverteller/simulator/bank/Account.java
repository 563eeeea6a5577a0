package org.silverteller.simulator.bank;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.silverteller.host.Details;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;

/** A current account. The ledger balance may exceed what is available by what is held. */
final class Account {

  private final String number;
  private final Money opening;
  private Money ledger;
  private Money available;
  private final Deque<Movement> movements = new ArrayDeque<>();
  private Money credited = Money.ZERO;

  /**
   * @param held not available, for example frozen by a court
   * @param history what led to the opening balance, the newest first
   */
  Account(String number, Money opening, Money held, List<Movement> history) {
    this.number = number;
    this.opening = opening;
    this.ledger = opening;
    this.available = opening.minus(held);
    movements.addAll(history);
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

  /** The last movements, the newest first. */
  List<Movement> movements() {
    return List.copyOf(movements);
  }

  /**
   * @throws IllegalArgumentException when more is drawn than is available
   */
  void debit(Money amount, LocalDate day, String summary) {
    available = available.minus(amount);
    ledger = ledger.minus(amount);
    moved(day, summary, false, amount);
  }

  /** What transfers have brought in. */
  Money credited() {
    return credited;
  }

  void receive(Money amount, LocalDate day, String summary) {
    credited = credited.plus(amount);
    credit(amount, day, summary);
  }

  /**
   * Undoes what a transfer has brought in.
   *
   * @return what the account has no more of
   */
  Money takeBack(Money amount, LocalDate day, String summary) {
    Money can = amount.isMoreThan(available) ? available : amount;
    debit(can, day, summary);
    credited = credited.minus(can);
    return amount.minus(can);
  }

  void credit(Money amount, LocalDate day, String summary) {
    available = available.plus(amount);
    ledger = ledger.plus(amount);
    moved(day, summary, true, amount);
  }

  private void moved(LocalDate day, String summary, boolean credit, Money amount) {
    if (movements.size() >= Details.MOST_MOVEMENTS) {
      movements.removeLast();
    }
    movements.addFirst(new Movement(day, summary, credit, amount, ledger, false));
  }
}
