package org.silverteller.store.fsn;

import java.time.LocalDateTime;
import java.util.List;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteEdition;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.money.NoteVerdict;
import org.silverteller.money.UnitId;

/**
 * A note as a record of an FSN file tells it.
 *
 * @param time local; the file keeps even seconds of the years 1980 … 2107
 * @param errors at most three reasons
 * @param machineId at most 24 characters
 */
public record FsnNote(
    LocalDateTime time,
    Denomination denomination,
    NoteEdition edition,
    NoteSerial serial,
    NoteVerdict verdict,
    List<Integer> errors,
    String machineId) {

  public FsnNote {
    errors = NoteReading.demandErrors(errors);
  }

  static FsnNote of(NoteReading note, LocalDateTime time, String machineId) {
    return new FsnNote(
        time,
        note.denomination(),
        note.edition(),
        note.serial(),
        note.verdict(),
        note.errors(),
        machineId);
  }

  /** With the cash unit, which the file does not tell. */
  NoteReading reading(UnitId unit) {
    return new NoteReading(unit, denomination, edition, serial, verdict, errors);
  }
}
