package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.host.Advice;
import org.silverteller.host.BookRow;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.host.iso8583.BookFields;
import org.silverteller.money.Money;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * The rules for paper: what is about to be printed is durable before the print head moves, what is
 * proven is durable after it, and the bank is told what became of every row it has handed out until
 * it has acknowledged that.
 *
 * <p>One row is printed at a time, so that a power cut leaves at most one in doubt.
 */
public final class PrintLedger {

  private final Store store;
  private final Ledger ledger;

  PrintLedger(Store store, Ledger ledger) {
    this.store = store;
    this.ledger = ledger;
  }

  /** Rows were handed out; none is on paper. */
  TransactionRecord handedOut(
      TransactionRecord record, Reply.Answered reply, Details.BookRows rows) {
    int line = rows.rows().stream().mapToInt(BookRow::line).findFirst().orElse(0);
    PrintProgress progress = new PrintProgress(rows.page(), line, rows.rows().size(), 0);
    TransactionRecord approved =
        record
            .answered(
                TransactionState.APPROVED, reply.code(), reply.authCode(), reply.settlementDate())
            .about(progress.toString());
    store.commit(
        new Entry.Saved(approved),
        ledger.line("ROWS STAN " + record.stan() + " HANDED OUT " + progress.place()));
    return approved;
  }

  /** The next row is about to be printed. */
  TransactionRecord printing(TransactionRecord record) {
    PrintProgress progress = PrintProgress.of(record.counterpart());
    return save(record.in(TransactionState.PRINTING), "PRINTING ROW " + progress.next());
  }

  /** The row is on paper. */
  TransactionRecord proven(TransactionRecord record) {
    PrintProgress before = PrintProgress.of(record.counterpart());
    return save(
        record.in(TransactionState.APPROVED).about(before.oneMore().toString()),
        "PRINTED ROW " + before.next());
  }

  /**
   * Nothing more is printed of what was handed out.
   *
   * @param doubt the row behind the proven ones may be on paper in part
   */
  void ended(TransactionRecord record, boolean doubt) {
    PrintProgress progress = PrintProgress.of(record.counterpart());
    tell(
        record.in(TransactionState.PRINTED),
        progress.proven(),
        doubt,
        Advice.Reason.COMPLETED,
        "ROWS STAN "
            + record.stan()
            + " PROVEN "
            + progress.proven()
            + " OF "
            + progress.rows()
            + (doubt ? ", NEXT IN DOUBT" : ""));
  }

  /** What was handed out cannot be printed; the bank has it back. */
  void refused(TransactionRecord record, Reply.Answered reply, String why) {
    TransactionRecord last =
        record.answered(
            TransactionState.PRINTED, reply.code(), reply.authCode(), reply.settlementDate());
    tell(
        last,
        0,
        false,
        Advice.Reason.COMPLETED,
        "ROWS STAN " + record.stan() + " NOT PRINTED: " + why);
  }

  /** Whether rows were handed out is not known: none of them is printed. */
  void unanswered(TransactionRecord last, String text) {
    tell(last, 0, false, Advice.Reason.TIME_OUT, text);
  }

  /** After a power cut: what the record proves. */
  public void recovered(TransactionRecord record) {
    if (record.state() == TransactionState.REQUESTED) {
      ledger.unanswered(record, Reply.Unknown.Cause.SILENCE);
    } else {
      ended(record, record.state() == TransactionState.PRINTING);
    }
  }

  private void tell(
      TransactionRecord last, int proven, boolean doubt, Advice.Reason reason, String text) {
    List<Entry> entries = new ArrayList<>(List.of(new Entry.Saved(last), ledger.line(text)));
    entries.add(
        new Entry.Owed(
            new Advice(
                Advice.Kind.COMPLETION,
                store.takeStan(),
                ledger.now(),
                new Advice.Original(last.service(), last.stan(), last.rrn(), last.time()),
                last.account().orElseThrow(),
                last.entry(),
                Money.ZERO,
                Money.ZERO,
                reason,
                last.authCode(),
                BookFields.outcome(proven, doubt),
                0)));
    store.commit(entries);
  }

  private TransactionRecord save(TransactionRecord record, String what) {
    store.commit(new Entry.Saved(record), ledger.line("ROWS STAN " + record.stan() + " " + what));
    return record;
  }
}
