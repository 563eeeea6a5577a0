package org.silverteller.simulator.torture;

import java.time.LocalDateTime;
import java.util.Optional;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.Posting;
import org.silverteller.simulator.bank.Posting.Standing;
import org.silverteller.simulator.bank.TransactionId;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.scenario.Cast;

/** The bank's books, held against the cash that left the machine. */
final class Books {

  private final VirtualBank bank;
  private final VirtualMachine machine;
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
    if (payment.deposit() && !payment.settledByHand()) {
      demandCredited(payment);
    }
    if (payment.record().service() != Service.WITHDRAWAL || payment.settledByHand()) {
      return;
    }
    Optional<Posting> posting = posting(payment);
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

  /** Over all: what the bank keeps is what left the machine, but for what is settled by hand. */
  void demandTotal() {
    Money kept = Money.ZERO;
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
      kept = kept.plus(retained);
    }
    Money out = machine.moneyIn(Place.HANDS).plus(machine.moneyIn(Place.EXIT));
    Money sum = kept;
    Violated.unless(
        Math.abs(kept.fen() - out.fen()) <= byHand.fen(),
        2,
        () ->
            "the bank keeps "
                + sum
                + ", "
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
