package org.silverteller.store.fsn;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.silverteller.money.NoteMove;
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
  private final FsnFolder files;
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
    this.files = new FsnFolder(folder, form);
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
          if (!maybeKept || !files.hold(head.transactionId(), head.move())) {
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
    for (FsnName name : files.names()) {
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
      FsnFolder.records(file);
    } catch (MalformedFsn damaged) {
      DurableBytes.rename(file, name.in(folder, FsnName.TORN));
      untold.add(file.getFileName() + " IS DAMAGED (" + damaged.getMessage() + "): SET ASIDE");
    }
  }

  private void prune(LocalDate today) throws IOException {
    LocalDate oldest = today.minusDays(rules.keepDays());
    for (FsnName name : files.names()) {
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
    return in(() -> files.hold(transactionId, move));
  }

  @Override
  public List<Found> find(Predicate<Head> wanted) throws ArchiveFault {
    return in(() -> files.find(wanted, note -> true, true));
  }

  @Override
  public List<Found> find(NoteSerial beginning) throws ArchiveFault {
    return in(() -> files.find(head -> true, note -> note.serial().mayBeginWith(beginning), false));
  }

  @Override
  public List<File> files() throws ArchiveFault {
    return in(files::listed);
  }
}
