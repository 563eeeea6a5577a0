package org.silverteller.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Advice;
import org.silverteller.host.Stan;

/** Remembers each commit, in order; the transactions it begins with are given to it. */
public final class RememberedStore implements Store {

  public final List<Entry> entries = new ArrayList<>();
  public final List<OwedAdvice> owed = new ArrayList<>();
  private final List<TransactionRecord> unfinished;
  private int stan = 100;

  public RememberedStore(TransactionRecord... unfinished) {
    this.unfinished = List.of(unfinished);
  }

  @Override
  public void commit(List<Entry> together) {
    entries.addAll(together);
  }

  public <T extends Entry> List<T> entries(Class<T> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<String> journaled() {
    return entries(Entry.Journaled.class).stream().map(Entry.Journaled::text).toList();
  }

  /** The transaction that was saved last, as it then stood. */
  public TransactionRecord last() {
    List<Entry.Saved> saved = entries(Entry.Saved.class);
    return saved.get(saved.size() - 1).record();
  }

  public List<Advice> advices() {
    return entries(Entry.Owed.class).stream().map(Entry.Owed::advice).toList();
  }

  @Override
  public Stan takeStan() {
    return new Stan(++stan);
  }

  @Override
  public long nextTransactionId() {
    return 1;
  }

  @Override
  public List<TransactionRecord> paidSince(LocalDate day, String maskedAccount) {
    return List.of();
  }

  @Override
  public List<TransactionRecord> unfinished() {
    return unfinished;
  }

  @Override
  public Optional<TransactionRecord> transaction(long id) {
    return entries(Entry.Saved.class).stream()
        .map(Entry.Saved::record)
        .filter(record -> record.id() == id)
        .reduce((earlier, later) -> later);
  }

  @Override
  public List<OwedAdvice> owed() {
    return List.copyOf(owed);
  }

  @Override
  public List<SuspenseCase> suspense() {
    return entries(Entry.Opened.class).stream().map(Entry.Opened::suspense).toList();
  }

  @Override
  public Optional<Proposal> proposal(long transactionId) {
    return entries(Entry.Proposed.class).stream()
        .map(Entry.Proposed::proposal)
        .filter(proposal -> proposal.transactionId() == transactionId)
        .reduce((earlier, later) -> later);
  }

  @Override
  public List<ClearedCase> cleared(int most) {
    return List.of();
  }

  @Override
  public Map<String, Long> counters() {
    return Map.of();
  }

  @Override
  public List<JournalLine> journal(int most) {
    return List.of();
  }

  @Override
  public long journalLinesSince(LocalDate day) {
    return 0;
  }

  @Override
  public void close() {}
}
