package org.silverteller.host.iso8583;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.silverteller.card.CardNumberMask;
import org.silverteller.host.Details;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;

/**
 * The movements of a mini statement in field 62, the newest first: two digits for how many, then
 * for each fifty bytes: date (YYYYMMDD), summary (sixteen bytes of GBK, filled with blanks), C or D
 * and twelve digits of amount in fen, C or D and twelve digits of the balance after it.
 *
 * <p>Strict: rows that do not follow from each other, that hold anything but printable text, or are
 * too many, make the whole list untrusted.
 */
public final class StatementRows {

  private static final int HEAD = 2;
  private static final int DATE = 8;
  private static final int SUMMARY = 16;
  private static final int FIGURE = 13;
  private static final int ROW = DATE + SUMMARY + 2 * FIGURE;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private StatementRows() {}

  /**
   * The movements as they stand in the field.
   *
   * @throws IllegalArgumentException for a summary that does not fit
   */
  public static byte[] write(List<Movement> movements) {
    ByteArrayOutputStream field = new ByteArrayOutputStream();
    field.writeBytes(ascii(String.format(Locale.ROOT, "%02d", movements.size())));
    for (Movement movement : movements) {
      field.writeBytes(ascii(DAY.format(movement.date())));
      byte[] summary = movement.summary().getBytes(Message.GBK);
      if (summary.length > SUMMARY) {
        throw new IllegalArgumentException(
            "summary of " + summary.length + " bytes: expected at most " + SUMMARY);
      }
      byte[] filled = Arrays.copyOf(summary, SUMMARY);
      Arrays.fill(filled, summary.length, SUMMARY, (byte) ' ');
      field.writeBytes(filled);
      field.writeBytes(ascii(figure(movement.credit(), movement.amount())));
      field.writeBytes(ascii(figure(!movement.overdrawn(), movement.balance())));
    }
    return field.toByteArray();
  }

  /**
   * @throws MalformedMessage naming the row and what is wrong with it
   */
  static List<Movement> read(byte[] field) throws MalformedMessage {
    int rows =
        field.length < HEAD ? -1 : (int) digits(field, 0, HEAD, "field 62 number of movements");
    if (rows < 0 || rows > Details.MOST_MOVEMENTS || field.length != HEAD + rows * ROW) {
      throw new MalformedMessage(
          "field 62: "
              + field.length
              + " bytes for "
              + Math.max(0, rows)
              + " movements; expected at most "
              + Details.MOST_MOVEMENTS
              + " of "
              + ROW
              + " bytes");
    }
    List<Movement> movements = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      Movement movement = movement(field, HEAD + row * ROW, "field 62 movement " + (row + 1));
      if (row > 0 && !follows(movements.get(row - 1), movement)) {
        throw new MalformedMessage(
            "field 62 movement "
                + (row + 1)
                + ": date or balance does not lead to the newer movement before it");
      }
      movements.add(movement);
    }
    return movements;
  }

  private static boolean follows(Movement newer, Movement older) {
    return newer.fenBefore() == older.fenAfter() && !older.date().isAfter(newer.date());
  }

  private static Movement movement(byte[] field, int at, String place) throws MalformedMessage {
    int figures = at + DATE + SUMMARY;
    Money amount = Money.ofFen(digits(field, figures + 1, FIGURE - 1, place + " amount"));
    if (amount.isZero()) {
      throw new MalformedMessage(place + ": an amount of nothing");
    }
    return new Movement(
        date(field, at, place),
        summary(field, at + DATE, place),
        credit(field, figures, place),
        amount,
        Money.ofFen(digits(field, figures + FIGURE + 1, FIGURE - 1, place + " balance")),
        !credit(field, figures + FIGURE, place));
  }

  private static LocalDate date(byte[] field, int at, String place) throws MalformedMessage {
    try {
      return LocalDate.parse(new String(field, at, DATE, StandardCharsets.ISO_8859_1), DAY);
    } catch (DateTimeException none) {
      throw new MalformedMessage(place + ": no date YYYYMMDD");
    }
  }

  private static String summary(byte[] field, int at, String place) throws MalformedMessage {
    try {
      String text =
          Message.GBK
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(field, at, SUMMARY))
              .toString()
              .stripTrailing();
      if (!text.codePoints().allMatch(StatementRows::printable)) {
        throw new MalformedMessage(place + ": a summary with characters that do not print");
      }
      return CardNumberMask.mask(text);
    } catch (CharacterCodingException broken) {
      throw new MalformedMessage(place + ": a summary that is not GBK");
    }
  }

  private static boolean printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean credit(byte[] field, int at, String place) throws MalformedMessage {
    if (field[at] != 'C' && field[at] != 'D') {
      throw new MalformedMessage(place + ": expected C or D before a figure");
    }
    return field[at] == 'C';
  }

  private static long digits(byte[] field, int at, int count, String place)
      throws MalformedMessage {
    long number = 0;
    for (int i = at; i < at + count; i++) {
      if (field[i] < '0' || field[i] > '9') {
        throw new MalformedMessage(place + ": expected " + count + " digits");
      }
      number = number * 10 + field[i] - '0';
    }
    return number;
  }

  private static String figure(boolean credit, Money money) {
    return (credit ? "C" : "D") + MessageWriter.digits(money);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
