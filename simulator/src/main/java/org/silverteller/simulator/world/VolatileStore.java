package org.silverteller.simulator.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.store.ClearedCase;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Proposal;
import org.silverteller.store.Store;
import org.silverteller.store.StoreFailure;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;

/**
 * A store in memory, for the virtual world. What was committed is durable and outlives the power;
 * everything else is lost. A power cut, or a failing disk, strikes through {@link Hooks}: whatever
 * they throw leaves this object dead, and {@link #reboot()} shows what the disk then holds.
 *
 * <p>Keeps the same rules as the store on disk, above all when a card number is dropped.
 */
public final class VolatileStore implements Store {

  /** What happens around each commit; also around the one that takes a STAN. */
  public interface Hooks {

    /** Nothing of the commit is durable yet. */
    void beforeCommit(List<Entry> entries);

    /** All of the commit is durable, and the caller does not know it yet. */
    void afterCommit(List<Entry> entries);

    /** Nothing ever happens. */
    Hooks NONE =
        new Hooks() {
          @Override
          public void beforeCommit(List<Entry> entries) {}

          @Override
          public void afterCommit(List<Entry> entries) {}
        };
  }

  private static final int LARGEST_STAN = 999_999;

  private final Disk disk;
  private final Hooks hooks;
  private boolean usable = true;

  public VolatileStore(Hooks hooks) {
    this(new Disk(), hooks);
  }

  private VolatileStore(Disk disk, Hooks hooks) {
    this.disk = disk;
    this.hooks = hooks;
  }

  /** The store as it is found after the power came back, with the same hooks. */
  public VolatileStore reboot() {
    usable = false;
    return new VolatileStore(disk, hooks);
  }

  @Override
  public void commit(List<Entry> entries) {
    requireUsable();
    if (!entries.isEmpty()) {
      disk.requireOwed(entries);
      disk.requireOpen(entries);
      write(entries, () -> disk.apply(entries));
    }
  }

  @Override
  public Stan takeStan() {
    requireUsable();
    write(List.of(), () -> disk.stan = disk.stan % LARGEST_STAN + 1);
    return new Stan(disk.stan);
  }

  /** Dead whenever the end is not reached, whatever a hook throws. */
  private void write(List<Entry> entries, Runnable change) {
    usable = false;
    hooks.beforeCommit(entries);
    change.run();
    hooks.afterCommit(entries);
    usable = true;
  }

  @Override
  public long nextTransactionId() {
    requireUsable();
    return disk.transactions.isEmpty() ? 1 : disk.transactions.lastKey() + 1;
  }

  @Override
  public List<TransactionRecord> unfinished() {
    requireUsable();
    return disk.open.stream()
        .sorted()
        .map(disk.transactions::get)
        .filter(record -> !record.state().isFinal())
        .toList();
  }

  @Override
  public Optional<TransactionRecord> transaction(long id) {
    requireUsable();
    return Optional.ofNullable(disk.transactions.get(id));
  }

  @Override
  public List<TransactionRecord> paidSince(LocalDate day, String maskedAccount) {
    requireUsable();
    LocalDateTime midnight = day.atStartOfDay();
    return disk.transactions.values().stream()
        .filter(one -> one.service() == Service.WITHDRAWAL && !one.presented().isEmpty())
        .filter(one -> one.maskedAccount().equals(maskedAccount))
        .filter(one -> !one.time().isBefore(midnight))
        .sorted(Comparator.comparingLong(TransactionRecord::id).reversed())
        .toList();
  }

  @Override
  public List<OwedAdvice> owed() {
    requireUsable();
    return List.copyOf(disk.owed.values());
  }

  @Override
  public List<SuspenseCase> suspense() {
    requireUsable();
    return List.copyOf(disk.suspense.values());
  }

  @Override
  public Optional<Proposal> proposal(long transactionId) {
    requireUsable();
    return Optional.ofNullable(disk.proposed.get(transactionId));
  }

  @Override
  public List<ClearedCase> cleared(int most) {
    requireUsable();
    return newest(disk.cleared, most);
  }

  @Override
  public Map<String, Long> counters() {
    requireUsable();
    return Map.copyOf(disk.counters);
  }

  @Override
  public List<JournalLine> journal(int most) {
    requireUsable();
    return newest(disk.journal, most);
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return List.copyOf(
        all.subList(all.size() - Math.min(all.size(), Math.max(0, most)), all.size()));
  }

  @Override
  public long journalLinesSince(LocalDate day) {
    requireUsable();
    LocalDateTime midnight = day.atStartOfDay();
    int first = disk.journal.size();
    while (first > 0 && !disk.journal.get(first - 1).time().isBefore(midnight)) {
      first--;
    }
    return disk.journal.size() - first;
  }

  @Override
  public void close() {
    usable = false;
  }

  private void requireUsable() {
    if (!usable) {
      throw new StoreFailure("the store is closed, or a write to it failed before");
    }
  }

  /** What is durable. */
  private static final class Disk {
    private final SortedMap<Long, TransactionRecord> transactions = new TreeMap<>();
    private final Set<Long> open = new HashSet<>();
    private final SortedMap<Long, OwedAdvice> owed = new TreeMap<>();
    private final SortedMap<Long, SuspenseCase> suspense = new TreeMap<>();
    private final Map<Long, List<String>> noted = new HashMap<>();
    private final Map<Long, Proposal> proposed = new HashMap<>();
    private final List<ClearedCase> cleared = new ArrayList<>();
    private final Map<String, Long> counters = new TreeMap<>();
    private final List<JournalLine> journal = new ArrayList<>();
    private long lastAdvice;
    private int stan;

    void requireOwed(List<Entry> entries) {
      var settled = new HashSet<Long>(4);
      long added = 0;
      for (Entry entry : entries) {
        if (entry instanceof Entry.Owed) {
          added++;
        } else if (entry instanceof Entry.Attempted attempted) {
          requireOwed(attempted.adviceId(), added, settled);
        } else if (entry instanceof Entry.Settled done) {
          requireOwed(done.adviceId(), added, settled);
          settled.add(done.adviceId());
        }
      }
    }

    private void requireOwed(long id, long added, Set<Long> settled) {
      boolean justAdded = id > lastAdvice && id <= lastAdvice + added;
      if (settled.contains(id) || !justAdded && !owed.containsKey(id)) {
        throw new IllegalArgumentException("advice " + id + " is not owed");
      }
    }

    void requireOpen(List<Entry> entries) {
      var opened = new HashSet<Long>();
      var cleared = new HashSet<Long>();
      for (Entry entry : entries) {
        if (entry instanceof Entry.Opened added) {
          opened.add(added.suspense().transactionId());
          cleared.remove(added.suspense().transactionId());
        } else if (entry instanceof Entry.Proposed named) {
          requireOpen(named.proposal().transactionId(), opened, cleared);
        } else if (entry instanceof Entry.Cleared done) {
          requireOpen(done.clearing().transactionId(), opened, cleared);
          cleared.add(done.clearing().transactionId());
        }
      }
    }

    private void requireOpen(long id, Set<Long> opened, Set<Long> cleared) {
      if (cleared.contains(id) || !opened.contains(id) && !suspense.containsKey(id)) {
        throw new IllegalArgumentException("transaction " + id + " is no open case");
      }
    }

    void apply(List<Entry> entries) {
      boolean mayClose = false;
      for (Entry entry : entries) {
        apply(entry);
        mayClose |=
            entry instanceof Entry.Settled
                || entry instanceof Entry.Cleared
                || entry instanceof Entry.Saved saved && saved.record().state().isFinal();
      }
      if (mayClose) {
        closeSettled();
      }
    }

    private void apply(Entry entry) {
      if (entry instanceof Entry.Saved saved) {
        transactions.put(saved.record().id(), saved.record());
        open.add(saved.record().id());
      } else if (entry instanceof Entry.Owed added) {
        lastAdvice++;
        owed.put(lastAdvice, new OwedAdvice(lastAdvice, added.advice()));
      } else if (entry instanceof Entry.Attempted attempted) {
        owed.computeIfPresent(
            attempted.adviceId(),
            (id, advice) -> new OwedAdvice(id, advice.advice().sentOnceMore()));
      } else if (entry instanceof Entry.Settled settled) {
        owed.remove(settled.adviceId());
      } else if (entry instanceof Entry.Journaled line) {
        journal.add(new JournalLine(journal.size() + 1L, line.time(), line.text()));
      } else if (entry instanceof Entry.Added added) {
        counters.merge(added.counter(), added.amount(), Long::sum);
      } else if (entry instanceof Entry.Noted added) {
        noted.computeIfAbsent(added.transactionId(), id -> new ArrayList<>(1)).add(added.text());
      } else if (entry instanceof Entry.Opened opened) {
        open(opened.suspense());
      } else if (entry instanceof Entry.Proposed named) {
        proposed.put(named.proposal().transactionId(), named.proposal());
      } else if (entry instanceof Entry.Cleared done) {
        long id = done.clearing().transactionId();
        proposed.remove(id);
        cleared.add(new ClearedCase(suspense.remove(id), done.clearing()));
      }
    }

    private void open(SuspenseCase more) {
      long id = more.transactionId();
      var known = new SuspenseCase(id, more.opened(), noted.getOrDefault(id, List.of()));
      noted.remove(id);
      suspense.merge(id, joined(known, more), Disk::joined);
    }

    private static SuspenseCase joined(SuspenseCase known, SuspenseCase more) {
      var evidence = new ArrayList<>(known.evidence());
      evidence.addAll(more.evidence());
      return new SuspenseCase(known.transactionId(), known.opened(), evidence);
    }

    /** Drops the PAN of transactions that are final, with nothing owed and no case open. */
    private void closeSettled() {
      for (var ids = open.iterator(); ids.hasNext(); ) {
        TransactionRecord record = transactions.get(ids.next());
        if (record.state().isFinal()
            && !suspense.containsKey(record.id())
            && !owedFor(record.stan())) {
          transactions.put(record.id(), record.withoutAccount());
          noted.remove(record.id());
          ids.remove();
        }
      }
    }

    private boolean owedFor(Stan stan) {
      return owed.values().stream()
          .anyMatch(advice -> advice.advice().original().stan().equals(stan));
    }
  }
}
