package org.silverteller.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Stan;

/** The durable record of one machine. Used by the terminal thread alone. */
public interface Store extends AutoCloseable {

  /**
   * Makes all entries durable, together or not at all. When this returns they survive a power cut.
   * No entries at all are committed by doing nothing.
   *
   * @throws StoreFailure when that cannot be promised; the store then refuses everything
   * @throws IllegalArgumentException when an entry speaks of an advice that is not owed, or
   *     proposes or clears a case that is not open; nothing is written then, and the store goes on
   */
  void commit(List<Entry> entries);

  default void commit(Entry... entries) {
    commit(List.of(entries));
  }

  /** The next STAN, durably taken: 1–999999, then 1 again. */
  Stan takeStan();

  /** The id for the next transaction record: one more than the largest ever saved. */
  long nextTransactionId();

  /** Transactions that are not final, oldest first. */
  List<TransactionRecord> unfinished();

  /** A transaction; without its PAN when it is final, nothing is owed for it and no case open. */
  Optional<TransactionRecord> transaction(long id);

  /**
   * What this machine has paid out since the given day began, local time: the withdrawals of one
   * card or book, newest first, as far as they stand among the last few thousand transactions.
   *
   * @param maskedAccount the number as it is kept for ever; numbers that differ only in what is
   *     hidden count as one
   */
  List<TransactionRecord> paidSince(LocalDate day, String maskedAccount);

  /** Advices not yet acknowledged, first to be sent first. */
  List<OwedAdvice> owed();

  /** Open cases, oldest first, one a transaction. */
  List<SuspenseCase> suspense();

  /** What was last proposed for an open case, whether it still counts or not. */
  Optional<Proposal> proposal(long transactionId);

  /** The cases cleared last, in the order they were cleared. */
  List<ClearedCase> cleared(int most);

  /** Named counters; a name never added to is absent. */
  Map<String, Long> counters();

  /** The last lines of the journal, oldest first. */
  List<JournalLine> journal(int most);

  /** How many lines stand at the end of the journal since the given day began, local time. */
  long journalLinesSince(LocalDate day);

  @Override
  void close();
}
