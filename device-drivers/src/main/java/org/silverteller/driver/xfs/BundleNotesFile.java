package org.silverteller.driver.xfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The note in a small text file. A file that cannot be read counts as none: then nobody knows whose
 * bundle the dispenser tells of, and the terminal asks people.
 */
final class BundleNotesFile implements BundleNotes {

  private static final Logger LOG = LoggerFactory.getLogger(BundleNotesFile.class);
  private static final String NAME = "xfs-dispense.txt";

  private final DurableLines file;
  private Optional<Note> last;

  /**
   * @param folder is created where it is missing
   */
  BundleNotesFile(Path folder) {
    file = new DurableLines(folder.resolve(NAME));
    try {
      Files.createDirectories(folder);
      last = read(file.read());
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.error("{}: the last dispense cannot be told", file.file(), unreadable);
      last = Optional.empty();
    }
  }

  @Override
  public void keep(Note note) {
    try {
      file.replace(lines(note));
    } catch (IOException failure) {
      throw new UncheckedIOException(file.file() + ": the dispense cannot be noted", failure);
    }
    last = Optional.of(note);
  }

  @Override
  public Optional<Note> last() {
    return last;
  }

  private static List<String> lines(Note note) {
    List<String> lines = new ArrayList<>();
    lines.add("reference " + note.reference());
    lines.add("before " + note.before());
    for (NoteMix.Part part : note.mix().parts()) {
      lines.add(
          String.join(
              " ", "notes", part.unit().name(), yuan(part.denomination()), "" + part.notes()));
    }
    for (CdmUnits.Slot slot : note.counts().slots()) {
      CashUnit unit = slot.unit();
      lines.add(
          String.join(
              " ",
              "unit",
              "" + slot.used(),
              unit.id().name(),
              unit.type().name(),
              yuan(unit.denomination()),
              "" + unit.count(),
              "" + unit.minimum(),
              unit.state().name(),
              "" + slot.rejected()));
    }
    return lines;
  }

  private static String yuan(Denomination denomination) {
    return denomination.equals(Denomination.MIXED) ? "0" : "" + denomination.yuan();
  }

  private static Denomination denomination(String yuan) {
    return yuan.equals("0") ? Denomination.MIXED : Denomination.of(Integer.parseInt(yuan));
  }

  private static Optional<Note> read(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long reference = 0;
    long before = 0;
    List<NoteMix.Part> parts = new ArrayList<>();
    List<CdmUnits.Slot> slots = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "reference" -> reference = Long.parseLong(words[1]);
        case "before" -> before = Long.parseLong(words[1]);
        case "notes" ->
            parts.add(
                new NoteMix.Part(
                    UnitId.of(words[1]), denomination(words[2]), Integer.parseInt(words[3])));
        case "unit" -> slots.add(slot(words));
        default ->
            throw new IllegalArgumentException(
                "'" + line + "': expected reference, before, notes or unit");
      }
    }
    return Optional.of(new Note(reference, before, new NoteMix(parts), new CdmUnits(slots)));
  }

  private static CdmUnits.Slot slot(String[] words) {
    return new CdmUnits.Slot(
        Boolean.parseBoolean(words[1]),
        new CashUnit(
            UnitId.of(words[2]),
            UnitType.valueOf(words[3]),
            denomination(words[4]),
            Integer.parseInt(words[5]),
            Integer.parseInt(words[6]),
            UnitState.valueOf(words[7])),
        Long.parseLong(words[8]));
  }
}
