package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silverteller.device.PassbookUnit;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.MachineLedger;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.store.Clearing;
import org.silverteller.store.Entry;
import org.silverteller.store.Finding;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * Checks the eighteen invariants of money and media. Sees what the ports see: what became durable,
 * what the dispenser was commanded, what went over the line, what hands took; and compares it with
 * the physical truth and the bank's books. Trusts neither the terminal's journal nor its counters.
 */
final class Auditor {

  private static final int PAN_DIGITS = 13;

  private final VirtualMachine machine;
  private final Books books;
  private final Tale tale;
  private final PaperWatch paper;
  private final CashExit exit;
  private final DepositAudit deposits;
  private final Map<Long, Payment> payments = new LinkedHashMap<>();
  private final Map<Integer, Payment> byStan = new HashMap<>();
  private final Map<Integer, Advice> owed = new LinkedHashMap<>();
  private final Set<Integer> requested = new HashSet<>();
  private final Set<Integer> alertsAnswered = new HashSet<>();
  private final List<Payment> open = new ArrayList<>();
  private long reversals;
  private long suspense;
  private int retainIntents;

  Auditor(VirtualMachine machine, VirtualBank bank, Map<String, VirtualBook> paper, Tale tale) {
    this.paper = new PaperWatch(bank.ledger(), paper);
    this.machine = machine;
    this.books = new Books(bank, machine);
    this.tale = tale;
    this.exit = new CashExit(machine);
    this.deposits = new DepositAudit(machine, payments);
  }

  long reversals() {
    return reversals;
  }

  long suspense() {
    return suspense;
  }

  DepositAudit deposits() {
    return deposits;
  }

  /** Withdrawals that ended with notes in the customer's hands. */
  long paid() {
    return books.paid();
  }

  // ---- the store

  /** All of this is durable now. */
  void durable(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry instanceof Entry.Journaled line) {
        journaled(line.text());
      } else if (entry instanceof Entry.Saved saved) {
        saved(saved.record());
      } else if (entry instanceof Entry.Owed due) {
        owes(due.advice());
      } else if (entry instanceof Entry.Opened) {
        suspense++;
      } else if (entry instanceof Entry.Cleared cleared) {
        cleared(cleared.clearing());
      }
    }
  }

  /** What the customer of a payment has, or can take; of a deposit, what the machine keeps. */
  Money handedOut(TransactionRecord record) {
    exit.look();
    Payment payment = payments.get(record.id());
    if (payment.deposit()) {
      deposits.look();
      return payment.kept();
    }
    return payment.taken().plus(payment.inReach());
  }

  private void cleared(Clearing clearing) {
    Payment payment = payments.get(clearing.proposal().transactionId());
    Violated.unless(
        !clearing.approvedBy().equals(clearing.proposal().by()),
        5,
        () -> payment + " was cleared by " + clearing.approvedBy() + " alone");
    if (clearing.finding() instanceof Finding.ByHand) {
      payment.settleByHand();
      books.settledByHand(payment);
    }
  }

  private void journaled(String text) {
    tale.mark(text);
    tale.tell("journal", text);
    if (text.startsWith("CARD RETAINING")) {
      retainIntents++;
    }
    secret(text, "the journal");
  }

  private void saved(TransactionRecord record) {
    Payment payment = payments.get(record.id());
    if (payment == null) {
      Violated.unless(
          record.state() == TransactionState.REQUESTED
              || record.state() == TransactionState.COLLECTING,
          12,
          () -> "transaction " + record.id() + " begins as " + record.state());
      payment = new Payment(record);
      payments.put(record.id(), payment);
      if (record.service() == Service.TRANSFER_CANCEL) {
        books.cancels(record.counterpart().replace("REF ", ""));
      }
      Payment before = byStan.put(record.stan().value(), payment);
      Violated.unless(before == null, 6, () -> "STAN " + record.stan() + " is taken a second time");
      open.add(payment);
      return;
    }
    TransactionRecord was = payment.record();
    Violated.unless(
        !was.state().isFinal()
            || was.state() == record.state()
            || was.state() == TransactionState.UNKNOWN,
        4,
        () ->
            "transaction " + record.id() + " was " + was.state() + " and is now " + record.state());
    payment.stands(record);
    if (record.state() == TransactionState.TAKEN && !trayForAll()) {
      exit.look();
      Payment now = payment;
      Violated.unless(
          now.inReach().isZero(),
          2,
          () -> now + " is said to be taken, and " + now.inReach() + " of it lies at the exit");
    }
  }

  /** What this machine has given out it can neither see nor draw back. */
  private boolean trayForAll() {
    var can = machine.spec().dispenser();
    return !can.takenSensor() && !can.retract();
  }

  private void owes(Advice advice) {
    tale.mark(advice.kind().ordinal());
    Payment payment = byStan.get(advice.original().stan().value());
    Violated.unless(
        payment != null,
        4,
        () -> "an advice for STAN " + advice.original().stan() + ", which is unknown");
    Violated.unless(
        payment.state() != TransactionState.UNKNOWN,
        5,
        () -> payment + " has an unknown outcome, and " + advice.kind() + " is owed for it");
    boolean voidedThenCredited =
        payment.deposit()
            && payment.state() == TransactionState.CLEARED
            && payment.owed().filter(one -> one.kind() == Advice.Kind.REVERSAL).isPresent();
    Violated.unless(
        payment.owed().isEmpty() || voidedThenCredited, 4, () -> payment + " owes a second advice");
    payment.owes(advice);
    owed.put(advice.stan().value(), advice);
  }

  /** The terminal boots on this record. */
  void boots(Store store) {
    Set<Long> lost = new HashSet<>();
    open.stream().filter(one -> !one.state().isFinal()).forEach(one -> lost.add(one.record().id()));
    open.forEach(Payment::reboots);
    store.unfinished().forEach(record -> lost.remove(record.id()));
    Violated.unless(
        lost.isEmpty(), 12, () -> "acknowledged transactions " + lost + " are lost after the boot");
    Set<Integer> advices = new HashSet<>();
    store.owed().forEach(one -> advices.add(one.advice().stan().value()));
    for (Advice advice : owed.values()) {
      Violated.unless(
          advices.contains(advice.stan().value()) || delivered(advice),
          12,
          () -> "advice STAN " + advice.stan() + " is lost after the boot");
    }
  }

  /** An alert is over when the bank has said anything to it. */
  private boolean delivered(Advice advice) {
    return alertsAnswered.contains(advice.stan().value())
        || books.advised(byStan.get(advice.original().stan().value()));
  }

  // ---- the dispenser

  /** Notes are to be stacked, or delivered at once. */
  void stacks(NoteMix mix, long reference) {
    tale.mark(reference);
    tale.tell("device", "dispenser stack " + mix + " for transaction " + reference);
    Payment payment = payments.get(reference);
    Violated.unless(
        payment != null, 3, () -> "stack for transaction " + reference + ", which is not durable");
    Violated.unless(
        payment.state() == TransactionState.STACKING && payment.record().planned().equals(mix),
        3,
        () -> "stack " + mix + " without a durable intent: " + payment);
    Violated.unless(payment.approved(), 3, () -> "stack without a durable approval: " + payment);
    Violated.unless(
        mix.total().equals(payment.record().amount()),
        3,
        () -> "stack " + mix + " for an approval of " + payment.record().amount());
    Violated.unless(
        payment.promised(),
        3,
        () -> "stack " + mix + ", and no reply on the line has approved that: " + payment);
    Violated.unless(!payment.dispensed(), 6, () -> payment + " dispenses a second time");
    Violated.unless(
        machine.moneyIn(Place.STACKER).isZero(),
        6,
        () -> payment + " stacks onto notes that lie in the stacker");
    books.demandDebited(payment);
    exit.bundleOf(payment);
  }

  /** The stacked notes are to be brought to the exit. */
  void presents() {
    tale.tell("device", "dispenser present");
    Violated.unless(
        exit.bundle().filter(one -> one.state() == TransactionState.PRESENTING).isPresent(),
        3,
        () -> "present without a durable intent: " + exit.bundle());
  }

  /** What lies at the exit is to be drawn back. */
  void retracts() {
    tale.tell("device", "dispenser retract");
    exit.look();
    for (Payment payment : exit.lying()) {
      Violated.unless(
          !payment.state().isFinal(),
          3,
          () -> "retract of notes whose record is final: " + payment);
    }
  }

  /** A command of the dispenser has ended, well or not: where are the notes? */
  void reach() {
    exit.look();
  }

  /** Rows are to be printed. */
  void prints(List<PassbookUnit.Row> rows) {
    tale.tell("device", "passbook prints " + rows);
    paper.prints(rows, open);
  }

  // ---- the line

  /** A message leaves. */
  void sends(byte[] message) {
    tale.mark(message);
    Peek peek = Peek.at(message);
    switch (peek.type()) {
      case 0x0200, 0x0100 -> requests(peek);
      case 0x0220, 0x0221, 0x0420, 0x0421 -> {
        reversals += peek.type() == 0x0420 ? 1 : 0;
        Violated.unless(
            owed.containsKey(peek.stan()),
            12,
            () -> peek + " leaves, and no durable advice says so");
      }
      default -> {}
    }
  }

  private void requests(Peek peek) {
    Payment payment = byStan.get(peek.stan());
    Violated.unless(
        payment != null && payment.state() == TransactionState.REQUESTED,
        12,
        () -> peek + " leaves without a durable request: " + payment);
    Violated.unless(requested.add(peek.stan()), 6, () -> peek + " leaves a second time");
  }

  /** A message arrives, in whatever shape. */
  void receives(byte[] message) {
    tale.mark(message);
    if (Peek.answersAdvice(message)) {
      Optional.ofNullable(owed.get(Peek.at(message).stan()))
          .filter(advice -> advice.kind() == Advice.Kind.ALERT)
          .ifPresent(alert -> alertsAnswered.add(alert.stan().value()));
    } else if (Peek.replies(message)) {
      Peek peek = Peek.at(message);
      Payment payment = byStan.get(peek.stan());
      if (payment != null) {
        payment.promise(peek.fen());
      }
    }
  }

  void cardRetained() {
    retainIntents--;
    Violated.unless(
        retainIntents >= 0, 10, () -> "a card was retained, and no durable line says so");
  }

  /** A customer has a slip in hand. */
  void slip(List<String> lines) {
    lines.forEach(line -> secret(line, "a slip"));
  }

  void shows(String title) {
    tale.mark(title);
    secret(title, "the screen");
  }

  private void secret(String text, String where) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      run = c >= '0' && c <= '9' ? run + 1 : 0;
      Violated.unless(run < PAN_DIGITS, 11, () -> "a card number stands in " + where + ": " + text);
    }
  }

  // ---- at rest

  /** Nobody is served, and the machine takes cards. */
  void idle() {
    exit.look();
    deposits.look();
    MachineLedger ledger = machine.ledger();
    if (!trayForAll() || machine.moneyIn(Place.EXIT).isZero()) {
      Violated.unlessNone(14, ledger.idleViolations());
    }
    Violated.unlessNone(18, ledger.recyclingViolations());
    Violated.unlessNone(8, ledger.numberViolations());
    for (Payment payment : open) {
      Violated.unless(
          payment.state() != TransactionState.UNKNOWN,
          5,
          () -> payment + " has an unknown outcome, and the machine takes cards");
    }
    open.removeIf(
        payment -> {
          boolean closed = payment.state().isFinal() && payment.state() != TransactionState.UNKNOWN;
          if (closed) {
            books.demandPaid(payment);
          }
          return closed;
        });
  }

  /** The world is healed and everything had its time. */
  void end(Store store) {
    exit.look();
    deposits.look();
    Collection<TransactionRecord> unfinished = store.unfinished();
    Violated.unless(unfinished.isEmpty(), 15, () -> "not final at the end: " + unfinished);
    Collection<OwedAdvice> still = store.owed();
    Violated.unless(still.isEmpty(), 15, () -> "still owed at the end: " + still);
    Violated.unless(
        store.suspense().isEmpty(), 15, () -> "still in suspense at the end: " + store.suspense());
    Violated.unlessNone(18, machine.ledger().recyclingViolations());
    Violated.unlessNone(8, machine.ledger().violations());
    for (Payment payment : open) {
      books.demandPaid(payment);
    }
    books.demandTotal();
    books.demandAllCredited(deposits.kept(), deposits.found());
    paper.read();
  }
}
