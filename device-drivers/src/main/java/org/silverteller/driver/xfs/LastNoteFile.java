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
 * The last note in a small text file. A file that cannot be read counts as none: then nobody knows
 * whose money the device tells of, and the terminal asks people.
 */
abstract class LastNoteFile<N> implements LastNote<N> {

  private static final Logger LOG = LoggerFactory.getLogger(LastNoteFile.class);

  /** What a note is in lines of text. */
  interface Text<N> {
    List<String> lines(N note);

    /**
     * @param lines at least one
     * @throws IllegalArgumentException when they are no note
     */
    N note(List<String> lines);
  }

  private final DurableLines file;
  private final String what;
  private final Text<N> text;
  private Optional<N> last;

  /**
   * @param file its folder is created where it is missing
   * @param what the note is about, for people
   */
  LastNoteFile(Path file, String what, Text<N> text) {
    this.file = new DurableLines(file);
    this.what = what;
    this.text = text;
    try {
      Files.createDirectories(file.getParent());
      List<String> lines = this.file.read();
      last = lines.isEmpty() ? Optional.empty() : Optional.of(text.note(lines));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      LOG.error("{}: the last {} cannot be told", file, what, unreadable);
      last = Optional.empty();
    }
  }

  @Override
  public void keep(N note) {
    try {
      file.replace(text.lines(note));
    } catch (IOException failure) {
      throw new UncheckedIOException(file.file() + ": the " + what + " cannot be noted", failure);
    }
    last = Optional.of(note);
  }

  @Override
  public Optional<N> last() {
    return last;
  }
}
