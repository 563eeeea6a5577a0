package org.silverteller.store.fsn;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.silverteller.host.Stan;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.UnitId;
import org.silverteller.store.NoteBatch;

/**
 * A line of the index beside an FSN file: what the form has no field for, namely which transaction
 * its records belong to, which way the notes went, and from which cash unit. It reads
 *
 * <pre>31000017 12 000017 DISPENSED 2026-06-18T09:00:21 0 5 0 CASS1*5 5f0a2c31</pre>
 *
 * terminal, transaction, STAN, direction, time, first record, records, notes missing, units in the
 * order of the records (a dash for none), and a CRC-32 of all that.
 *
 * @param first counts from 0
 * @param units one for each record
 */
record BatchLine(NoteBatch.Head head, int first, List<UnitId> units) {

  private static final int WORDS = 10;
  private static final String NONE = "-";

  BatchLine {
    units = List.copyOf(units);
  }

  static BatchLine of(NoteBatch batch, int first) {
    return new BatchLine(
        batch.head(), first, batch.notes().stream().map(NoteReading::unit).toList());
  }

  int records() {
    return units.size();
  }

  int end() {
    return first + units.size();
  }

  /** With its line end. */
  String text() {
    String text =
        String.join(
            " ",
            head.terminalId(),
            Long.toString(head.transactionId()),
            head.stan().toString(),
            head.move().name(),
            head.time().toString(),
            Integer.toString(first),
            Integer.toString(records()),
            Integer.toString(head.missing()),
            unitsText());
    return text + " " + sum(text) + "\n";
  }

  /** Empty when the line is torn or damaged. */
  static Optional<BatchLine> parse(String line) {
    String[] words = line.split(" ", -1);
    int last = line.lastIndexOf(' ');
    if (words.length != WORDS || !sum(line.substring(0, last)).equals(words[WORDS - 1])) {
      return Optional.empty();
    }
    try {
      NoteBatch.Head head =
          new NoteBatch.Head(
              words[0],
              Long.parseLong(words[1]),
              new Stan(Integer.parseInt(words[2])),
              NoteMove.valueOf(words[3]),
              LocalDateTime.parse(words[4]),
              Integer.parseInt(words[7]));
      BatchLine read = new BatchLine(head, Integer.parseInt(words[5]), units(words[8]));
      return Optional.of(read).filter(same -> same.records() == Integer.parseInt(words[6]));
    } catch (IllegalArgumentException | DateTimeException damaged) {
      return Optional.empty();
    }
  }

  private String unitsText() {
    List<String> runs = new ArrayList<>();
    for (int at = 0; at < units.size(); ) {
      int end = at;
      while (end < units.size() && units.get(end).equals(units.get(at))) {
        end++;
      }
      runs.add(units.get(at) + "*" + (end - at));
      at = end;
    }
    return runs.isEmpty() ? NONE : String.join(",", runs);
  }

  private static List<UnitId> units(String text) {
    List<UnitId> units = new ArrayList<>();
    if (!text.equals(NONE)) {
      for (String run : text.split(",", -1)) {
        int star = Math.max(0, run.indexOf('*'));
        UnitId unit = UnitId.of(run.substring(0, star));
        units.addAll(Collections.nCopies(Integer.parseInt(run.substring(star + 1)), unit));
      }
    }
    return units;
  }

  private static String sum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
