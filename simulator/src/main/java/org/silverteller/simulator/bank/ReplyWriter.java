package org.silverteller.simulator.bank;

import java.util.Arrays;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.host.Reply.Balances;
import org.silverteller.host.iso8583.AdditionalData;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;

/** Builds replies by hand: what is echoed is listed, so that no PIN data or track ever returns. */
final class ReplyWriter {

  private static final String LEDGER = "01";
  private static final String AVAILABLE = "02";

  private static final int[] FINANCIAL_ECHO = {
    Field.PAN,
    Field.PROCESSING_CODE,
    Field.AMOUNT,
    Field.TRANSMISSION_TIME,
    Field.STAN,
    Field.LOCAL_TIME,
    Field.LOCAL_DATE,
    Field.MERCHANT_TYPE,
    Field.CONDITION,
    Field.ACQUIRER,
    Field.FORWARDER,
    Field.RRN,
    Field.TERMINAL_ID,
    Field.ACCEPTOR_ID,
    Field.FROM_ACCOUNT,
    Field.TO_ACCOUNT,
    Field.CURRENCY,
    Field.REASON
  };

  private final BusinessDay day;

  ReplyWriter(BusinessDay day) {
    this.day = day;
  }

  /** The reply to a 0200 about which the issuer has not been asked, or to an advice. */
  Message.Builder plain(Message request, String code) {
    Message.Builder reply =
        Message.of(request.mti().response())
            .echo(request, FINANCIAL_ECHO)
            .set(Field.SETTLEMENT_DATE, day.monthDay())
            .set(Field.RESPONSE_CODE, code);
    if (request.has(Field.ORIGINAL)) {
      reply.echo(request, Field.ORIGINAL);
    }
    return reply;
  }

  Message.Builder decided(Message request, Decision decision) {
    Message.Builder reply = plain(request, decision.code());
    if (request.has(Field.AMOUNT)) {
      reply.set(Field.AMOUNT, digits(decision.amount()));
    }
    if (!decision.authCode().isEmpty()) {
      reply.set(Field.AUTH_CODE, decision.authCode());
    }
    decision.balances().ifPresent(balances -> balances(reply, balances));
    AdditionalData.of(decision.ageBand())
        .filter(data -> decision.issuer().filter(issuer -> issuer == Issuer.OWN).isPresent())
        .ifPresent(data -> reply.set(Field.ADDITIONAL_DATA, data));
    decision.more().forEach((field, bytes) -> reply.set(field, joined(reply, field, bytes)));
    return reply;
  }

  /** Field 54. */
  void balances(Message.Builder reply, Balances balances) {
    reply.set(Field.BALANCES, field54(balances));
  }

  /** Tags stand behind those that are there already. */
  private static byte[] joined(Message.Builder reply, int field, byte[] bytes) {
    byte[] before = reply.build().bytes(field).orElse(new byte[0]);
    byte[] both = Arrays.copyOf(before, before.length + bytes.length);
    System.arraycopy(bytes, 0, both, before.length, bytes.length);
    return both;
  }

  static String digits(Money money) {
    return padded(money.fen());
  }

  private static String field54(Balances balances) {
    return balance(LEDGER, balances.ledger()) + balance(AVAILABLE, balances.available());
  }

  /** Account type 00, amount type, currency 156, credit, twelve digits (ISO 8583:1987, 54). */
  private static String balance(String type, Money amount) {
    return "00" + type + "156C" + padded(amount.fen());
  }

  private static String padded(long fen) {
    String digits = Long.toString(fen);
    return "0".repeat(12 - digits.length()) + digits;
  }
}
