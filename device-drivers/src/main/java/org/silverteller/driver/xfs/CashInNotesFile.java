package org.silverteller.driver.xfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;

/**
 * The note about the last cash-in as lines: {@code reference}, {@code before}, {@code stage},
 * {@code notes}.
 */
final class CashInNotesFile extends LastNoteFile<CashInNotes.Note> implements CashInNotes {

  private static final String NAME = "xfs-cash-in.txt";

  /**
   * @param folder is created where it is missing
   */
  CashInNotesFile(Path folder) {
    super(folder.resolve(NAME), "cash-in", new Lines());
  }

  private static final class Lines implements Text<Note> {

    @Override
    public List<String> lines(Note note) {
      List<String> lines = new ArrayList<>();
      lines.add("reference " + note.reference());
      lines.add("before " + note.before());
      lines.add("stage " + note.stage());
      note.counted()
          .byDenomination()
          .forEach((value, notes) -> lines.add("notes " + value.yuan() + " " + notes));
      return lines;
    }

    @Override
    public Note note(List<String> lines) {
      Optional<Long> reference = Optional.empty();
      Optional<Long> before = Optional.empty();
      Optional<Stage> stage = Optional.empty();
      Map<Denomination, Integer> counted = new TreeMap<>();
      for (String line : lines) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
          case "reference" -> reference = Optional.of(Long.parseLong(words[1]));
          case "before" -> before = Optional.of(Long.parseLong(words[1]));
          case "stage" -> stage = Optional.of(Stage.valueOf(words[1]));
          case "notes" ->
              counted.put(Denomination.of(Integer.parseInt(words[1])), Integer.parseInt(words[2]));
          default ->
              throw new IllegalArgumentException(
                  "'" + line + "': expected reference, before, stage or notes");
        }
      }
      return new Note(
          told("reference", reference),
          told("before", before),
          told("stage", stage),
          counted.isEmpty() ? NoteMix.EMPTY : Escrow.mix(counted));
    }

    private static <T> T told(String name, Optional<T> value) {
      return value.orElseThrow(() -> new IllegalArgumentException("no line '" + name + "'"));
    }
  }
}
