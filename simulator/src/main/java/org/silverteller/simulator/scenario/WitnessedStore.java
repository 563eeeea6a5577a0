package org.silverteller.simulator.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Stan;
import org.silverteller.store.ClearedCase;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Proposal;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;

/** A store that tells what becomes durable, and that the power may fail around. */
public final class WitnessedStore implements Store {

  private final Store store;
  private final Around around;

  /** Called around each commit; may throw a power cut. */
  public interface Around {
    void before(List<Entry> entries);

    void after(List<Entry> entries);

    /** A STAN has been taken durably. */
    default void taken(Stan stan) {}
  }

  public WitnessedStore(Store store, Around around) {
    this.store = store;
    this.around = around;
  }

  @Override
  public void commit(List<Entry> entries) {
    around.before(entries);
    store.commit(entries);
    around.after(entries);
  }

  @Override
  public Stan takeStan() {
    Stan stan = store.takeStan();
    around.taken(stan);
    return stan;
  }

  @Override
  public long nextTransactionId() {
    return store.nextTransactionId();
  }

  @Override
  public List<TransactionRecord> unfinished() {
    return store.unfinished();
  }

  @Override
  public Optional<TransactionRecord> transaction(long id) {
    return store.transaction(id);
  }

  @Override
  public List<TransactionRecord> paidSince(LocalDate day, String maskedAccount) {
    return store.paidSince(day, maskedAccount);
  }

  @Override
  public List<OwedAdvice> owed() {
    return store.owed();
  }

  @Override
  public List<SuspenseCase> suspense() {
    return store.suspense();
  }

  @Override
  public Optional<Proposal> proposal(long transactionId) {
    return store.proposal(transactionId);
  }

  @Override
  public List<ClearedCase> cleared(int most) {
    return store.cleared(most);
  }

  @Override
  public Map<String, Long> counters() {
    return store.counters();
  }

  @Override
  public List<JournalLine> journal(int most) {
    return store.journal(most);
  }

  @Override
  public long journalLinesSince(LocalDate day) {
    return store.journalLinesSince(day);
  }

  @Override
  public void close() {
    store.close();
  }
}
