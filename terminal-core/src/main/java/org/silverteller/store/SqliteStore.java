package org.silverteller.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.Stan;

/**
 * The durable record of one machine in an SQLite database: one connection, write-ahead log, {@code
 * synchronous=FULL}, so that each commit is one forced write (rules of the facts on safety, "the
 * store").
 *
 * <p>The folder, mode 0700, holds the database, its log and the {@link DataKey}. Card numbers rest
 * sealed and are dropped, overwritten, once their transaction is final and nothing is owed for it.
 * A copy of a dropped number may stand, sealed, in the log until the log is used again.
 *
 * <p>After a failed write this object refuses everything: what the disk then holds is learned by
 * opening it anew, never by trying again. When it was the disk that failed, the connection is left
 * to the end of the process too, for closing it would write the log home and force the disk once
 * more: a force that follows a failed one proves nothing.
 */
public final class SqliteStore implements Store {

  /** Lines of the journal that are followed back at every start; some days of a busy machine. */
  private static final long LINES_VERIFIED_AT_START = 5_000;

  /** Commits until the log is written home and used again from its start; some 5 MB of log. */
  private static final int COMMITS_A_CHECKPOINT = 1_000;

  private static final int LARGEST_STAN = 999_999;

  private final StoreTrouble trouble;
  private final Connection connection;
  private final JournalTable journal;
  private final TransactionTable transactions;
  private final AdviceTable advices;
  private final SuspenseTable suspense;
  private final ClearingTable clearings;
  private final CounterTable counters;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;
  private final PreparedStatement checkpoint;
  private final PreparedStatement stan;
  private final PreparedStatement setStan;

  private int commitsInLog;
  private boolean usable = true;
  private boolean diskFailed;
  private StoreFailure notWrittenHome;

  private SqliteStore(StoreFile file, StoreTrouble trouble) throws SQLException {
    this.trouble = trouble;
    connection = file.connection();
    journal = new JournalTable(connection);
    transactions = new TransactionTable(connection, file.key());
    advices = new AdviceTable(connection, file.key());
    suspense = new SuspenseTable(connection);
    clearings = new ClearingTable(connection, suspense);
    counters = new CounterTable(connection);
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    rollback = connection.prepareStatement("ROLLBACK");
    checkpoint = connection.prepareStatement("PRAGMA wal_checkpoint(PASSIVE)");
    stan = connection.prepareStatement("SELECT stan FROM head");
    setStan = connection.prepareStatement("UPDATE head SET stan = ?");
  }

  /**
   * Opens the store in the folder, or makes an empty one when there is none. Settings are read
   * back, the database is checked, and the chain of the journal is followed over its last lines.
   *
   * @throws StoreFailure when it is damaged, in use by another process, or cannot be written; the
   *     text says what to do
   */
  public static SqliteStore open(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    var trouble = new StoreTrouble(place);
    try {
      StoreFile file = StoreFile.open(place, trouble);
      boolean opened = false;
      try {
        var store = new SqliteStore(file, trouble);
        store.verifyJournal(LINES_VERIFIED_AT_START);
        opened = true;
        return store;
      } finally {
        if (!opened) {
          file.connection().close();
        }
      }
    } catch (IOException failure) {
      throw trouble.of(failure);
    } catch (SQLException failure) {
      throw trouble.of(failure);
    }
  }

  /**
   * Verifies all there is: every page of the database and the journal from its first line. For the
   * quiet hours: it takes about a second for each 300,000 lines.
   *
   * @throws StoreFailure when something is damaged; the store then refuses everything
   */
  public void verify() {
    read(
        () -> {
          StoreFile.requireOk(StoreFile.ask(connection, "PRAGMA integrity_check(1)"), trouble);
          verifyJournal(Long.MAX_VALUE);
          return null;
        });
  }

  private void verifyJournal(long lines) throws SQLException {
    try {
      journal.verify(lines);
    } catch (StoreFailure damage) {
      throw trouble.damaged(damage.getMessage(), damage);
    }
  }

  @Override
  public void commit(List<Entry> entries) {
    requireUsable();
    if (!entries.isEmpty()) {
      write(() -> apply(entries));
    }
  }

  private void apply(List<Entry> entries) throws SQLException {
    boolean journaled = false;
    boolean mayClose = false;
    for (Entry entry : entries) {
      apply(entry);
      journaled |= entry instanceof Entry.Journaled;
      mayClose |=
          entry instanceof Entry.Settled
              || entry instanceof Entry.Cleared
              || entry instanceof Entry.Saved saved && saved.record().state().isFinal();
    }
    if (journaled) {
      journal.writeHead();
    }
    if (mayClose) {
      transactions.closeSettled();
      suspense.dropNotes();
    }
  }

  private void apply(Entry entry) throws SQLException {
    if (entry instanceof Entry.Saved saved) {
      transactions.save(saved.record());
    } else if (entry instanceof Entry.Owed owed) {
      advices.add(owed.advice());
    } else if (entry instanceof Entry.Attempted attempted) {
      advices.attempted(attempted.adviceId());
    } else if (entry instanceof Entry.Settled settled) {
      advices.settled(settled.adviceId());
    } else if (entry instanceof Entry.Journaled line) {
      journal.add(line.time(), line.text());
    } else if (entry instanceof Entry.Added added) {
      counters.add(added.counter(), added.amount());
    } else if (entry instanceof Entry.Noted noted) {
      suspense.note(noted.transactionId(), noted.text());
    } else if (entry instanceof Entry.Opened opened) {
      suspense.open(opened.suspense());
    } else if (entry instanceof Entry.Proposed proposed) {
      clearings.propose(proposed.proposal());
    } else if (entry instanceof Entry.Cleared cleared) {
      clearings.clear(cleared.clearing());
    }
  }

  @Override
  public Stan takeStan() {
    requireUsable();
    int[] taken = new int[1];
    write(
        () -> {
          try (ResultSet row = stan.executeQuery()) {
            taken[0] = row.getInt(1) % LARGEST_STAN + 1;
          }
          setStan.setInt(1, taken[0]);
          setStan.executeUpdate();
        });
    return new Stan(taken[0]);
  }

  @Override
  public long nextTransactionId() {
    return read(transactions::nextId);
  }

  @Override
  public List<TransactionRecord> unfinished() {
    return read(transactions::unfinished);
  }

  @Override
  public Optional<TransactionRecord> transaction(long id) {
    return read(() -> transactions.find(id));
  }

  @Override
  public List<TransactionRecord> paidSince(LocalDate day, String maskedAccount) {
    return read(() -> transactions.paidSince(day, maskedAccount));
  }

  @Override
  public List<OwedAdvice> owed() {
    return read(advices::all);
  }

  @Override
  public List<SuspenseCase> suspense() {
    return read(suspense::all);
  }

  @Override
  public Optional<Proposal> proposal(long transactionId) {
    return read(() -> clearings.proposal(transactionId));
  }

  @Override
  public List<ClearedCase> cleared(int most) {
    return read(() -> clearings.newest(most));
  }

  @Override
  public Map<String, Long> counters() {
    return read(counters::all);
  }

  @Override
  public List<JournalLine> journal(int most) {
    return read(() -> journal.newest(most));
  }

  @Override
  public long journalLinesSince(LocalDate day) {
    return read(() -> journal.linesSince(day));
  }

  @Override
  public void close() {
    usable = false;
    if (diskFailed) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException failure) {
      throw trouble.of(failure);
    }
  }

  private void requireUsable() {
    if (!usable) {
      throw new StoreFailure(
          trouble.folder()
              + ": the store is closed, or a write to it failed before. Start the terminal again:"
              + " it then learns what the disk holds.",
          notWrittenHome);
    }
  }

  /** Stays unusable whenever the end is not reached, whatever was thrown. */
  private void write(Write work) {
    usable = false;
    try {
      begin.executeUpdate();
      try {
        work.run();
      } catch (IllegalArgumentException refused) {
        rollback.executeUpdate();
        journal.reload();
        usable = true;
        throw refused;
      }
      commit.executeUpdate();
    } catch (SQLException failure) {
      diskFailed = StoreTrouble.ofDisk(failure);
      throw trouble.of(failure);
    }
    commitsInLog++;
    usable = commitsInLog < COMMITS_A_CHECKPOINT || writtenHome();
  }

  /**
   * Writes the log home into the database. What was committed is durable in the log already, so a
   * failure is not the commit's: the next call meets it.
   */
  private boolean writtenHome() {
    try (ResultSet row = checkpoint.executeQuery()) {
      commitsInLog = 0;
      return row.getInt(1) == 0;
    } catch (SQLException failure) {
      diskFailed = StoreTrouble.ofDisk(failure);
      notWrittenHome = trouble.of(failure);
      return false;
    }
  }

  private <T> T read(Read<T> work) {
    requireUsable();
    usable = false;
    try {
      T found = work.run();
      usable = true;
      return found;
    } catch (SQLException failure) {
      throw trouble.of(failure);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      throw trouble.damaged("a row cannot be read (" + unreadable.getMessage() + ")", unreadable);
    }
  }

  private interface Write {
    void run() throws SQLException;
  }

  private interface Read<T> {
    T run() throws SQLException;
  }
}
