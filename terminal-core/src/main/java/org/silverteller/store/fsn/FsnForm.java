package org.silverteller.store.fsn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteEdition;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.money.NoteVerdict;

/**
 * The bytes of an FSN file, 2014 form without images: a header of 32 bytes and records of 100, all
 * numbers little-endian (service rules 4.10).
 *
 * @param unreadable the character that the file has for one that could not be read; both that are
 *     in use, {@code *} and {@code ?}, are understood
 */
public record FsnForm(char unreadable) {

  public static final int HEADER_BYTES = 32;
  public static final int RECORD_BYTES = 100;
  static final int COUNT_OFFSET = 20;

  private static final int[] START = {20, 10, 7, 26, 0, 1};
  private static final int WITHOUT_IMAGES = 0x2D;
  private static final int WITH_IMAGES = 0x2E;
  private static final int[] NAME = {'S', 'N', 'o'};
  private static final int[] END = {0, 1, 2, 3};
  private static final int[] CURRENCY = {'C', 'N', 'Y', 0};

  /** Verdicts by their number in the file. */
  private static final List<NoteVerdict> VERDICTS =
      List.of(NoteVerdict.SUSPECT, NoteVerdict.GENUINE, NoteVerdict.DAMAGED, NoteVerdict.OLD);

  /** Editions by their number in the file. */
  private static final List<NoteEdition> EDITIONS =
      List.of(
          NoteEdition.Y1990,
          NoteEdition.Y1999,
          NoteEdition.Y2005,
          NoteEdition.Y2015,
          NoteEdition.Y2019);

  /** The form has no number for an edition that the device does not tell. */
  private static final int NO_EDITION = 0xFFFF;

  private static final int MACHINE_CHARACTERS = 24;
  private static final int FIRST_YEAR = 1980;
  private static final int LAST_YEAR = 2107;

  /** A whole file. */
  public byte[] write(List<FsnNote> notes) {
    ByteBuffer file = buffer(HEADER_BYTES + notes.size() * RECORD_BYTES);
    file.put(header(notes.size()));
    notes.forEach(note -> put(file, note));
    return file.array();
  }

  /** The records alone, to be put behind others. */
  byte[] records(List<FsnNote> notes) {
    ByteBuffer records = buffer(notes.size() * RECORD_BYTES);
    notes.forEach(note -> put(records, note));
    return records.array();
  }

  static byte[] header(int records) {
    ByteBuffer header = buffer(HEADER_BYTES);
    put(header, START);
    put(header, WITHOUT_IMAGES);
    put(header, NAME);
    header.putInt(records);
    put(header, END);
    return header.array();
  }

  /**
   * Reads a whole file.
   *
   * @throws MalformedFsn when a byte of it is not as the form says
   */
  public List<FsnNote> read(byte[] bytes) throws MalformedFsn {
    int records = recordsIn(bytes, bytes.length);
    ByteBuffer file = buffer(bytes);
    List<FsnNote> notes = new ArrayList<>(records);
    for (int record = 0; record < records; record++) {
      notes.add(record(file, record));
    }
    return notes;
  }

  /**
   * How many records a file says it has.
   *
   * @param head its first 32 bytes, or more, or all when it has fewer
   * @param size of the whole file
   * @throws MalformedFsn when the header is none, or the size does not go with it
   */
  static int recordsIn(byte[] head, long size) throws MalformedFsn {
    int records = recordsTold(head);
    long expected = HEADER_BYTES + (long) records * RECORD_BYTES;
    if (records < 0 || size != expected) {
      throw new MalformedFsn(
          size
              + " bytes and a count of "
              + Integer.toUnsignedString(records)
              + " records: expected "
              + HEADER_BYTES
              + " bytes and "
              + RECORD_BYTES
              + " a record");
    }
    return records;
  }

  /** The count of a header that is otherwise as it must be. */
  private static int recordsTold(byte[] head) throws MalformedFsn {
    if (head.length < HEADER_BYTES) {
      throw new MalformedFsn(
          head.length + " bytes: expected a header of " + HEADER_BYTES + " bytes");
    }
    ByteBuffer header = buffer(head);
    demand(header, START);
    int kind = header.getChar(header.position());
    if (kind == WITH_IMAGES) {
      throw new MalformedFsn("a file with images (0x2E): expected one without (0x2D)");
    }
    demand(header, WITHOUT_IMAGES);
    demand(header, NAME);
    int records = header.getInt();
    demand(header, END);
    return records;
  }

  /**
   * One record.
   *
   * @param number counts from 0
   * @throws MalformedFsn naming record and field
   */
  FsnNote record(ByteBuffer file, int number) throws MalformedFsn {
    file.position(HEADER_BYTES + number * RECORD_BYTES);
    try {
      LocalDateTime time = time(file.getChar(), file.getChar());
      int verdict = file.getChar();
      List<Integer> errors = new ArrayList<>();
      for (int error = 0; error < NoteReading.MOST_ERRORS; error++) {
        errors.add((int) file.getChar());
      }
      errors.removeIf(error -> error == 0);
      demand(file, CURRENCY);
      int edition = file.getChar();
      int yuan = file.getChar();
      String serial = serial(file);
      String machine = text(file, MACHINE_CHARACTERS);
      if (verdict >= VERDICTS.size()) {
        throw new MalformedFsn("verdict " + verdict + ": expected 0 … 3");
      }
      return new FsnNote(
          time,
          Denomination.of(yuan),
          edition < EDITIONS.size() ? EDITIONS.get(edition) : NoteEdition.UNKNOWN,
          NoteSerial.of(serial),
          VERDICTS.get(verdict),
          errors,
          machine);
    } catch (MalformedFsn | IllegalArgumentException wrong) {
      throw new MalformedFsn("record " + (number + 1) + ": " + wrong.getMessage());
    }
  }

  private void put(ByteBuffer file, FsnNote note) {
    LocalDateTime time = within(note.time());
    put(
        file,
        ((time.getYear() - FIRST_YEAR) << 9) + (time.getMonthValue() << 5) + time.getDayOfMonth());
    put(file, (time.getHour() << 11) + (time.getMinute() << 5) + (time.getSecond() >> 1));
    put(file, VERDICTS.indexOf(note.verdict()));
    for (int error = 0; error < NoteReading.MOST_ERRORS; error++) {
      put(file, error < note.errors().size() ? note.errors().get(error) : 0);
    }
    put(file, CURRENCY);
    int edition = EDITIONS.indexOf(note.edition());
    put(file, edition < 0 ? NO_EDITION : edition);
    put(file, note.denomination().yuan());
    String serial = note.serial().characters().replace(NoteSerial.UNREADABLE, unreadable);
    put(file, serial.length());
    put(file, serial, NoteSerial.LONGEST);
    put(file, note.machineId(), MACHINE_CHARACTERS);
    put(file, 0);
  }

  /** The clock of a machine may be wrong; what the form cannot tell becomes its first moment. */
  private static LocalDateTime within(LocalDateTime time) {
    return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
        ? LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0)
        : time;
  }

  private static LocalDateTime time(int date, int time) throws MalformedFsn {
    try {
      return LocalDateTime.of(
          FIRST_YEAR + (date >> 9),
          date >> 5 & 0xF,
          date & 0x1F,
          time >> 11,
          time >> 5 & 0x3F,
          (time & 0x1F) << 1);
    } catch (DateTimeException none) {
      throw new MalformedFsn(
          String.format("date 0x%04x and time 0x%04x: expected those of a day", date, time));
    }
  }

  private static String serial(ByteBuffer file) throws MalformedFsn {
    int length = file.getChar();
    if (length > NoteSerial.LONGEST) {
      throw new MalformedFsn(
          "a serial number of " + length + " characters: expected at most " + NoteSerial.LONGEST);
    }
    StringBuilder serial = new StringBuilder(length);
    for (int at = 0; at < NoteSerial.LONGEST; at++) {
      char character = file.getChar();
      if (at < length) {
        serial.append(character == '?' ? NoteSerial.UNREADABLE : character);
      }
    }
    return serial.toString();
  }

  private static String text(ByteBuffer file, int characters) {
    StringBuilder text = new StringBuilder(characters);
    for (int at = 0; at < characters; at++) {
      text.append(file.getChar());
    }
    int end = text.indexOf("\0");
    return end < 0 ? text.toString() : text.substring(0, end);
  }

  private static void demand(ByteBuffer file, int... expected) throws MalformedFsn {
    for (int value : expected) {
      int at = file.position();
      int found = file.getChar();
      if (found != value) {
        throw new MalformedFsn("byte " + at + " holds " + found + ": expected " + value);
      }
    }
  }

  private static void put(ByteBuffer file, int... values) {
    for (int value : values) {
      file.putChar((char) value);
    }
  }

  private static void put(ByteBuffer file, String text, int room) {
    for (int at = 0; at < room; at++) {
      file.putChar(at < text.length() ? text.charAt(at) : 0);
    }
  }

  private static ByteBuffer buffer(int bytes) {
    return buffer(new byte[bytes]);
  }

  static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
