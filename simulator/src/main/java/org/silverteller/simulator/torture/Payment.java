package org.silverteller.simulator.torture;

import java.util.Optional;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * What the auditor knows of one transaction: what is durable of it, and what notes moved for it.
 */
final class Payment {

  private TransactionRecord record;
  private boolean approved;
  private boolean dispensed;
  private boolean settledByHand;
  private Optional<Advice> owed = Optional.empty();
  private boolean promised;
  private Money inReach = Money.ZERO;
  private Money taken = Money.ZERO;
  private boolean rebooted;
  private Money kept = Money.ZERO;
  private Money foundLater = Money.ZERO;

  Payment(TransactionRecord record) {
    this.record = record;
  }

  TransactionRecord record() {
    return record;
  }

  TransactionState state() {
    return record.state();
  }

  /** Another state of it is durable. */
  void stands(TransactionRecord next) {
    record = next;
    approved |= next.state() == TransactionState.APPROVED;
  }

  boolean approved() {
    return approved;
  }

  /** A reply to its request has come over the line, and tells that amount. */
  void promise(long fen) {
    promised |= fen == record.amount().fen();
  }

  /** A reply to its request has told its amount. */
  boolean promised() {
    return promised;
  }

  /** Notes of it were once in the customer's reach. */
  boolean dispensed() {
    return dispensed;
  }

  boolean deposit() {
    return record.service() == Service.DEPOSIT;
  }

  /** The terminal has booted since it began. */
  boolean rebooted() {
    return rebooted;
  }

  void reboots() {
    rebooted = true;
  }

  /** What the machine physically keeps of a deposit. */
  Money kept() {
    return kept;
  }

  void keeps(Money money) {
    kept = money;
  }

  /** What of that was found only when it was over. */
  Money foundLater() {
    return foundLater;
  }

  void findsLater(Money money) {
    foundLater = foundLater.plus(money);
  }

  boolean settledByHand() {
    return settledByHand;
  }

  /** Two operators have said what it comes to. */
  void settleByHand() {
    settledByHand = true;
  }

  Optional<Advice> owed() {
    return owed;
  }

  void owes(Advice advice) {
    owed = Optional.of(advice);
  }

  /** Notes lie at the exit for it. */
  Money inReach() {
    return inReach;
  }

  /** Notes of it that hands have taken. */
  Money taken() {
    return taken;
  }

  void reaches(Money money) {
    dispensed = true;
    inReach = inReach.plus(money);
  }

  void drawnBack(Money money) {
    inReach = inReach.minus(money);
  }

  void handsTake(Money money) {
    inReach = inReach.minus(money);
    taken = taken.plus(money);
  }

  @Override
  public String toString() {
    return "transaction " + record.id() + " STAN " + record.stan() + " " + record.state();
  }
}
