package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silverteller.card.AccountKind;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.PayeeName;
import org.silverteller.host.Details;
import org.silverteller.host.Particulars;
import org.silverteller.host.Request;
import org.silverteller.money.Money;

/**
 * What transfers carry besides the usual fields: the accounts in 102 and 103, tags in field 48, and
 * lists in field 62, a row after the other.
 *
 * <p>Tags of a request: {@code TW} when, {@code 00} at once or {@code 24} after 24 hours; {@code
 * TR} the reference of a transfer to be cancelled. Tags of the reply about a payee: {@code PV} 00
 * good, 01 case list, 02 no such account; {@code PN} the masked name, its GB 18030 bytes in
 * hexadecimal; {@code PO} own account, {@code PK} paid before, {@code PR} real time possible, each
 * 1 or 0; {@code PL} twelve digits of fen that may still be transferred today.
 *
 * <p>Field 62 is text: rows end with {@code ;}, their parts are parted by {@code ,}. An account:
 * its number, and {@code C} current, {@code S} savings, {@code K} card. A pending transfer:
 * reference (12), twelve digits of fen, YYYYMMDDhhmm until when it can be cancelled, last four
 * digits of the payee's account, the masked name as in {@code PN}.
 */
public final class TransferFields {

  public static final String WHEN = "TW";
  public static final String REFERENCE = "TR";
  public static final String STANDING = "PV";
  public static final String NAME = "PN";
  public static final String OWN = "PO";
  public static final String KNOWN = "PK";
  public static final String REAL_TIME = "PR";
  public static final String LEFT_TODAY = "PL";

  /** More than any customer's list has, and than field 62 should hold. */
  public static final int MOST_ROWS = 12;

  private static final Charset NAMES = Charset.forName("GB18030");

  private TransferFields() {}

  /** Field 48 of a request. */
  static void tags(Message.Builder message, Particulars particulars) {
    if (particulars instanceof Particulars.Transfer transfer) {
      tag(message, WHEN, transfer.later() ? "24" : "00");
    } else if (particulars instanceof Particulars.Cancel cancel) {
      tag(message, REFERENCE, cancel.reference());
    }
  }

  private static void tag(Message.Builder message, String name, String value) {
    message.set(Field.ADDITIONAL_DATA, AdditionalData.tag(name, value).getBytes(US_ASCII));
  }

  /**
   * @throws MalformedMessage when an approval does not tell what the service asked for, or tells
   *     something that cannot be; names what, never its value
   */
  static Details details(Request request, Message reply) throws MalformedMessage {
    return switch (request.service()) {
      case PAYEE_CHECK -> payee(reply);
      case ACCOUNTS -> new Details.Accounts(accounts(reply));
      case PENDING_TRANSFERS -> new Details.Pending(pending(reply));
      case TRANSFER_OWN, TRANSFER_OTHER -> samePayee(request, reply);
      default -> Details.NONE;
    };
  }

  /** An approval for another payee than asked is no approval. */
  private static Details samePayee(Request request, Message reply) throws MalformedMessage {
    String told = reply.text(Field.TO_ACCOUNT).orElse("");
    if (request.particulars() instanceof Particulars.Transfer transfer
        && !told.isEmpty()
        && !account(told).equals(transfer.to())) {
      throw new MalformedMessage("field 103 is not the payee asked for");
    }
    return Details.NONE;
  }

  private static Details payee(Message reply) throws MalformedMessage {
    Map<String, String> tags =
        AdditionalData.tags(reply)
            .orElseThrow(() -> new MalformedMessage("field 48 tells nothing of the payee"));
    Details.Payee.Standing standing =
        switch (required(tags, STANDING)) {
          case "00" -> Details.Payee.Standing.GOOD;
          case "01" -> Details.Payee.Standing.CASE;
          case "02" -> Details.Payee.Standing.NOT_FOUND;
          default -> throw new MalformedMessage("tag PV: expected 00, 01 or 02");
        };
    boolean found = standing != Details.Payee.Standing.NOT_FOUND;
    return new Details.Payee(
        standing,
        found ? name(required(tags, NAME)) : new PayeeName("**"),
        found && flag(tags, OWN),
        found && flag(tags, KNOWN),
        found && flag(tags, REAL_TIME),
        found ? money(required(tags, LEFT_TODAY)) : Money.ZERO);
  }

  private static String required(Map<String, String> tags, String tag) throws MalformedMessage {
    String value = tags.get(tag);
    if (value == null) {
      throw new MalformedMessage("field 48 has no tag " + tag);
    }
    return value;
  }

  private static boolean flag(Map<String, String> tags, String tag) throws MalformedMessage {
    return switch (required(tags, tag)) {
      case "1" -> true;
      case "0" -> false;
      default -> throw new MalformedMessage("tag " + tag + ": expected 1 or 0");
    };
  }

  private static List<Details.Account> accounts(Message reply) throws MalformedMessage {
    List<Details.Account> accounts = new ArrayList<>();
    Set<AccountNumber> seen = new HashSet<>();
    for (String[] row : rows(reply, 2)) {
      AccountNumber number = account(row[0]);
      if (!seen.add(number)) {
        throw new MalformedMessage("field 62 lists an account twice");
      }
      accounts.add(
          new Details.Account(
              number,
              switch (row[1]) {
                case "C" -> AccountKind.CURRENT;
                case "S" -> AccountKind.SAVINGS;
                case "K" -> AccountKind.CARD;
                default -> AccountKind.OTHER;
              }));
    }
    return accounts;
  }

  private static AccountNumber account(String digits) throws MalformedMessage {
    try {
      return AccountNumber.of(digits);
    } catch (CardFormatException wrong) {
      throw new MalformedMessage("an account number of " + digits.length() + " characters");
    }
  }

  private static List<Details.PendingTransfer> pending(Message reply) throws MalformedMessage {
    List<Details.PendingTransfer> transfers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String[] row : rows(reply, 5)) {
      if (row[0].length() != 12 || !lettersOrDigits(row[0]) || !seen.add(row[0])) {
        throw new MalformedMessage("a reference that is none, or stands twice");
      }
      if (row[3].length() != 4 || !digits(row[3])) {
        throw new MalformedMessage("the end of an account number: expected four digits");
      }
      transfers.add(
          new Details.PendingTransfer(row[0], name(row[4]), row[3], money(row[1]), time(row[2])));
    }
    return transfers;
  }

  private static List<String[]> rows(Message reply, int parts) throws MalformedMessage {
    String text = new String(reply.bytes(Field.KEYS).orElseGet(() -> new byte[0]), US_ASCII);
    List<String[]> rows = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(';', at);
      if (end < 0) {
        throw new MalformedMessage("field 62 ends within a row");
      }
      if (rows.size() == MOST_ROWS) {
        throw new MalformedMessage("field 62 has more than " + MOST_ROWS + " rows");
      }
      String[] row = text.substring(at, end).split(",", -1);
      if (row.length != parts) {
        throw new MalformedMessage("a row of " + row.length + " parts: expected " + parts);
      }
      rows.add(row);
      at = end + 1;
    }
    return rows;
  }

  private static Money money(String text) throws MalformedMessage {
    if (text.length() != 12 || !digits(text)) {
      throw new MalformedMessage("an amount: expected twelve digits");
    }
    return Money.ofFen(Long.parseLong(text));
  }

  private static LocalDateTime time(String text) throws MalformedMessage {
    if (text.length() != 12 || !digits(text)) {
      throw new MalformedMessage("a time: expected twelve digits");
    }
    try {
      return LocalDateTime.of(
          Integer.parseInt(text.substring(0, 4)),
          Integer.parseInt(text.substring(4, 6)),
          Integer.parseInt(text.substring(6, 8)),
          Integer.parseInt(text.substring(8, 10)),
          Integer.parseInt(text.substring(10)));
    } catch (DateTimeException impossible) {
      throw new MalformedMessage("a time that no clock shows");
    }
  }

  private static PayeeName name(String hex) throws MalformedMessage {
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      String text =
          NAMES
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new PayeeName(text);
    } catch (CharacterCodingException otherCharset) {
      throw new MalformedMessage("a payee name that is not GB 18030");
    } catch (IllegalArgumentException refused) {
      String why = refused.getMessage();
      throw new MalformedMessage(
          why != null && why.startsWith("payee name")
              ? why
              : "a payee name that is not hexadecimal");
    }
  }

  /** A masked name as it travels. */
  public static String hex(PayeeName name) {
    return HexFormat.of().withUpperCase().formatHex(name.shown().getBytes(NAMES));
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean lettersOrDigits(String text) {
    return text.chars()
        .allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
  }
}
