package org.silverteller.host.iso8583;

import java.util.Optional;
import org.silverteller.host.Action;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.host.Reply.Balances;
import org.silverteller.host.Reply.Unknown.Cause;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.money.Money;

/** Reads a 0210 whose MAC has been found right. */
final class ReplyReader {

  private static final int BALANCE_LENGTH = 20;
  private static final int SIGN_AT = 7;
  private static final String LEDGER = "01";
  private static final String AVAILABLE = "02";

  private final HostConfig config;
  private final LineWatch watch;

  /**
   * @param watch is told what makes a reply untrusted
   */
  ReplyReader(HostConfig config, LineWatch watch) {
    this.config = config;
    this.watch = watch;
  }

  /**
   * The reply to that request; UNTRUSTED when its amount or currency is not the one asked for, or a
   * needed field is missing.
   */
  Reply read(Request request, Message reply) {
    String code = reply.text(Field.RESPONSE_CODE).orElse("");
    Action action = action(request, code);
    Optional<Money> amount = amount(request, reply, code, action);
    if (code.length() != 2
        || amount.isEmpty()
        || !sameWhereTold(reply, Field.CURRENCY, config.codes().currency())) {
      return new Reply.Unknown(Cause.UNTRUSTED);
    }
    try {
      return answered(request, reply, code, action, amount.get());
    } catch (MalformedMessage wrong) {
      watch.noted("REPLY STAN " + request.stan() + " UNTRUSTED " + wrong.getMessage());
      return new Reply.Unknown(Cause.UNTRUSTED);
    }
  }

  private Reply answered(Request request, Message reply, String code, Action action, Money amount)
      throws MalformedMessage {
    return new Reply.Answered(
        code,
        action,
        amount,
        reply.text(Field.AUTH_CODE).orElse(""),
        reply.text(Field.RRN).orElse(""),
        reply.text(Field.SETTLEMENT_DATE).orElse(""),
        balances(reply),
        AdditionalData.ageBand(reply),
        action == Action.APPROVE ? details(request, reply) : Details.NONE);
  }

  private Action action(Request request, String code) {
    return request.service() == Service.PIN_CHANGE && code.equals(config.codes().weakPin())
        ? Action.OTHER_PIN
        : ResponseCodes.action(code, config.rules().partialApproval());
  }

  /** What the service has asked for besides. */
  private static Details details(Request request, Message reply) throws MalformedMessage {
    return switch (request.service()) {
      case STATEMENT -> new Details.Statement(StatementRows.read(rows(reply)));
      case TRANSFER_OWN,
          TRANSFER_OTHER,
          ACCOUNTS,
          PAYEE_CHECK,
          PENDING_TRANSFERS,
          TRANSFER_CANCEL,
          CASE_ALERT ->
          TransferFields.details(request, reply);
      case BOOK_CHECK -> BookFields.state(reply);
      case BOOK_ROWS -> BookFields.rows(reply);
      case WITHDRAWAL, BALANCE, DEPOSIT, PIN_CHANGE -> Details.NONE;
    };
  }

  private static byte[] rows(Message reply) throws MalformedMessage {
    Optional<byte[]> rows = reply.bytes(Field.KEYS);
    if (rows.isEmpty()) {
      throw new MalformedMessage("field 62 is missing: expected the movements");
    }
    return rows.get();
  }

  /** Field 54 of a reply or of the answer to an advice; empty when it tells none. */
  Optional<Balances> balances(Message reply) {
    return balances(reply.text(Field.BALANCES).orElse(""));
  }

  /** The amount to go by; empty when field 4 cannot be trusted. Only an approval must tell it. */
  private Optional<Money> amount(Request request, Message reply, String code, Action action) {
    if (!request.service().movesMoney()) {
      return Optional.of(Money.ZERO);
    }
    Optional<Money> told =
        reply.text(Field.AMOUNT).map(digits -> Money.ofFen(Long.parseLong(digits)));
    if (told.isEmpty()) {
      return action == Action.APPROVE ? Optional.empty() : Optional.of(request.amount());
    }
    boolean less = code.equals(ResponseCodes.PARTIAL) && action == Action.APPROVE;
    return told.filter(
        amount ->
            amount.equals(request.amount())
                || less && !amount.isZero() && request.amount().isMoreThan(amount));
  }

  private static boolean sameWhereTold(Message reply, int field, String expected) {
    return reply.text(field).map(expected::equals).orElse(true);
  }

  /**
   * Field 54: again and again account type (2), amount type (2), currency (3), C or D, twelve
   * digits. What is overdrawn counts as nothing available; balances in another currency are not
   * shown.
   */
  private Optional<Balances> balances(String text) {
    Optional<Money> ledger = Optional.empty();
    Optional<Money> available = Optional.empty();
    for (int at = 0; at + BALANCE_LENGTH <= text.length(); at += BALANCE_LENGTH) {
      String one = text.substring(at, at + BALANCE_LENGTH);
      if (one.startsWith(LEDGER, 2)) {
        ledger = balance(one);
      } else if (one.startsWith(AVAILABLE, 2)) {
        available = balance(one);
      }
    }
    if (ledger.isEmpty() && available.isEmpty()) {
      return Optional.empty();
    }
    Money either = ledger.orElseGet(available::orElseThrow);
    return Optional.of(new Balances(either, available.orElse(either)));
  }

  private Optional<Money> balance(String one) {
    if (!wellFormed(one) || !one.startsWith(config.codes().currency(), 4)) {
      return Optional.empty();
    }
    return Optional.of(
        one.charAt(SIGN_AT) == 'D' ? Money.ZERO : Money.ofFen(Long.parseLong(one.substring(8))));
  }

  private static boolean wellFormed(String one) {
    for (int i = 0; i < BALANCE_LENGTH; i++) {
      char c = one.charAt(i);
      if (i == SIGN_AT ? c != 'C' && c != 'D' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
