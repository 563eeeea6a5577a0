package org.silverteller.terminal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.silverteller.host.Stan;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.session.NoteRegister;
import org.silverteller.store.ArchiveFault;
import org.silverteller.store.NoteArchive;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.SerialRules;

/** Finds serial numbers for those who look into a complaint (service rules 4.8). */
final class SerialsOffice {

  private static final int MOST_BATCHES = 100;
  private static final int LEAST_KNOWN = 4;

  private final NoteArchive archive;
  private final SerialRules rules;
  private final NoteRegister register;

  SerialsOffice(NoteArchive archive, SerialRules rules, NoteRegister register) {
    this.archive = archive;
    this.rules = rules;
    this.register = register;
  }

  private interface Search {
    List<NoteArchive.Found> found() throws ArchiveFault;
  }

  SerialsReport.Files files() {
    try {
      return new SerialsReport.Files(
          archive.files().stream()
              .map(
                  file ->
                      new SerialsReport.File(
                          file.name(), file.state().name(), file.notes(), file.bytes()))
              .toList(),
          rules.keepDays(),
          register.trouble());
    } catch (ArchiveFault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }

  /**
   * @param words a STAN, and where it is known the day
   */
  SerialsReport ofStan(List<String> words) {
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException(
          words.size() + " words: expected a STAN, and a day such as 2026-06-18");
    }
    Stan stan = stan(words.get(0));
    Predicate<NoteBatch.Head> wanted = head -> head.stan().equals(stan);
    if (words.size() == 2) {
      LocalDate day = day(words.get(1));
      return report(() -> archive.find(wanted.and(head -> head.time().toLocalDate().equals(day))));
    }
    return report(() -> archive.find(wanted));
  }

  /**
   * @param words the beginning of a serial number
   */
  SerialsReport ofSerial(List<String> words) {
    String wanted = words.size() == 1 ? words.get(0) : "";
    if (wanted.chars().filter(character -> character != NoteSerial.UNREADABLE).count()
        < LEAST_KNOWN) {
      throw new IllegalArgumentException(
          "serial '"
              + wanted
              + "': expected at least "
              + LEAST_KNOWN
              + " letters and digits of it");
    }
    NoteSerial beginning = NoteSerial.of(wanted);
    return report(() -> archive.find(beginning));
  }

  private static SerialsReport report(Search search) {
    try {
      List<NoteArchive.Found> found = search.found();
      return new SerialsReport(
          found.stream().limit(MOST_BATCHES).map(SerialsOffice::batch).toList(),
          found.size() > MOST_BATCHES);
    } catch (ArchiveFault fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }

  private static SerialsReport.Batch batch(NoteArchive.Found found) {
    NoteBatch.Head head = found.batch().head();
    return new SerialsReport.Batch(
        head.terminalId(),
        head.stan().toString(),
        head.transactionId(),
        head.move().name(),
        head.time(),
        found.batch().notes().stream().map(SerialsOffice::note).toList(),
        head.missing(),
        found.file(),
        found.trouble());
  }

  private static SerialsReport.Note note(NoteReading note) {
    return new SerialsReport.Note(
        note.unit().name(),
        note.denomination().yuan(),
        note.edition().toString(),
        note.serial().characters(),
        note.verdict().name(),
        note.errors());
  }

  private static Stan stan(String word) {
    if (!word.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("STAN '" + word + "': expected 1 … 999999");
    }
    return new Stan(Integer.parseInt(word));
  }

  private static LocalDate day(String word) {
    try {
      return LocalDate.parse(word);
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(
          "day '" + word + "': expected one such as 2026-06-18", none);
    }
  }
}
