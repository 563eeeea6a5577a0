package org.silverteller.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Stan;

/** The durable record of one machine. Used by the terminal thread alone. */
public interface Store extends AutoCloseable {

  /**
   * Makes all entries durable, together or not at all. When this returns they survive a power cut.
   *
   * @throws StoreFailure when that cannot be promised; the store then refuses everything
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

  Optional<TransactionRecord> transaction(long id);

  /** Advices not yet acknowledged, first to be sent first. */
  List<OwedAdvice> owed();

  List<SuspenseCase> suspense();

  /** Named counters; a name never added to is absent. */
  Map<String, Long> counters();

  /** The last lines of the journal, oldest first. */
  List<JournalLine> journal(int most);

  @Override
  void close();
}
