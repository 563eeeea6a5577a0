package org.silverteller.driver.xfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The note about the last dispense as lines: {@code reference}, {@code before}, {@code notes},
 * {@code unit}.
 */
final class BundleNotesFile extends LastNoteFile<BundleNotes.Note> implements BundleNotes {

  private static final String NAME = "xfs-dispense.txt";

  /**
   * @param folder is created where it is missing
   */
  BundleNotesFile(Path folder) {
    super(folder.resolve(NAME), "dispense", new Lines());
  }

  private static final class Lines implements Text<Note> {

    @Override
    public List<String> lines(Note note) {
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

    @Override
    public Note note(List<String> lines) {
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
      return new Note(reference, before, new NoteMix(parts), new CdmUnits(slots));
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
}
