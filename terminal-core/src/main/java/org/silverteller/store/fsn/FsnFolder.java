package org.silverteller.store.fsn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.store.NoteArchive.File;
import org.silverteller.store.NoteArchive.Found;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.NoteBatch.Head;

/** What lies in the folder of the FSN files; changes nothing. */
record FsnFolder(Path folder, FsnForm form) {

  /** Whether a batch of this transaction stands in an index. */
  boolean hold(long transactionId, NoteMove move) throws IOException {
    for (FsnName name : names().descendingSet()) {
      boolean here =
          index(name).lines().stream()
              .map(BatchLine::head)
              .anyMatch(head -> head.transactionId() == transactionId && head.move() == move);
      if (here) {
        return true;
      }
    }
    return false;
  }

  /**
   * Batches, oldest first.
   *
   * @param all batches without such a note too
   */
  List<Found> find(Predicate<Head> heads, Predicate<NoteReading> notes, boolean all)
      throws IOException {
    List<Found> found = new ArrayList<>();
    for (FsnName name : names()) {
      List<BatchLine> lines =
          index(name).lines().stream().filter(line -> heads.test(line.head())).toList();
      if (!lines.isEmpty()) {
        collect(name, lines, notes, all, found);
      }
    }
    return found;
  }

  private void collect(
      FsnName name,
      List<BatchLine> lines,
      Predicate<NoteReading> wanted,
      boolean all,
      List<Found> found)
      throws IOException {
    Path file = present(name);
    List<FsnNote> records = List.of();
    String trouble = "";
    try {
      records = form.read(DurableBytes.read(file));
    } catch (NoSuchFileException fetched) {
      trouble = "the file is no longer in " + folder;
    } catch (IOException unreadable) {
      trouble = unreadable.getMessage();
    }
    for (BatchLine line : lines) {
      List<NoteReading> notes = new ArrayList<>();
      for (int at = line.first(); at < Math.min(line.end(), records.size()); at++) {
        notes.add(records.get(at).reading(line.units().get(at - line.first())));
      }
      notes.removeIf(wanted.negate());
      if (all || !notes.isEmpty()) {
        found.add(
            new Found(new NoteBatch(line.head(), notes), file.getFileName().toString(), trouble));
      }
    }
  }

  List<File> listed() throws IOException {
    List<File> files = new ArrayList<>();
    for (FsnName name : names()) {
      add(files, name, FsnName.CLOSED, File.State.CLOSED);
      add(files, name, FsnName.OPEN, File.State.OPEN);
      add(files, name, FsnName.TORN, File.State.SET_ASIDE);
    }
    return files;
  }

  private void add(List<File> files, FsnName name, String ending, File.State state)
      throws IOException {
    Path file = name.in(folder, ending);
    if (Files.exists(file)) {
      int notes = 0;
      if (state != File.State.SET_ASIDE) {
        try {
          notes = records(file);
        } catch (MalformedFsn damaged) {
          notes = 0;
        }
      }
      files.add(new File(file.getFileName().toString(), state, notes, Files.size(file)));
    }
  }

  private Path present(FsnName name) {
    for (String ending : List.of(FsnName.CLOSED, FsnName.OPEN, FsnName.TORN)) {
      if (Files.exists(name.in(folder, ending))) {
        return name.in(folder, ending);
      }
    }
    return name.in(folder, FsnName.CLOSED);
  }

  private BatchIndex index(FsnName name) throws IOException {
    return BatchIndex.read(name.in(folder, FsnName.INDEX));
  }

  /** How many records a file has, by its header and its size. */
  static int records(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FsnForm.recordsIn(in.readNBytes(FsnForm.HEADER_BYTES), Files.size(file));
    }
  }

  /** Of all files, oldest first. */
  TreeSet<FsnName> names() throws IOException {
    TreeSet<FsnName> names = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "FSN10_*")) {
        files.forEach(file -> FsnName.parse(file).ifPresent(names::add));
      }
    }
    return names;
  }
}
