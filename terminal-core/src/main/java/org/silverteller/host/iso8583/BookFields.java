package org.silverteller.host.iso8583;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silverteller.host.BookRow;
import org.silverteller.host.Details;
import org.silverteller.money.Money;

/**
 * What a bank tells of a passbook: tags of field 48, and the rows in field 62.
 *
 * <p>Tags: {@code BL} form of the book, {@code UP} rows not yet printed, {@code FL} 1 when the book
 * is full, {@code PG} page, {@code RC} number of rows, {@code MR} 1 when more rows wait. A row of
 * field 62, in GB 18030: line (2), date (8), D or C, amount in fen (12), balance in fen (12),
 * length (2) and text of the teller, length (2) and text of the summary; lengths count bytes.
 *
 * <p>An advice tells what became of rows: {@code RP} how many are proven on paper, {@code RD} 1
 * when the next one may be there in part.
 */
public final class BookFields {

  public static final String LAYOUT = "BL";
  public static final String UNPRINTED = "UP";
  public static final String FULL = "FL";
  public static final String PAGE = "PG";
  public static final String ROWS = "RC";
  public static final String MORE = "MR";
  public static final String PROVEN = "RP";
  public static final String DOUBT = "RD";

  /** How summaries and tellers are written. */
  public static final Charset TEXT = Charset.forName("GB18030");

  /** More rows than any page has are not read. */
  private static final int MOST_ROWS = 60;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private BookFields() {}

  /** The tags of an advice. */
  public static String outcome(int proven, boolean doubt) {
    return AdditionalData.tag(PROVEN, Integer.toString(proven))
        + AdditionalData.tag(DOUBT, doubt ? "1" : "0");
  }

  static Details state(Message reply) {
    try {
      Map<String, String> tags = tags(reply);
      return new Details.BookState(
          required(tags, LAYOUT), number(tags, UNPRINTED, 9_999), flag(tags, FULL));
    } catch (MalformedMessage wrong) {
      return new Details.Unreadable(wrong.getMessage());
    }
  }

  static Details rows(Message reply) {
    try {
      Map<String, String> tags = tags(reply);
      int count = number(tags, ROWS, MOST_ROWS);
      ByteBuffer bytes = ByteBuffer.wrap(reply.bytes(Field.KEYS).orElse(new byte[0]));
      List<BookRow> rows = new ArrayList<>();
      for (int row = 1; row <= count; row++) {
        rows.add(row(bytes, row));
      }
      if (bytes.hasRemaining()) {
        throw new MalformedMessage(
            "field 62: " + bytes.remaining() + " bytes behind its " + count + " rows");
      }
      return new Details.BookRows(
          number(tags, PAGE, 999), rows, flag(tags, MORE), flag(tags, FULL));
    } catch (MalformedMessage wrong) {
      return new Details.Unreadable(wrong.getMessage());
    }
  }

  private static BookRow row(ByteBuffer bytes, int row) throws MalformedMessage {
    String place = "row " + row + " in field 62";
    int line = (int) digits(bytes, 2, place + ", line");
    LocalDate date = date(text(bytes, 8, place + ", date"), place);
    String sign = text(bytes, 1, place + ", sign");
    if (!sign.equals("D") && !sign.equals("C")) {
      throw new MalformedMessage(place + ", sign: expected D or C");
    }
    Money amount = Money.ofFen(digits(bytes, 12, place + ", amount"));
    Money balance = Money.ofFen(digits(bytes, 12, place + ", balance"));
    String teller = text(bytes, (int) digits(bytes, 2, place + ", teller"), place + ", teller");
    String summary = text(bytes, (int) digits(bytes, 2, place + ", summary"), place + ", summary");
    return new BookRow(line, date, sign.equals("D"), amount, balance, teller, summary);
  }

  private static LocalDate date(String text, String place) throws MalformedMessage {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeException wrong) {
      throw new MalformedMessage(place + ", date: expected a day as YYYYMMDD");
    }
  }

  private static long digits(ByteBuffer bytes, int length, String place) throws MalformedMessage {
    String text = text(bytes, length, place);
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new MalformedMessage(place + ": expected " + length + " digits");
    }
    return Long.parseLong(text);
  }

  private static String text(ByteBuffer bytes, int length, String place) throws MalformedMessage {
    if (bytes.remaining() < length) {
      throw new MalformedMessage(
          place + ": " + bytes.remaining() + " bytes left, expected " + length);
    }
    byte[] part = new byte[length];
    bytes.get(part);
    try {
      return TEXT.newDecoder().decode(ByteBuffer.wrap(part)).toString();
    } catch (CharacterCodingException wrong) {
      throw new MalformedMessage(place + ": expected text in GB 18030");
    }
  }

  private static Map<String, String> tags(Message reply) throws MalformedMessage {
    return AdditionalData.tags(reply)
        .orElseThrow(() -> new MalformedMessage("field 48: expected a list of tags"));
  }

  private static String required(Map<String, String> tags, String tag) throws MalformedMessage {
    String value = tags.get(tag);
    if (value == null) {
      throw new MalformedMessage("field 48 without tag " + tag);
    }
    return value;
  }

  private static int number(Map<String, String> tags, String tag, int most)
      throws MalformedMessage {
    String text = required(tags, tag);
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || text.length() > 4 || Integer.parseInt(text) > most) {
      String shown = digits ? text.substring(0, Math.min(8, text.length())) : "no number";
      throw new MalformedMessage("tag " + tag + " is " + shown + ": expected 0 … " + most);
    }
    return Integer.parseInt(text);
  }

  private static boolean flag(Map<String, String> tags, String tag) throws MalformedMessage {
    return number(tags, tag, 1) == 1;
  }
}
