package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.Posting;
import org.silverteller.simulator.bank.VirtualBank;
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
    settled(violations);
    if (store.suspense().isEmpty()) {
      violations.addAll(machine.ledger().idleViolations());
    }
    secrets(violations);
    return violations;
  }

  /**
   * What all accounts have paid, less what is held for transfers = notes in the customers' hands: a
   * transfer neither makes nor loses money. A suspense case may hold the difference open, up to its
   * amount, and so may one that the bank settles by hand.
   */
  private void money(List<String> violations) {
    long kept = -bank.transfers().held().fen() + bank.ledger().claims().fen();
    for (BankLedger.AccountView account : bank.ledger().accounts()) {
      kept += account.opening().fen() - account.ledger().fen();
    }
    Money held = machine.ledger().paidOut();
    Money open = amounts(store.suspense().stream());
    Money byHand =
        amounts(
            store.cleared(Integer.MAX_VALUE).stream()
                .filter(done -> done.clearing().finding() instanceof Finding.ByHand)
                .map(ClearedCase::suspense));
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

  private Money amounts(Stream<SuspenseCase> cases) {
    return cases
        .map(SuspenseCase::transactionId)
        .map(id -> store.transaction(id).map(TransactionRecord::amount).orElse(Money.ZERO))
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
