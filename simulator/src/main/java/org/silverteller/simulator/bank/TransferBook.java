package org.silverteller.simulator.bank;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.PayeeName;
import org.silverteller.money.Money;

/**
 * The transfers that the bank has taken on. The payer is debited when one is taken on; the payee is
 * credited at once, or when 24 hours have passed; until then it can be cancelled. Each of these
 * happens once, however often it is asked for.
 *
 * <p>Used by the bank alone, which serves one at a time; {@link #all} is for auditors.
 */
public final class TransferBook {

  /** From acceptance to posting, for a transfer to somebody else (service rules 5.1). */
  static final Duration HOLD = Duration.ofHours(24);

  private final BankLedger ledger;
  private final BusinessDay day;
  private final InstantSource clock;
  private final Map<TransactionId, Transfer> transfers = new LinkedHashMap<>();

  /** How far a transfer is. */
  public enum Standing {
    /** Debited, and not credited yet. */
    HELD,
    POSTED,
    /** Its customer has taken it back; what was debited is given back. */
    CANCELLED,
    /**
     * Its machine has reversed it; what was debited is given back, what was credited taken back.
     */
    REVERSED
  }

  /**
   * One transfer.
   *
   * @param reference field 37 of its request
   * @param payer account debited
   * @param payee account credited
   * @param tail last four digits of the number that the payer typed
   * @param due when it is posted
   */
  public record Transfer(
      TransactionId id,
      String reference,
      String payer,
      String payee,
      PayeeName name,
      String tail,
      Money amount,
      Instant due,
      Standing standing) {
    Transfer in(Standing next) {
      return new Transfer(id, reference, payer, payee, name, tail, amount, due, next);
    }
  }

  TransferBook(BankLedger ledger, BusinessDay day, InstantSource clock) {
    this.ledger = ledger;
    this.day = day;
    this.clock = clock;
  }

  /** All, in the order in which they were taken on. */
  public synchronized List<Transfer> all() {
    return List.copyOf(transfers.values());
  }

  public synchronized Optional<Transfer> find(TransactionId id) {
    return Optional.ofNullable(transfers.get(id));
  }

  /** What was debited for transfers that are neither credited nor given back. */
  public synchronized Money held() {
    return transfers.values().stream()
        .filter(one -> one.standing() == Standing.HELD)
        .map(Transfer::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  /** Takes one on whose payer is debited; posts it at once when it is due. */
  synchronized void accept(Transfer transfer) {
    transfers.put(transfer.id(), transfer);
    postDue();
  }

  /** Credits the payees of all that are due. */
  synchronized void postDue() {
    Instant now = clock.instant();
    for (Transfer one : new ArrayList<>(transfers.values())) {
      if (one.standing() == Standing.HELD && !one.due().isAfter(now)) {
        ledger.credit(one.payee(), one.id(), now, one.amount(), day.date());
        transfers.put(one.id(), one.in(Standing.POSTED));
      }
    }
  }

  /** The payer's transfers that can be cancelled, the oldest first. */
  synchronized List<Transfer> pending(String payer) {
    postDue();
    return transfers.values().stream()
        .filter(one -> one.standing() == Standing.HELD && one.payer().equals(payer))
        .toList();
  }

  /**
   * Gives a transfer back to its payer that is not posted yet.
   *
   * @return whether it is cancelled, now or before
   */
  synchronized boolean cancel(String payer, String reference) {
    postDue();
    for (Transfer one : transfers.values()) {
      if (one.payer().equals(payer) && one.reference().equals(reference)) {
        return one.standing() == Standing.CANCELLED
            || one.standing() == Standing.HELD && cancel(one);
      }
    }
    return false;
  }

  private boolean cancel(Transfer held) {
    Optional<Posting> posting = ledger.posting(held.id());
    if (posting.isEmpty()) {
      return false;
    }
    ledger.settle(posting.get(), Posting.Standing.CANCELLED, held.amount(), day.date());
    transfers.put(held.id(), held.in(Standing.CANCELLED));
    return true;
  }

  /**
   * Its payer is given the money back by a reversal; what the payee has got of it is taken back.
   */
  synchronized void reversed(TransactionId id) {
    Transfer one = transfers.get(id);
    if (one == null) {
      return;
    }
    if (one.standing() == Standing.POSTED) {
      ledger.takeBack(one.payee(), one.id(), clock.instant(), one.amount(), day.date());
    }
    transfers.put(id, one.in(Standing.REVERSED));
  }

  /** The payer has paid the payee before. */
  synchronized boolean known(String payer, String payee) {
    return transfers.values().stream()
        .anyMatch(
            one ->
                one.standing() != Standing.REVERSED
                    && one.payer().equals(payer)
                    && one.payee().equals(payee));
  }
}
