package org.silverteller.session;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silverteller.device.CashDispenser;
import org.silverteller.host.Service;
import org.silverteller.money.NoteMix;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/**
 * Gathers the evidence of a transaction whose outcome cannot be known: the record, the host's
 * answer, the dispenser's memory, sensors and counts, the counts before the first note moved, and
 * the journal since the request.
 */
final class CaseFile {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

  /** More than one conversation and the recovery after it ever write. */
  private static final int MOST_LINES = 80;

  private final Store store;
  private final CashDispenser dispenser;

  CaseFile(Store store, CashDispenser dispenser) {
    this.store = store;
    this.dispenser = dispenser;
  }

  /**
   * The counts before the dispenser is told to stack. Durable with that intent, for after a power
   * cut nothing else tells them; joins the case if one is opened.
   */
  Entry before(TransactionRecord record) {
    return new Entry.Noted(record.id(), "before stacking: " + DispenserWords.units(dispenser));
  }

  /**
   * Why the case is opened, the record, and what the dispenser says.
   *
   * @param why what was decided upon, a line each
   */
  List<String> statement(TransactionRecord record, List<String> why) {
    Set<String> lines = new LinkedHashSet<>(why);
    lines.add(told(record));
    if (record.service() != Service.DEPOSIT) {
      lines.addAll(DispenserWords.of(dispenser));
    }
    return List.copyOf(lines);
  }

  /** The journal from the request of this transaction on, each line with its time. */
  List<String> journal(TransactionRecord record) {
    List<JournalLine> lines = store.journal(MOST_LINES);
    String request =
        record.service() == Service.DEPOSIT ? DepositBook.opened(record) : Ledger.requested(record);
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      first = lines.get(i).text().equals(request) ? i : first;
    }
    return lines.subList(first, lines.size()).stream()
        .map(line -> "journal " + DAY_AND_TIME.format(line.time()) + " " + line.text())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String told(TransactionRecord record) {
    return record.service() == Service.DEPOSIT ? toldOfDeposit(record) : toldOfCash(record);
  }

  private static String toldOfDeposit(TransactionRecord record) {
    return "record "
        + record.state()
        + " confirmed "
        + DispenserWords.told(record.counted())
        + " stored "
        + DispenserWords.told(record.stored())
        + " drawn in "
        + DispenserWords.told(record.retracted())
        + " response "
        + (record.responseCode().isEmpty() ? "none" : record.responseCode());
  }

  private static String toldOfCash(TransactionRecord record) {
    return "record "
        + record.state()
        + " planned "
        + byUnit(record.planned())
        + " counted "
        + byUnit(record.counted())
        + " presented "
        + byUnit(record.presented())
        + " retracted "
        + byUnit(record.retracted())
        + " response "
        + (record.responseCode().isEmpty() ? "none" : record.responseCode())
        + (record.authCode().isEmpty() ? "" : " auth " + record.authCode());
  }

  /** {@code 100x4 (CASS1 3, CASS2 1)}, for the counts of each cassette. */
  private static String byUnit(NoteMix notes) {
    return notes.parts().stream()
        .map(part -> part.unit() + " " + part.notes())
        .collect(
            Collectors.joining(
                ", ",
                DispenserWords.told(notes) + (notes.isEmpty() ? "" : " ("),
                notes.isEmpty() ? "" : ")"));
  }
}
