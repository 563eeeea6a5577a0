package org.silverteller.store.fsn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.store.ArchiveFault;
import org.silverteller.store.NoteArchive;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.NoteBatch.Head;
import org.silverteller.store.SerialRules;

/**
 * Serial numbers in a folder of FSN files, each with an index beside it. One file takes notes until
 * it is full or its day is over, and then gets the name under which the bank fetches it. The
 * indexes stand beside the files, not in the store: they come and go with them, and a folder on a
 * failing disk harms no payment.
 */
public final class FsnArchive implements NoteArchive {

  private final SerialRules rules;
  private final Path folder;
  private final String machineId;
  private final FsnForm form;
  private Optional<OpenFile> open = Optional.empty();
  private final List<String> untold = new ArrayList<>();
  private boolean looked;

  /**
   * @param storeFolder of the durable record
   * @param terminalId stands for a machine id that the rules do not give
   */
  public FsnArchive(SerialRules rules, Path storeFolder, String terminalId) {
    this.rules = rules;
    this.folder = rules.folder().toString().isEmpty() ? storeFolder.resolve("fsn") : rules.folder();
    this.machineId = rules.machineId().isEmpty() ? terminalId : rules.machineId();
    this.form = new FsnForm(rules.unreadable().charAt(0));
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  private <T> T in(Work<T> work) throws ArchiveFault {
    try {
      return work.done();
    } catch (DirectoryIteratorException failure) {
      throw fault(failure.getCause());
    } catch (IOException failure) {
      throw fault(failure);
    }
  }

  /** What is on the disk is looked at anew before anything is written again. */
  private ArchiveFault fault(IOException failure) {
    open = Optional.empty();
    looked = false;
    return new ArchiveFault(
        folder + ": " + failure.getClass().getSimpleName() + ": " + failure.getMessage(), failure);
  }

  @Override
  public List<String> attend(LocalDate today) throws ArchiveFault {
    return in(
        () -> {
          Files.createDirectories(folder);
          look();
          if (open.isPresent() && !open.get().name().day().equals(today)) {
            close();
          }
          prune(today);
          List<String> told = List.copyOf(untold);
          untold.clear();
          return told;
        });
  }

  @Override
  public void add(NoteBatch batch) throws ArchiveFault {
    in(
        () -> {
          Files.createDirectories(folder);
          boolean maybeKept = !looked;
          look();
          Head head = batch.head();
          if (!maybeKept || !isKept(head.transactionId(), head.move())) {
            put(batch);
          }
          return batch;
        });
  }

  private void put(NoteBatch batch) throws IOException {
    OpenFile file = room(batch);
    file.add(batch, machineId);
    if (file.records() >= rules.notesPerFile()) {
      close();
    }
  }

  /** The file that takes the batch: a batch is in one file whole, however many notes it has. */
  private OpenFile room(NoteBatch batch) throws IOException {
    LocalDateTime time = batch.head().time().withNano(0);
    if (open.isPresent()) {
      OpenFile file = open.get();
      boolean full =
          file.records() > 0 && file.records() + batch.notes().size() > rules.notesPerFile();
      if (!full && file.name().day().equals(time.toLocalDate())) {
        return file;
      }
      close();
    }
    OpenFile created = OpenFile.create(folder, freeName(time), form);
    open = Optional.of(created);
    return created;
  }

  private void close() throws IOException {
    open.orElseThrow().close();
    open = Optional.empty();
  }

  /** Two files begun in one second differ by a second in their names. */
  private FsnName freeName(LocalDateTime time) {
    LocalDateTime begun = time;
    while (taken(FsnName.of(machineId, begun))) {
      begun = begun.plusSeconds(1);
    }
    return FsnName.of(machineId, begun);
  }

  private boolean taken(FsnName name) {
    return Files.exists(name.in(folder, FsnName.CLOSED))
        || Files.exists(name.in(folder, FsnName.OPEN))
        || Files.exists(name.in(folder, FsnName.TORN));
  }

  /** After the start, and after a failure: what is there already. */
  private void look() throws IOException {
    if (looked) {
      return;
    }
    for (FsnName name : names()) {
      if (Files.exists(name.in(folder, FsnName.OPEN))) {
        Optional<OpenFile> found = new TornFile(folder, name, form).recover(untold);
        if (open.isPresent() && found.isPresent()) {
          close();
        }
        open = found.or(() -> open);
      }
      setAsideIfDamaged(name);
    }
    looked = true;
  }

  private void setAsideIfDamaged(FsnName name) throws IOException {
    Path file = name.in(folder, FsnName.CLOSED);
    if (!Files.exists(file)) {
      return;
    }
    try {
      records(file);
    } catch (MalformedFsn damaged) {
      DurableBytes.rename(file, name.in(folder, FsnName.TORN));
      untold.add(file.getFileName() + " IS DAMAGED (" + damaged.getMessage() + "): SET ASIDE");
    }
  }

  private void prune(LocalDate today) throws IOException {
    LocalDate oldest = today.minusDays(rules.keepDays());
    for (FsnName name : names()) {
      boolean old = name.day().isBefore(oldest) && !Files.exists(name.in(folder, FsnName.OPEN));
      if (old) {
        Files.deleteIfExists(name.in(folder, FsnName.CLOSED));
        Files.deleteIfExists(name.in(folder, FsnName.TORN));
        Files.deleteIfExists(name.in(folder, FsnName.INDEX));
        untold.add(name.stem() + " IS OLDER THAN " + rules.keepDays() + " DAYS: REMOVED");
      }
    }
  }

  @Override
  public boolean holds(long transactionId, NoteMove move) throws ArchiveFault {
    return in(() -> isKept(transactionId, move));
  }

  private boolean isKept(long transactionId, NoteMove move) throws IOException {
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

  @Override
  public List<Found> find(Predicate<Head> wanted) throws ArchiveFault {
    return find(wanted, note -> true, true);
  }

  @Override
  public List<Found> find(NoteSerial beginning) throws ArchiveFault {
    return find(head -> true, note -> note.serial().mayBeginWith(beginning), false);
  }

  private List<Found> find(Predicate<Head> heads, Predicate<NoteReading> notes, boolean all)
      throws ArchiveFault {
    return in(
        () -> {
          List<Found> found = new ArrayList<>();
          for (FsnName name : names()) {
            List<BatchLine> lines =
                index(name).lines().stream().filter(line -> heads.test(line.head())).toList();
            if (!lines.isEmpty()) {
              collect(name, lines, notes, all, found);
            }
          }
          return found;
        });
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

  @Override
  public List<File> files() throws ArchiveFault {
    return in(
        () -> {
          List<File> files = new ArrayList<>();
          for (FsnName name : names()) {
            add(files, name, FsnName.CLOSED, File.State.CLOSED);
            add(files, name, FsnName.OPEN, File.State.OPEN);
            add(files, name, FsnName.TORN, File.State.SET_ASIDE);
          }
          return files;
        });
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

  private static int records(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FsnForm.recordsIn(in.readNBytes(FsnForm.HEADER_BYTES), Files.size(file));
    }
  }

  /** Of all files, oldest first. */
  private TreeSet<FsnName> names() throws IOException {
    TreeSet<FsnName> names = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "FSN10_*")) {
        files.forEach(file -> FsnName.parse(file).ifPresent(names::add));
      }
    }
    return names;
  }
}
