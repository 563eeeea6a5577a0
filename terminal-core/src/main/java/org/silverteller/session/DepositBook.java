package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.CashAcceptor;
import org.silverteller.host.Advice;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.store.Entry;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * The money rules of deposits: every step is durable before the effect it names, and what is
 * credited is what is stored. The request credits nothing; the completion that becomes owed
 * together with STORED does, once.
 */
public final class DepositBook {

  /** Name of the counter of counterfeit suspects that were kept. */
  public static final String SUSPECTS_KEPT = "suspects kept";

  private final Ledger ledger;

  public DepositBook(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Durable before the acceptor opens. */
  TransactionRecord open(Holder holder) {
    TransactionRecord record =
        ledger.fresh(Service.DEPOSIT, holder, Money.ZERO).in(TransactionState.COLLECTING);
    return ledger.save(record, opened(record));
  }

  /** The journal line that begins a deposit. */
  static String opened(TransactionRecord record) {
    return record.service() + " STAN " + record.stan() + " COLLECTING";
  }

  /** The customer has confirmed what lies in escrow; the request is about to leave. */
  TransactionRecord confirmed(TransactionRecord record, CashAcceptor.Escrow escrow) {
    TransactionRecord confirmed = record.confirmed(escrow.accepted().notes());
    return ledger.save(confirmed, Ledger.requested(confirmed) + " ESCROW " + confirmed.counted());
  }

  /** The bank takes it; from this, and from nothing else, comes the right to store. */
  StoreRight approved(TransactionRecord record, Reply.Answered reply) {
    TransactionRecord approved = Ledger.answered(record, TransactionState.APPROVED, reply);
    ledger.save(
        approved,
        "DEPOSIT " + record.amount() + " STAN " + record.stan() + " RESPONSE " + reply.code());
    return new StoreRight(approved);
  }

  /**
   * Durable before the acceptor stores.
   *
   * @param before what its units hold until then
   */
  public TransactionRecord storing(TransactionRecord record, NoteMix before) {
    TransactionRecord storing = record.storing(before);
    return ledger.save(storing, "STORING " + record.counted());
  }

  /** The notes are the bank's, and the completion that credits them is owed. */
  public TransactionRecord stored(TransactionRecord record, NoteMix notes, int suspects) {
    TransactionRecord stored = record.stored(notes);
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                new Entry.Saved(stored),
                ledger.line("NOTES STORED " + notes),
                ledger.dues().credit(stored, notes.total())));
    entries.addAll(kept(suspects));
    ledger.commit(entries);
    return stored;
  }

  /** Durable before the acceptor hands back what the customer has not confirmed. */
  TransactionRecord returning(TransactionRecord record, String why) {
    return ledger.save(record.in(TransactionState.RETURNING), "RETURNING NOTES, " + why);
  }

  /**
   * The same after the bank was asked. Of a request without a trustworthy answer the bank is told
   * that it is void; it has credited nothing.
   */
  TransactionRecord returning(TransactionRecord record, Reply reply) {
    if (reply instanceof Reply.Answered answered && certain(record, answered)) {
      TransactionRecord returning = Ledger.answered(record, TransactionState.RETURNING, answered);
      return ledger.save(
          returning, "RETURNING NOTES, STAN " + record.stan() + " RESPONSE " + answered.code());
    }
    if (reply instanceof Reply.NotSent) {
      return returning(record, "STAN " + record.stan() + " NOT SENT");
    }
    TransactionRecord returning = record.in(TransactionState.RETURNING);
    ledger.commit(
        List.of(
            new Entry.Saved(returning),
            ledger.line("RETURNING NOTES, STAN " + record.stan() + " " + doubt(record, reply)),
            ledger.dues().withdrawn(returning, reason(reply))));
    return returning;
  }

  /** A no that is one: neither a yes to another amount nor an open outcome. */
  private static boolean certain(TransactionRecord record, Reply.Answered reply) {
    return switch (reply.action()) {
      case UNKNOWN, NEW_KEYS_AND_REVERSE -> false;
      case APPROVE -> reply.amount().equals(record.amount());
      default -> true;
    };
  }

  private static String doubt(TransactionRecord record, Reply reply) {
    if (reply instanceof Reply.Answered answered) {
      return answered.approved()
          ? "APPROVED FOR " + answered.amount() + " NOT " + record.amount()
          : "RESPONSE " + answered.code();
    }
    return ((Reply.Unknown) reply).cause().name().replace('_', ' ');
  }

  private static Advice.Reason reason(Reply reply) {
    if (reply instanceof Reply.Answered answered) {
      return answered.approved() ? Advice.Reason.AMOUNT_INCORRECT : Advice.Reason.TIME_OUT;
    }
    return ((Reply.Unknown) reply).cause() == Reply.Unknown.Cause.WRONG_MAC
        ? Advice.Reason.WRONG_MAC
        : Advice.Reason.TIME_OUT;
  }

  /** The customer has everything again, or nothing was ever inside. */
  public void returned(TransactionRecord record, String text, int suspects) {
    List<Entry> entries =
        new ArrayList<>(
            List.of(new Entry.Saved(record.in(TransactionState.RETURNED)), ledger.line(text)));
    entries.addAll(kept(suspects));
    ledger.commit(entries);
  }

  /**
   * Where all of the notes are cannot be known, or they are in the retract unit: a case, and
   * nothing credited until people have counted.
   */
  public void unknown(
      TransactionRecord record, CashAcceptor acceptor, List<String> why, int suspects) {
    List<String> lines = new ArrayList<>(why);
    lines.addAll(AcceptorWords.of(acceptor));
    ledger.openCase(record, lines, kept(suspects));
  }

  private List<Entry> kept(int suspects) {
    return suspects == 0
        ? List.of()
        : List.of(
            new Entry.Added(SUSPECTS_KEPT, suspects),
            ledger.line("COUNTERFEIT SUSPECTS KEPT " + suspects + ", NOT CREDITED"));
  }
}
