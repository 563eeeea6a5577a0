package org.silverteller.simulator.hardware;

import java.util.List;
import org.silverteller.money.CashUnit;

/** One cash unit as an acceptor fills it. Guarded by the machine's monitor. */
sealed interface NoteStorage permits OwnStorage, SharedStorage {

  /** Whether the dispenser draws from it too. */
  boolean shared();

  /** The notes inside, those that came last at the end. */
  List<VirtualNote> notes();

  /** Whether this very note lies in it, or was given over with it to the dispenser. */
  boolean took(VirtualNote note);

  /** How many more it takes. */
  int room();

  /**
   * @param number which of all notes that ever came in it is
   */
  void add(VirtualNote note, int number);

  /** Is emptied by hand, and counted anew. */
  List<VirtualNote> empty();

  /** As the port tells it. */
  CashUnit told();
}
