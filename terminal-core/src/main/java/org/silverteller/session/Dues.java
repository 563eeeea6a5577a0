package org.silverteller.session;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardTable;
import org.silverteller.card.Pan;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/** What the host must be told once it is known what the customer has (design §4). */
final class Dues {

  /** Tag CA of field 48: a transfer to an account of the case list was stopped. */
  private static final String CASE_STOPPED = "CA0201";

  private final Store store;
  private final Supplier<LocalDateTime> now;
  private final CardTable cards;
  private final boolean completions;

  Dues(Store store, Supplier<LocalDateTime> now, CardTable cards, boolean completions) {
    this.store = store;
    this.now = now;
    this.cards = cards;
    this.completions = completions;
  }

  /**
   * Whether the host can be told that the customer has this much. Of a part only the own bank can
   * (field 95), and nothing can be said without the card number.
   */
  boolean tellable(TransactionRecord record, Money paid) {
    if (record.service() == Service.DEPOSIT) {
      return paid.isZero() || record.account().isPresent();
    }
    boolean whole = paid.equals(record.amount());
    boolean possible = paid.isZero() || ownBank(record);
    return whole || record.account().isPresent() && !paid.isMoreThan(record.amount()) && possible;
  }

  /**
   * A reversal of what was not paid, or the completion where the own bank wants one; empty when
   * nothing is to be told. Takes a STAN when there is something.
   */
  Optional<Entry> after(TransactionRecord last, Money paid, Advice.Reason reason) {
    if (!paid.equals(last.amount())) {
      return Optional.of(owed(last, paid, reason));
    }
    return completions && ownBank(last)
        ? Optional.of(owed(last, paid, Advice.Reason.COMPLETED))
        : Optional.empty();
  }

  Entry owed(TransactionRecord record, Money paid, Advice.Reason reason) {
    Advice.Kind kind =
        paid.isZero()
            ? Advice.Kind.REVERSAL
            : paid.equals(record.amount()) ? Advice.Kind.COMPLETION : Advice.Kind.PARTIAL_REVERSAL;
    return advice(kind, record, paid, reason);
  }

  /**
   * The completion upon which the bank credits a deposit, once for its original, whether or not it
   * ever saw the request.
   *
   * @param stored more or less than what was asked for is possible: the actual amount counts
   */
  Entry credit(TransactionRecord record, Money stored) {
    return advice(Advice.Kind.COMPLETION, record, stored, Advice.Reason.COMPLETED);
  }

  /** Takes back a request for a deposit that was not answered; it has credited nothing. */
  Entry withdrawn(TransactionRecord record, Advice.Reason reason) {
    return advice(Advice.Kind.REVERSAL, record, Money.ZERO, reason);
  }

  private Entry advice(
      Advice.Kind kind, TransactionRecord record, Money paid, Advice.Reason reason) {
    return new Entry.Owed(
        new Advice(
            kind,
            store.takeStan(),
            now.get(),
            new Advice.Original(record.service(), record.stan(), record.rrn(), record.time()),
            record.account().orElseThrow(),
            record.entry(),
            record.amount(),
            paid,
            reason,
            record.authCode(),
            "",
            0));
  }

  /** Tells the bank's staff of a transfer that was stopped after this question about its payee. */
  Entry alert(TransactionRecord check, Money amount) {
    return new Entry.Owed(
        new Advice(
            Advice.Kind.ALERT,
            store.takeStan(),
            now.get(),
            new Advice.Original(Service.CASE_ALERT, check.stan(), check.rrn(), check.time()),
            check.account().orElseThrow(),
            check.entry(),
            amount,
            Money.ZERO,
            Advice.Reason.SUSPECT,
            "",
            CASE_STOPPED,
            0));
  }

  private boolean ownBank(TransactionRecord record) {
    return record.account().filter(this::ownBank).isPresent();
  }

  /** Passbooks are the own bank's. */
  private boolean ownBank(AccountNumber account) {
    return !(account instanceof Pan pan)
        || cards.productOf(pan).filter(CardProduct::own).isPresent();
  }
}
