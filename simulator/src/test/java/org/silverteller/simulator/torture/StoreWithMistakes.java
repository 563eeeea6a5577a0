package org.silverteller.simulator.torture;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Stan;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;

/**
 * A store that is right but for what its subclasses get wrong. Public, because it is made from
 * within classes of the terminal.
 */
public abstract class StoreWithMistakes implements Store {

  private final Store right;

  StoreWithMistakes(Store right) {
    this.right = right;
  }

  /** STANs are counted in memory, from 1 at each boot. */
  public static final class ForgottenStans extends StoreWithMistakes {
    private int last;

    public ForgottenStans(Store right) {
      super(right);
    }

    @Override
    public Stan takeStan() {
      super.takeStan();
      return new Stan(++last);
    }
  }

  /** What belongs together is committed one after the other. */
  public static final class OneByOne extends StoreWithMistakes {
    public OneByOne(Store right) {
      super(right);
    }

    @Override
    public void commit(List<Entry> entries) {
      entries.forEach(entry -> super.commit(List.of(entry)));
    }
  }

  @Override
  public void commit(List<Entry> entries) {
    right.commit(entries);
  }

  @Override
  public Stan takeStan() {
    return right.takeStan();
  }

  @Override
  public long nextTransactionId() {
    return right.nextTransactionId();
  }

  @Override
  public List<TransactionRecord> unfinished() {
    return right.unfinished();
  }

  @Override
  public Optional<TransactionRecord> transaction(long id) {
    return right.transaction(id);
  }

  @Override
  public List<OwedAdvice> owed() {
    return right.owed();
  }

  @Override
  public List<SuspenseCase> suspense() {
    return right.suspense();
  }

  @Override
  public Map<String, Long> counters() {
    return right.counters();
  }

  @Override
  public List<JournalLine> journal(int most) {
    return right.journal(most);
  }

  @Override
  public long journalLinesSince(LocalDate day) {
    return right.journalLinesSince(day);
  }

  @Override
  public void close() {
    right.close();
  }
}
