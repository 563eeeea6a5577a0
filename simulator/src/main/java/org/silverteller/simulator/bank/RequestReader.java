package org.silverteller.simulator.bank;

import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.BookAccount;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.AdditionalData;
import org.silverteller.host.iso8583.BookFields;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.MalformedMessage;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.TransferFields;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Asked.PinCheck;
import org.silverteller.simulator.bank.Settlement.Completion;
import org.silverteller.simulator.bank.Settlement.Reversal;

/** Reads what a terminal means; whatever does not keep to the field table is a format error, 30. */
final class RequestReader {

  private static final String YUAN = "156";
  private static final String OUTCOME_UNKNOWN = "20";

  private static final int[] REQUEST_FIELDS = {
    Field.PROCESSING_CODE,
    Field.TRANSMISSION_TIME,
    Field.STAN,
    Field.LOCAL_TIME,
    Field.LOCAL_DATE,
    Field.MERCHANT_TYPE,
    Field.ENTRY_MODE,
    Field.CONDITION,
    Field.ACQUIRER,
    Field.FORWARDER,
    Field.RRN,
    Field.TERMINAL_ID,
    Field.ACCEPTOR_ID,
    Field.CURRENCY,
    Field.SECURITY_CONTROL,
    Field.REASON
  };

  private static final int[] ADVICE_FIELDS = {
    Field.PROCESSING_CODE,
    Field.AMOUNT,
    Field.TRANSMISSION_TIME,
    Field.STAN,
    Field.LOCAL_TIME,
    Field.LOCAL_DATE,
    Field.RRN,
    Field.TERMINAL_ID,
    Field.ACCEPTOR_ID,
    Field.CURRENCY,
    Field.REASON,
    Field.ORIGINAL
  };

  private RequestReader() {}

  /** What a processing code asks for; empty for a service this bank does not offer to machines. */
  static Optional<Service> service(Message request) throws MalformedMessage {
    return switch (request.required(Field.PROCESSING_CODE).substring(0, 2)) {
      case "01" -> Optional.of(Service.WITHDRAWAL);
      case "30", "31" -> Optional.of(Service.BALANCE);
      case "21" -> Optional.of(Service.DEPOSIT);
      case "38" -> Optional.of(Service.STATEMENT);
      case "92" -> Optional.of(Service.PIN_CHANGE);
      case "40" -> Optional.of(Service.TRANSFER_OWN);
      case "46" -> Optional.of(Service.TRANSFER_OTHER);
      case "36" -> Optional.of(Service.ACCOUNTS);
      case "37" -> Optional.of(Service.PAYEE_CHECK);
      case "39" -> Optional.of(Service.PENDING_TRANSFERS);
      case "48" -> Optional.of(Service.TRANSFER_CANCEL);
      case "49" -> Optional.of(Service.CASE_ALERT);
      case "34" -> Optional.of(Service.BOOK_CHECK);
      case "35" -> Optional.of(Service.BOOK_ROWS);
      default -> Optional.empty();
    };
  }

  static Asked asked(Message request, Service service, PinCheck pin) throws MalformedMessage {
    require(request, REQUEST_FIELDS);
    AccountNumber number = number(request);
    checkTrack(request, number);
    String entry = request.required(Field.ENTRY_MODE);
    return new Asked(
        new TransactionId(
            request.required(Field.TERMINAL_ID),
            number(request, Field.STAN),
            Long.parseLong(request.required(Field.TRANSMISSION_TIME))),
        request.required(Field.RRN),
        service,
        number,
        AdditionalData.tags(request).map(tags -> tags.get(AdditionalData.VOUCHER)),
        service.movesMoney() ? amount(request) : Money.ZERO,
        entry.startsWith("02") || entry.startsWith("80"),
        entry.startsWith("80"),
        pin,
        payee(request),
        tag(request, TransferFields.WHEN).equals("24"),
        tag(request, TransferFields.REFERENCE));
  }

  static Reversal reversal(Message advice) throws MalformedMessage {
    require(advice, ADVICE_FIELDS);
    Optional<Money> paid =
        advice.has(Field.REPLACEMENT_AMOUNTS)
            ? Optional.of(
                money(advice.required(Field.REPLACEMENT_AMOUNTS), Field.REPLACEMENT_AMOUNTS))
            : Optional.empty();
    return new Reversal(
        service(advice).orElse(Service.WITHDRAWAL),
        original(advice),
        advice.required(Field.RRN),
        number(advice),
        amount(advice),
        paid);
  }

  /** What a terminal tells of the rows that it was handed. */
  static BookDesk.Printed printed(Message advice) throws MalformedMessage {
    require(advice, ADVICE_FIELDS);
    Map<String, String> tags = AdditionalData.tags(advice).orElseGet(Map::of);
    String proven = tags.getOrDefault(BookFields.PROVEN, "");
    String doubt = tags.getOrDefault(BookFields.DOUBT, "");
    if (!proven.matches("[0-9]{1,3}") || !doubt.matches("[01]")) {
      throw new MalformedMessage("field 48: expected tags RP and RD");
    }
    return new BookDesk.Printed(
        original(advice),
        advice.required(Field.RRN),
        number(advice),
        Integer.parseInt(proven),
        doubt.equals("1"));
  }

  static Completion completion(Message advice) throws MalformedMessage {
    require(advice, ADVICE_FIELDS);
    boolean unknown = advice.required(Field.REASON).startsWith(OUTCOME_UNKNOWN);
    return new Completion(
        service(advice).orElse(Service.WITHDRAWAL),
        original(advice),
        advice.required(Field.RRN),
        number(advice),
        unknown ? Optional.empty() : Optional.of(amount(advice)));
  }

  static TransactionId original(Message advice) throws MalformedMessage {
    String data = advice.required(Field.ORIGINAL);
    String mti = data.substring(0, 4);
    if (!mti.equals("0200") && !mti.equals("0100")) {
      throw new MalformedMessage("field 90 names an original of type " + mti + ": expected 0200");
    }
    return new TransactionId(
        advice.required(Field.TERMINAL_ID),
        Integer.parseInt(data.substring(4, 10)),
        Long.parseLong(data.substring(10, 20)));
  }

  private static void require(Message message, int... fields) throws MalformedMessage {
    for (int field : fields) {
      message.required(field);
    }
    if (!message.required(Field.CURRENCY).equals(YUAN)) {
      throw new MalformedMessage("field 49 is not " + YUAN);
    }
  }

  /** Of the card, or, where field 2 is missing, of the passbook. */
  private static AccountNumber number(Message message) throws MalformedMessage {
    try {
      return message.has(Field.PAN) || !message.has(Field.FROM_ACCOUNT)
          ? Pan.of(message.required(Field.PAN))
          : BookAccount.of(message.required(Field.FROM_ACCOUNT));
    } catch (CardFormatException wrong) {
      throw new MalformedMessage("field 2 or 102: " + wrong.getMessage());
    }
  }

  private static Optional<AccountNumber> payee(Message request) throws MalformedMessage {
    if (!request.has(Field.TO_ACCOUNT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(AccountNumber.of(request.required(Field.TO_ACCOUNT)));
    } catch (CardFormatException wrong) {
      throw new MalformedMessage("field 103: " + wrong.getMessage());
    }
  }

  private static String tag(Message request, String name) {
    return AdditionalData.tags(request).map(tags -> tags.getOrDefault(name, "")).orElse("");
  }

  private static void checkTrack(Message request, AccountNumber number) throws MalformedMessage {
    if (request.has(Field.TRACK_2)
        && !request.required(Field.TRACK_2).startsWith(number.reveal() + "=")) {
      throw new MalformedMessage("fields 2 and 35 are of different cards");
    }
  }

  private static Money amount(Message message) throws MalformedMessage {
    return money(message.required(Field.AMOUNT), Field.AMOUNT);
  }

  private static Money money(String text, int field) throws MalformedMessage {
    String digits = text.substring(0, Math.min(12, text.length()));
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw new MalformedMessage("field " + field + ": expected digits");
      }
    }
    if (digits.length() < 12) {
      throw new MalformedMessage("field " + field + ": expected twelve digits");
    }
    return Money.ofFen(Long.parseLong(digits));
  }

  private static int number(Message message, int field) throws MalformedMessage {
    return Integer.parseInt(message.required(field));
  }
}
