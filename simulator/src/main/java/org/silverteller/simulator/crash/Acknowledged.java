package org.silverteller.simulator.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.silverteller.host.Stan;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * What a store has acknowledged as durable, and the one commit that it had not answered yet. After
 * a crash it must hold the first, with or without the second, and nothing else.
 */
final class Acknowledged {

  private final Map<Long, TransactionState> states = new HashMap<>();
  private long lines;
  private long owed;
  private int stan;
  private Optional<Commit> underWay = Optional.empty();

  /** What one commit changes. */
  private record Commit(long lines, long owed, Map<Long, TransactionState> states) {

    /** {@code 2 -1 17:TAKEN 18:REQUESTED}: lines, advices more or less owed, transactions. */
    static Commit parse(String text) {
      String[] words = text.split(" ", -1);
      Map<Long, TransactionState> states = new HashMap<>();
      for (int n = 2; n < words.length; n++) {
        String[] state = words[n].split(":", -1);
        states.put(Long.valueOf(state[0]), TransactionState.valueOf(state[1]));
      }
      return new Commit(Long.parseLong(words[0]), Long.parseLong(words[1]), states);
    }
  }

  /** The commit as {@link #committing} reads it. */
  static String written(List<Entry> entries) {
    long journaled = entries.stream().filter(Entry.Journaled.class::isInstance).count();
    long more = entries.stream().filter(Entry.Owed.class::isInstance).count();
    long less = entries.stream().filter(Entry.Settled.class::isInstance).count();
    StringJoiner text = new StringJoiner(" ").add(journaled + " " + (more - less));
    for (Entry entry : entries) {
      if (entry instanceof Entry.Saved saved) {
        text.add(saved.record().id() + ":" + saved.record().state());
      }
    }
    return text.toString();
  }

  void committing(String commit) {
    underWay = Optional.of(Commit.parse(commit));
  }

  void committed() {
    Commit done = underWay.orElseThrow();
    lines += done.lines();
    owed += done.owed();
    states.putAll(done.states());
    underWay = Optional.empty();
  }

  /** The store was opened again and its journal ended there: what was under way is now known. */
  void found(long journalLines) {
    if (underWay.isPresent() && journalLines == lines + underWay.get().lines()) {
      committed();
    }
    underWay = Optional.empty();
  }

  void taken(int number) {
    stan = number;
  }

  /** Whether the transaction was in that state, durably, when this was asked. */
  boolean stands(long transaction, TransactionState state) {
    return states.get(transaction) == state;
  }

  /**
   * What the store, opened after the crash, has lost or half kept, in words. Takes a STAN from it.
   */
  List<String> violations(Store store) {
    long found = lines(store);
    boolean more = found > lines;
    List<String> violations = new ArrayList<>();
    if (found != lines && (underWay.isEmpty() || found != lines + underWay.get().lines())) {
      violations.add("the journal ends at line " + found + ", acknowledged were " + lines);
      return violations;
    }
    Map<Long, TransactionState> expected = new HashMap<>(states);
    long expectedOwed = owed;
    if (more) {
      expected.putAll(underWay.get().states());
      expectedOwed += underWay.get().owed();
    }
    if (store.owed().size() != expectedOwed) {
      violations.add(store.owed().size() + " advices are owed, acknowledged were " + expectedOwed);
    }
    expected.forEach((id, state) -> compare(store, id, state).ifPresent(violations::add));
    Stan next = store.takeStan();
    if (next.value() <= stan) {
      violations.add("STAN " + next + " is given out again after " + stan);
    }
    return violations;
  }

  /** How many lines the journal has. */
  static long lines(Store store) {
    List<JournalLine> newest = store.journal(1);
    return newest.isEmpty() ? 0 : newest.get(0).number();
  }

  private static Optional<String> compare(Store store, long id, TransactionState expected) {
    Optional<TransactionState> found = store.transaction(id).map(TransactionRecord::state);
    return found.equals(Optional.of(expected))
        ? Optional.empty()
        : Optional.of(
            "transaction "
                + id
                + " is "
                + found.map(TransactionState::name).orElse("gone")
                + ", acknowledged was "
                + expected);
  }
}
