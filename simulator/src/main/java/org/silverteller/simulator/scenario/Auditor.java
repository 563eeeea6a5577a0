package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Posting;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.DepositLedger;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.store.ClearedCase;
import org.silverteller.store.Finding;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;

/**
 * Compares what the bank has kept with what the customers hold, and the machine with itself (design
 * §4). Trusts neither the terminal's journal nor its counters.
 */
public final class Auditor {

  private final VirtualMachine machine;
  private final VirtualBank bank;
  private final Store store;
  private final String told;

  /**
   * @param told everything that was written down, to be searched for card numbers
   */
  public Auditor(VirtualMachine machine, VirtualBank bank, Store store, String told) {
    this.machine = machine;
    this.bank = bank;
    this.store = store;
    this.told = told;
  }

  /** What does not hold, in words; empty when all does. */
  public List<String> violations() {
    List<String> violations = new ArrayList<>(machine.ledger().violations());
    money(violations);
    deposits(violations);
    settled(violations);
    if (store.suspense().isEmpty()) {
      violations.addAll(machine.ledger().idleViolations());
    }
    secrets(violations);
    return violations;
  }

  /**
   * What the bank has paid in notes = notes in the customers' hands. A suspense case may hold the
   * difference open, up to its amount, and so may one that the bank settles by hand.
   */
  private void money(List<String> violations) {
    long kept = bank.paidInNotesFen();
    Money held = machine.ledger().paidOut();
    Money open = amounts(store.suspense().stream());
    Money byHand = amounts(byHand());
    long difference = Math.abs(kept - held.fen());
    if (difference > open.plus(byHand).fen()) {
      violations.add(
          "the accounts have paid "
              + kept
              + " fen, the customers hold "
              + held
              + ", "
              + open
              + " is in suspense and "
              + byHand
              + " is settled by hand");
    }
  }

  /**
   * What was put in, is genuine and did not come back is credited, or is in a case that is open or
   * settled by hand. Suspects are never credited.
   */
  private void deposits(List<String> violations) {
    Money kept = machine.ledger().deposits().map(DepositLedger::keptGenuine).orElse(Money.ZERO);
    Money credited = bank.ledger().credited();
    boolean inACase =
        Stream.concat(store.suspense().stream(), byHand())
            .map(SuspenseCase::transactionId)
            .flatMap(id -> store.transaction(id).stream())
            .anyMatch(record -> record.service() == Service.DEPOSIT);
    if (credited.isMoreThan(kept) || !credited.equals(kept) && !inACase) {
      violations.add("the machine has kept " + kept + ", the bank has credited " + credited);
    }
  }

  private Stream<SuspenseCase> byHand() {
    return store.cleared(Integer.MAX_VALUE).stream()
        .filter(done -> done.clearing().finding() instanceof Finding.ByHand)
        .map(ClearedCase::suspense);
  }

  private Money amounts(Stream<SuspenseCase> cases) {
    return cases
        .map(SuspenseCase::transactionId)
        .flatMap(id -> store.transaction(id).stream())
        .filter(record -> record.service() != Service.DEPOSIT)
        .map(TransactionRecord::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private void settled(List<String> violations) {
    store
        .unfinished()
        .forEach(
            record -> violations.add("STAN " + record.stan() + " is not final: " + record.state()));
    store.owed().forEach(owed -> violations.add("still owed: STAN " + owed.advice().stan()));
    for (Posting posting : bank.ledger().postings()) {
      if (posting.reversed().isMoreThan(posting.debited())) {
        violations.add(posting.id() + " was given back more than was debited");
      }
    }
  }

  private void secrets(List<String> violations) {
    for (VirtualCard card : Wallet.cards()) {
      if (told.contains(card.pan().reveal())) {
        violations.add("the full number of " + card.name() + " stands in what was written down");
      }
    }
  }
}
