package org.silverteller.simulator.torture;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.Posting;
import org.silverteller.simulator.bank.Posting.Standing;
import org.silverteller.simulator.bank.TransactionId;
import org.silverteller.simulator.bank.TransferBook;
import org.silverteller.simulator.bank.TransferBook.Transfer;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.store.TransactionState;

/** The bank's books, held against the cash that left the machine. */
final class Books {

  private final VirtualBank bank;
  private final VirtualMachine machine;
  private final Set<String> cancelled = new HashSet<>();
  private Money byHand = Money.ZERO;
  private long paid;

  Books(VirtualBank bank, VirtualMachine machine) {
    this.bank = bank;
    this.machine = machine;
  }

  /** Withdrawals for which cash has left the machine. */
  long paid() {
    return paid;
  }

  /** The bank settles it with the customer; its books and the cash may differ by as much. */
  void settledByHand(Payment payment) {
    byHand = byHand.plus(payment.record().amount());
  }

  /** An advice for it has come. */
  boolean advised(Payment payment) {
    return posting(payment).filter(posting -> posting.advices() > 0).isPresent();
  }

  /** Before notes move: the whole amount is debited, and nothing was given back. */
  void demandDebited(Payment payment) {
    Optional<Posting> posting = posting(payment);
    Violated.unless(
        posting.isPresent()
            && posting.get().standing() == Standing.DEBITED
            && posting.get().debited().equals(payment.record().amount()),
        3,
        () -> payment + " is to be paid with the bank's books at " + posting);
  }

  /** Afterwards: net debit == cash that left the machine. */
  void demandPaid(Payment payment) {
    if (payment.record().service().transfers()) {
      demandTransferred(payment);
      return;
    }
    if (payment.deposit() && !payment.settledByHand()) {
      demandCredited(payment);
    }
    Optional<Posting> posting = posting(payment);
    if (payment.record().service() == Service.PIN_CHANGE) {
      demandDone(payment, posting);
    }
    if (payment.record().service() != Service.WITHDRAWAL || payment.settledByHand()) {
      return;
    }
    Money retained = posting.map(Posting::retained).orElse(Money.ZERO);
    Money cash = payment.taken().plus(payment.inReach());
    paid += cash.isZero() ? 0 : 1;
    Violated.unless(
        retained.equals(cash),
        cash.isZero() ? 4 : 2,
        () ->
            payment
                + " has debited "
                + retained
                + ", and "
                + cash
                + " left the machine; the books say "
                + posting.map(Posting::standing));
  }

  /** What a deposit was credited with is what the machine keeps of it; suspects are no part. */
  private void demandCredited(Payment payment) {
    Money credited = posting(payment).map(Posting::credited).orElse(Money.ZERO);
    Money kept = payment.kept().minus(payment.foundLater());
    Violated.unless(
        credited.equals(kept),
        credited.isMoreThan(kept) ? 2 : 4,
        () -> payment + " was credited with " + credited + ", and the machine keeps " + kept);
  }

  /** Over all deposits: credited is what the machine keeps, but for what is settled by hand. */
  void demandAllCredited(Money kept, Money found) {
    Money credited = Money.ZERO;
    for (BankLedger.AccountView account : bank.ledger().accounts()) {
      credited = credited.plus(bank.ledger().credited(account.number()));
    }
    Money sum = credited;
    Violated.unless(
        Math.abs(credited.plus(found).fen() - kept.fen()) <= byHand.fen(),
        2,
        () -> "the bank has credited " + sum + ", the machine keeps " + kept + ", found " + found);
  }

  /** What the terminal knows to be done stands done at the bank, and nothing else does. */
  private static void demandDone(Payment payment, Optional<Posting> posting) {
    boolean done = posting.filter(known -> known.standing() == Standing.DONE).isPresent();
    Violated.unless(
        done == (payment.state() == TransactionState.DONE),
        4,
        () -> payment + " stands at the bank as " + posting.map(Posting::standing));
  }

  /**
   * A transfer that is done is debited and on its way, until its customer has taken it back; any
   * other has debited nothing in the end.
   */
  private void demandTransferred(Payment payment) {
    Optional<Posting> posting = posting(payment);
    Optional<Transfer> transfer = posting.flatMap(one -> bank.transfers().find(one.id()));
    Money retained = posting.map(Posting::retained).orElse(Money.ZERO);
    boolean done = payment.state() == TransactionState.DONE;
    boolean cancelled = posting.filter(one -> one.standing() == Standing.CANCELLED).isPresent();
    Money expected = done && !cancelled ? payment.record().amount() : Money.ZERO;
    Violated.unless(
        retained.equals(expected),
        done ? 2 : 4,
        () -> payment + " has debited " + retained + "; the books say " + posting + transfer);
    boolean under =
        transfer
            .map(Transfer::standing)
            .filter(one -> one == TransferBook.Standing.HELD || one == TransferBook.Standing.POSTED)
            .isPresent();
    Violated.unless(
        under == !expected.isZero(),
        2,
        () -> payment + " has debited " + retained + ", and its transfer is " + transfer);
    Violated.unless(
        !cancelled || this.cancelled.contains(posting.get().rrn()),
        2,
        () -> payment + " is cancelled, and no customer has asked for that");
  }

  /** A customer asks to have a transfer taken back. */
  void cancels(String reference) {
    cancelled.add(reference);
  }

  /** Over all: what the bank keeps is what left the machine, but for what is settled by hand. */
  void demandTotal() {
    long kept = -bank.transfers().held().fen() + bank.ledger().claims().fen();
    Money sent = Money.ZERO;
    Money received = Money.ZERO;
    for (BankLedger.AccountView account : bank.ledger().accounts()) {
      Money retained = bank.ledger().retained(account.number());
      Violated.unless(
          account.paidFen() == retained.fen() - bank.ledger().credited(account.number()).fen(),
          2,
          () ->
              account.number()
                  + " has paid "
                  + account.paidFen()
                  + " fen, its postings "
                  + retained
                  + " less "
                  + bank.ledger().credited(account.number()));
      kept += account.opening().fen() - account.ledger().fen();
      kept += bank.ledger().credited(account.number()).fen();
      received = received.plus(account.received());
    }
    for (Transfer transfer : bank.transfers().all()) {
      boolean posted = transfer.standing() == TransferBook.Standing.POSTED;
      sent = sent.plus(posted ? transfer.amount() : Money.ZERO);
    }
    Money arrived = received;
    Money posted = sent.plus(bank.ledger().claims());
    Violated.unless(
        arrived.equals(posted),
        2,
        () -> "transfers of " + posted + " are posted, and " + arrived + " has arrived");
    Money out = machine.moneyIn(Place.HANDS).plus(machine.moneyIn(Place.EXIT));
    long sum = kept;
    Violated.unless(
        Math.abs(kept - out.fen()) <= byHand.fen(),
        2,
        () ->
            "all accounts and held transfers, but for deposits, are short of "
                + sum
                + " fen, "
                + out
                + " left the machine, "
                + byHand
                + " is settled by hand");
  }

  private Optional<Posting> posting(Payment payment) {
    LocalDateTime time = payment.record().time();
    long day = time.getMonthValue() * 100L + time.getDayOfMonth();
    long sent = ((day * 100 + time.getHour()) * 100 + time.getMinute()) * 100 + time.getSecond();
    return bank.ledger()
        .posting(
            new TransactionId(Cast.TERMINAL.terminalId(), payment.record().stan().value(), sent));
  }
}
