package org.silverteller.simulator.torture;

import java.util.Map;
import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.simulator.hardware.AcceptorPlace;
import org.silverteller.simulator.hardware.DepositLedger;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.VirtualNote;
import org.silverteller.store.TransactionState;

/**
 * The physical truth of deposits: which genuine notes the machine keeps of each, whatever it
 * believes. Looks before and after each command of the acceptor. Suspects are worth nothing.
 */
final class DepositAudit {

  private final VirtualMachine machine;
  private final Map<Long, Payment> payments;
  private Optional<Payment> current = Optional.empty();
  private Money keptBefore = Money.ZERO;
  private Money found = Money.ZERO;

  DepositAudit(VirtualMachine machine, Map<Long, Payment> payments) {
    this.machine = machine;
    this.payments = payments;
  }

  /** A cash-in is to begin. */
  void begins(long reference) {
    Payment payment = payments.get(reference);
    Violated.unless(
        payment != null && payment.state() == TransactionState.COLLECTING,
        3,
        () -> "the acceptor opens for transaction " + reference + ", and no record says so");
    look();
    keptBefore = kept();
    current = Optional.of(payment);
  }

  /** What is in escrow is to be stored. */
  void stores() {
    Payment payment = owner("stored");
    Violated.unless(
        payment.state() == TransactionState.STORING,
        3,
        () -> "notes are to be stored without a durable intent: " + payment);
    Violated.unless(
        payment.approved() && payment.promised() || payment.rebooted(),
        3,
        () -> "notes are to be stored that the bank has not taken: " + payment);
  }

  /** Everything is to be handed back. */
  void returns() {
    Payment payment = owner("handed back");
    Violated.unless(
        payment.state() == TransactionState.RETURNING
            || payment.rebooted() && payment.state() == TransactionState.COLLECTING,
        3,
        () -> "notes are to be handed back without a durable intent: " + payment);
  }

  private Payment owner(String what) {
    return current.orElseThrow(
        () -> new Violated(3, "notes are to be " + what + ", and no cash-in is under way"));
  }

  /** What lay outside the units was drawn in; where its deposit is over, nobody owns it. */
  void drawnIn(Money before) {
    boolean over =
        current.filter(payment -> payment.state().isFinal()).isPresent()
            && current.get().state() != TransactionState.UNKNOWN
            && current.get().state() != TransactionState.CLEARED;
    if (over) {
      Money now = inUnits();
      Money more = now.isMoreThan(before) ? now.minus(before) : Money.ZERO;
      found = found.plus(more);
      current.get().findsLater(more);
    }
  }

  /** Compares the truth with what it was; what is kept belongs to the cash-in that began last. */
  void look() {
    current.ifPresent(payment -> payment.keeps(difference(kept(), keptBefore)));
  }

  private static Money difference(Money now, Money before) {
    return now.isMoreThan(before) ? now.minus(before) : Money.ZERO;
  }

  /** Notes that were found when their deposit was over: credited to nobody. */
  Money found() {
    return found;
  }

  /** Genuine notes that came in and are not with customers again. */
  Money kept() {
    return deposits().map(DepositAudit::kept).orElse(Money.ZERO);
  }

  Money inUnits() {
    return deposits().map(acceptor -> worth(acceptor, AcceptorPlace.UNITS)).orElse(Money.ZERO);
  }

  private Optional<DepositLedger> deposits() {
    return machine.deposits();
  }

  private static Money kept(DepositLedger acceptor) {
    Money kept = Money.ZERO;
    for (AcceptorPlace place : AcceptorPlace.values()) {
      kept = place == AcceptorPlace.HANDS ? kept : kept.plus(worth(acceptor, place));
    }
    return kept;
  }

  private static Money worth(DepositLedger acceptor, AcceptorPlace place) {
    long yuan = 0;
    for (VirtualNote note : acceptor.in(place)) {
      yuan += note.quality().isGenuine() ? note.yuan() : 0;
    }
    return Money.ofYuan(yuan);
  }
}
