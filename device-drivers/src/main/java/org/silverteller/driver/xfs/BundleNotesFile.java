package org.silverteller.driver.xfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
 * The note in a small text file, replaced as a whole: written beside it, forced to the disk,
 * renamed, and the name forced too. A file that cannot be read counts as none: then nobody knows
 * whose bundle the dispenser tells of, and the terminal asks people.
 */
final class BundleNotesFile implements BundleNotes {

  private static final Logger LOG = LoggerFactory.getLogger(BundleNotesFile.class);
  private static final String NAME = "xfs-dispense.txt";
  private static final String END = "end";

  private final Path file;
  private Optional<Note> last;

  /**
   * @param folder is created where it is missing
   */
  BundleNotesFile(Path folder) {
    this.file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      last = Files.exists(file) ? read(Files.readAllLines(file)) : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.error("{}: the last dispense cannot be told", file, unreadable);
      last = Optional.empty();
    }
  }

  @Override
  public void keep(Note note) {
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      try (FileChannel out =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", lines(note)) + "\n");
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceName();
    } catch (IOException failure) {
      throw new UncheckedIOException(file + ": the dispense cannot be noted", failure);
    }
    last = Optional.of(note);
  }

  /** Windows makes a rename durable by itself, and opens no folder. */
  private void forceName() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        names.force(true);
      }
    }
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
    lines.add(END);
    return lines;
  }

  private static String yuan(Denomination denomination) {
    return denomination.equals(Denomination.MIXED) ? "0" : "" + denomination.yuan();
  }

  private static Denomination denomination(String yuan) {
    return yuan.equals("0") ? Denomination.MIXED : Denomination.of(Integer.parseInt(yuan));
  }

  private static Optional<Note> read(List<String> lines) {
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
      throw new IllegalArgumentException("has no line '" + END + "' at its end");
    }
    long reference = 0;
    long before = 0;
    List<NoteMix.Part> parts = new ArrayList<>();
    List<CdmUnits.Slot> slots = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
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
