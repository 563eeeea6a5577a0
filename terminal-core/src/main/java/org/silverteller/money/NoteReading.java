package org.silverteller.money;

import java.util.List;

/**
 * One note as a device has read it on its way.
 *
 * @param unit the cash unit that it came from, or for a note that was paid in went to
 * @param errors why the verdict is not genuine: at most three reasons 1–12 (service rules 4.10);
 *     none for a genuine note
 */
public record NoteReading(
    UnitId unit,
    Denomination denomination,
    NoteEdition edition,
    NoteSerial serial,
    NoteVerdict verdict,
    List<Integer> errors) {

  /** A record of an FSN file has room for so many reasons. */
  public static final int MOST_ERRORS = 3;

  private static final int LARGEST_ERROR = 12;

  public NoteReading {
    errors = demandErrors(errors);
  }

  /**
   * @throws IllegalArgumentException when there are too many, or one is none of 1 … 12
   */
  public static List<Integer> demandErrors(List<Integer> errors) {
    if (errors.size() > MOST_ERRORS
        || errors.stream().anyMatch(error -> error < 1 || error > LARGEST_ERROR)) {
      throw new IllegalArgumentException(
          "errors " + errors + ": expected at most " + MOST_ERRORS + " of 1 … " + LARGEST_ERROR);
    }
    return List.copyOf(errors);
  }

  /** A note about which nothing is wrong. */
  public static NoteReading genuine(
      UnitId unit, Denomination denomination, NoteEdition edition, NoteSerial serial) {
    return new NoteReading(unit, denomination, edition, serial, NoteVerdict.GENUINE, List.of());
  }
}
