package org.silverteller.terminal;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What {@code atm serials} tells of notes that were looked for.
 *
 * @param more there are more than are told
 */
public record SerialsReport(List<Batch> batches, boolean more) {

  /**
   * Notes of one transaction that went one way.
   *
   * @param move DISPENSED, RETRACTED or STORED
   * @param missing notes that moved as well, and whose numbers nobody has
   * @param file where the notes stand
   * @param trouble why the file cannot be read; empty when it can
   */
  public record Batch(
      String terminal,
      String stan,
      long transaction,
      String move,
      LocalDateTime time,
      List<Note> notes,
      int missing,
      String file,
      String trouble) {}

  /**
   * One note.
   *
   * @param denomination yuan
   * @param edition the year printed on it, or {@code unknown}
   * @param serial with {@code *} for what could not be read
   * @param verdict GENUINE, SUSPECT, DAMAGED or OLD
   * @param errors why it is not genuine
   */
  public record Note(
      String unit,
      int denomination,
      String edition,
      String serial,
      String verdict,
      List<Integer> errors) {}

  /**
   * The files.
   *
   * @param keepDays after which they go
   * @param trouble why none are written now; empty when they are
   */
  public record Files(List<File> files, int keepDays, String trouble) {}

  /**
   * One file.
   *
   * @param state OPEN, CLOSED or SET_ASIDE
   */
  public record File(String name, String state, int notes, long bytes) {}
}
