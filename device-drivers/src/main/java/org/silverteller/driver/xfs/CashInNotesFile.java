package org.silverteller.driver.xfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The note in a small text file. A file that cannot be read counts as none: then nobody knows whose
 * cash-in the acceptor tells of, and the terminal asks people.
 */
final class CashInNotesFile implements CashInNotes {

  private static final Logger LOG = LoggerFactory.getLogger(CashInNotesFile.class);
  private static final String NAME = "xfs-cash-in.txt";

  private final DurableLines file;
  private Optional<Note> last;

  /**
   * @param folder is created where it is missing
   */
  CashInNotesFile(Path folder) {
    file = new DurableLines(folder.resolve(NAME));
    try {
      Files.createDirectories(folder);
      last = read(file.read());
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.error("{}: the last cash-in cannot be told", file.file(), unreadable);
      last = Optional.empty();
    }
  }

  @Override
  public void keep(Note note) {
    try {
      file.replace(
          List.of(
              "reference " + note.reference(),
              "before " + note.before(),
              "started " + note.started()));
    } catch (IOException failure) {
      throw new UncheckedIOException(file.file() + ": the cash-in cannot be noted", failure);
    }
    last = Optional.of(note);
  }

  @Override
  public Optional<Note> last() {
    return last;
  }

  private static Optional<Note> read(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.size() != 3) {
      throw new IllegalArgumentException(
          lines.size() + " lines: expected reference, before and started");
    }
    return Optional.of(
        new Note(
            Long.parseLong(value(lines.get(0), "reference ")),
            Long.parseLong(value(lines.get(1), "before ")),
            Boolean.parseBoolean(value(lines.get(2), "started "))));
  }

  private static String value(String line, String name) {
    if (!line.startsWith(name)) {
      throw new IllegalArgumentException("'" + line + "': expected " + name.strip());
    }
    return line.substring(name.length());
  }
}
