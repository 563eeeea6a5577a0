package org.silverteller.session;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.NoteReader;
import org.silverteller.money.NoteMix;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteVerdict;
import org.silverteller.store.ArchiveFault;
import org.silverteller.store.NoteArchive;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.SerialRules;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/**
 * Has the serial numbers of moved notes read and kept (service rules 4.8 and 4.9). Money comes
 * first: it is asked for only when a transaction has come to its end, and neither a device that
 * does not tell nor a disk that does not write is more than a line in the journal. No number ever
 * stands there, on a page or on a slip.
 */
public final class NoteRegister {

  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 200;

  private final String terminalId;
  private final SerialRules rules;
  private final NoteArchive archive;
  private final Hardware hardware;
  private final Store store;
  private final Ledger ledger;
  private final Deque<NoteBatch> waiting = new ArrayDeque<>();
  private Optional<LocalDate> attended = Optional.empty();
  private Duration nextTry = Duration.ZERO;
  private String trouble = "";
  private boolean recovering;

  public NoteRegister(
      String terminalId,
      SerialRules rules,
      NoteArchive archive,
      Hardware hardware,
      Store store,
      Ledger ledger) {
    this.terminalId = terminalId;
    this.rules = rules;
    this.archive = archive;
    this.hardware = hardware;
    this.store = store;
    this.ledger = ledger;
  }

  /** Why serial numbers are not kept now; empty when they are. */
  public String trouble() {
    return trouble;
  }

  /** The files; only the register writes to them. */
  public NoteArchive archive() {
    return archive;
  }

  /**
   * Keeps the notes that a withdrawal has brought to the exit, and those that came back. Call it
   * when the transaction is settled and before the next bundle.
   */
  void dispensed(long transactionId) {
    Optional<NoteReader> reader = hardware.dispenser().noteReader();
    if (reader.isPresent()) {
      store
          .transaction(transactionId)
          .ifPresent(
              record -> {
                keep(record, NoteMove.DISPENSED, record.presented(), reader.get());
                keep(record, NoteMove.RETRACTED, record.retracted(), reader.get());
              });
    }
  }

  /**
   * Keeps the notes of a cash-in, suspects among them. For the end of a deposit: call it once the
   * transaction has its {@link TransactionRecord#stored} notes on disk, and before the next
   * cash-in. Does nothing where no acceptor reads serial numbers, and never throws for a device or
   * a disk.
   */
  void stored(long transactionId) {
    Optional<NoteReader> reader = hardware.cashAcceptor().flatMap(CashAcceptor::noteReader);
    if (reader.isPresent()) {
      store
          .transaction(transactionId)
          .ifPresent(record -> keep(record, NoteMove.STORED, record.stored(), reader.get()));
    }
  }

  /**
   * After a power cut: of the last transaction the devices still know the notes. Earlier ones were
   * kept before it began.
   */
  public void recover() {
    long last = store.nextTransactionId() - 1;
    if (last >= 1 && !rules.denominations().isEmpty()) {
      recovering = true;
      dispensed(last);
      stored(last);
      recovering = false;
    }
  }

  /** Once a day looks after the files; where some could not be written tries again. */
  public void attend(Duration elapsed) {
    if (rules.denominations().isEmpty()) {
      return;
    }
    LocalDate today = ledger.now().toLocalDate();
    boolean newDay = !attended.equals(Optional.of(today));
    if ((newDay || !trouble.isEmpty()) && elapsed.compareTo(nextTry) >= 0) {
      nextTry = elapsed.plus(AGAIN);
      try {
        archive.attend(today).forEach(line -> ledger.journal("SERIALS " + line));
        attended = Optional.of(today);
        write();
      } catch (ArchiveFault fault) {
        failed(fault);
      }
    }
  }

  private void keep(TransactionRecord record, NoteMove move, NoteMix moved, NoteReader reader) {
    int expected =
        moved.parts().stream()
            .filter(part -> rules.wants(move, part.denomination().yuan()))
            .mapToInt(NoteMix.Part::notes)
            .sum();
    if (expected == 0 || recovering && kept(record, move)) {
      return;
    }
    List<NoteReading> notes = List.of();
    String why = "";
    try {
      notes =
          reader.notes(record.id(), move).stream()
              .filter(note -> rules.wants(move, note.denomination().yuan()))
              .toList();
    } catch (DeviceFault fault) {
      why = ": " + fault.getMessage();
    }
    long genuine = notes.stream().filter(NoteRegister::counted).count();
    int missing = (int) Math.max(0, expected - genuine);
    if (missing > 0) {
      ledger.journal(
          "SERIALS OF "
              + missing
              + " NOTES "
              + move
              + " STAN "
              + record.stan()
              + " NOT READ"
              + why);
    }
    waiting.add(
        new NoteBatch(
            new NoteBatch.Head(
                terminalId, record.id(), record.stan(), move, record.time(), missing),
            notes));
    writeOrTell();
  }

  private boolean kept(TransactionRecord record, NoteMove move) {
    try {
      return archive.holds(record.id(), move);
    } catch (ArchiveFault fault) {
      failed(fault);
      return false;
    }
  }

  /** Suspects are kept by the acceptor, and are no part of what it stored. */
  private static boolean counted(NoteReading note) {
    return note.verdict() != NoteVerdict.SUSPECT;
  }

  private void writeOrTell() {
    try {
      write();
    } catch (ArchiveFault fault) {
      failed(fault);
    }
  }

  private void write() throws ArchiveFault {
    int late = trouble.isEmpty() ? 0 : waiting.size();
    while (!waiting.isEmpty()) {
      archive.add(waiting.element());
      waiting.remove();
    }
    if (!trouble.isEmpty()) {
      trouble = "";
      ledger.journal("SERIALS KEPT AGAIN, " + late + " BATCHES LATE");
    }
  }

  /** A failure is told once; what waits is tried again, and the oldest goes when it is too much. */
  private void failed(ArchiveFault fault) {
    if (trouble.isEmpty()) {
      ledger.journal("SERIALS NOT KEPT: " + fault.getMessage());
    }
    trouble = fault.getMessage();
    while (waiting.size() > MOST_WAITING) {
      NoteBatch.Head lost = waiting.remove().head();
      ledger.journal("SERIALS LOST " + lost.move() + " STAN " + lost.stan());
    }
  }
}
