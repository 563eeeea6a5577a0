package org.silverteller.store;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteSerial;

/**
 * Keeps the serial numbers of notes for as long as the bank says (service rules 4.8 and 4.9). It
 * stands beside the {@link Store}, not in it: that it cannot write never stops a payment. Used by
 * the terminal thread alone.
 */
public interface NoteArchive {

  /**
   * Looks after the files: closes the one of an earlier day, removes those that are older than is
   * kept, sets aside what a power cut has torn. For the start, and once a day.
   *
   * @return what a field engineer must know, a line each; empty when all is well
   */
  List<String> attend(LocalDate today) throws ArchiveFault;

  /**
   * Keeps a batch. When this returns it survives a power cut.
   *
   * @throws ArchiveFault when that cannot be promised; the batch may be given again
   */
  void add(NoteBatch batch) throws ArchiveFault;

  /** Whether a batch of this transaction is kept. */
  boolean holds(long transactionId, NoteMove move) throws ArchiveFault;

  /** Batches by their heads, oldest first. */
  List<Found> find(Predicate<NoteBatch.Head> wanted) throws ArchiveFault;

  /** Batches with a note whose number may begin so; of each, those notes alone. */
  List<Found> find(NoteSerial beginning) throws ArchiveFault;

  /** The files, oldest first. */
  List<File> files() throws ArchiveFault;

  /**
   * A batch and where it was found.
   *
   * @param file its name
   * @param trouble why its notes cannot be read; empty when they can
   */
  record Found(NoteBatch batch, String file, String trouble) {}

  /**
   * One file.
   *
   * @param notes in it; 0 when it cannot be read
   */
  record File(String name, State state, int notes, long bytes) {

    /** What becomes of a file. */
    public enum State {
      /** Takes notes still. */
      OPEN,
      /** Full, or of an earlier day; for the bank to fetch. */
      CLOSED,
      /** Torn or damaged; its name says so, and nothing reads it. */
      SET_ASIDE
    }
  }
}
