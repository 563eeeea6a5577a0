package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.host.Advice;
import org.silverteller.money.Money;
import org.silverteller.store.Clearing;
import org.silverteller.store.Entry;
import org.silverteller.store.Finding;
import org.silverteller.store.Proposal;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * The money rules for what people find out about a suspense case. Who may say so is asked
 * elsewhere.
 */
public final class SuspenseBook {

  private final Store store;
  private final Ledger ledger;
  private final Dues dues;

  public SuspenseBook(Store store, Ledger ledger) {
    this.store = store;
    this.ledger = ledger;
    this.dues = ledger.dues();
  }

  /** Whether the host can be told that the customer has this much of what was approved. */
  public boolean tellable(TransactionRecord record, Money paid) {
    return dues.tellable(record, paid);
  }

  /** What one person says is durable before it is answered; it moves no money. */
  public void propose(TransactionRecord record, Proposal proposal) {
    store.commit(
        new Entry.Proposed(proposal),
        ledger.line(
            "SUSPENSE STAN "
                + record.stan()
                + " PROPOSED "
                + proposal.finding()
                + " BY "
                + proposal.by()
                + " UNTIL "
                + proposal.until()));
  }

  /**
   * Two persons say the same: the case is closed, and what then is owed to the host is in the
   * queue, together in one commit.
   *
   * @return what is owed: none or one
   * @throws IllegalArgumentException when the host cannot be told so, or the case is not open;
   *     nothing has changed then
   */
  public List<Advice> clear(TransactionRecord record, Clearing clearing) {
    TransactionRecord last = record.in(TransactionState.CLEARED);
    List<Entry> entries =
        new ArrayList<>(List.of(new Entry.Saved(last), new Entry.Cleared(clearing)));
    entries.add(
        ledger.line(
            "SUSPENSE STAN "
                + record.stan()
                + " CLEARED "
                + clearing.finding()
                + " BY "
                + clearing.proposal().by()
                + " AND "
                + clearing.approvedBy()));
    if (clearing.finding() instanceof Finding.Credited credited && !credited.amount().isZero()) {
      entries.add(dues.credit(last, credited.amount()));
    }
    if (clearing.finding() instanceof Finding.Paid paid) {
      if (!tellable(record, paid.amount())) {
        throw new IllegalArgumentException(
            "STAN "
                + record.stan()
                + ": the host cannot be told "
                + paid
                + " of "
                + record.amount());
      }
      dues.after(last, paid.amount(), Advice.Reason.SUSPECT).ifPresent(entries::add);
    }
    store.commit(entries);
    return entries.stream()
        .filter(Entry.Owed.class::isInstance)
        .map(entry -> ((Entry.Owed) entry).advice())
        .toList();
  }
}
