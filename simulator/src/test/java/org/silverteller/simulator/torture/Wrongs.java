package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.silverteller.host.Advice;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.hardware.VirtualNote;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/** What planted bugs make. Public, because it is called from within classes of the terminal. */
public final class Wrongs {

  private static final Set<Object> REMEMBERED = Collections.newSetFromMap(new WeakHashMap<>());

  private Wrongs() {}

  /** What a note looks like to a device that does not see its condition. */
  public static VirtualNote asFit(VirtualNote note) {
    return new VirtualNote(note.yuan(), VirtualNote.Quality.FIT);
  }

  /** A flag that nobody clears. */
  public static synchronized void remember(Object what) {
    REMEMBERED.add(what);
  }

  public static synchronized boolean remembers(Object what) {
    return REMEMBERED.contains(what);
  }

  /** A reversal of the whole amount that nobody should send. */
  public static Advice reversal(TransactionRecord record, Stan stan) {
    return new Advice(
        Advice.Kind.REVERSAL,
        stan,
        record.time(),
        new Advice.Original(record.service(), record.stan(), record.rrn(), record.time()),
        record.account().orElseThrow(),
        record.entry(),
        record.amount(),
        Money.ZERO,
        Advice.Reason.SUSPECT,
        record.authCode(),
        "",
        0);
  }

  /** Each completion of a deposit among the entries is owed once more. */
  public static void completionsAgain(List<Entry> entries, Store store) {
    for (Entry entry : entries) {
      if (entry instanceof Entry.Owed owed
          && owed.advice().kind() == Advice.Kind.COMPLETION
          && owed.advice().original().service() == Service.DEPOSIT) {
        Advice right = owed.advice();
        store.commit(
            new Entry.Owed(
                new Advice(
                    right.kind(),
                    store.takeStan(),
                    right.time(),
                    right.original(),
                    right.account(),
                    right.entry(),
                    right.requested(),
                    right.dispensed(),
                    right.reason(),
                    right.authCode(),
                    right.data(),
                    0)));
      }
    }
  }

  /** So many hundreds more. */
  public static NoteMix withHundreds(NoteMix notes, int more) {
    if (more == 0) {
      return notes;
    }
    List<NoteMix.Part> parts = new ArrayList<>(notes.parts());
    parts.add(new NoteMix.Part(UnitId.of("SUSPECT"), Denomination.of(100), more));
    return new NoteMix(parts);
  }
}
