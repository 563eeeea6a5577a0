package org.silverteller.host.iso8583;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.Pan;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.host.Access;
import org.silverteller.host.Advice;
import org.silverteller.host.Particulars;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.host.iso8583.HostConfig.ReversalStyle;
import org.silverteller.money.Money;

/** Writes requests and advices as the field table of the package says; without MAC. */
final class MessageWriter {

  static final String SIGN_ON = "001";
  static final String KEY_CHANGE = "101";
  static final String CUT_OVER_BEGINS = "201";
  static final String CUT_OVER_ENDS = "202";
  static final String ECHO = "301";

  private static final String NO_REASON = "00";
  private static final String PIN_CAPTURED = "12";
  private static final String SM4_USAGE = "SM";

  private final HostConfig config;
  private final TerminalIdentity terminal;

  MessageWriter(HostConfig config, TerminalIdentity terminal) {
    this.config = config;
    this.terminal = terminal;
  }

  String terminalId() {
    return terminal.terminalId();
  }

  /** 0200. */
  Message request(Request request) {
    Message.Builder message =
        financial(
                Mti.FINANCIAL_REQUEST,
                request.service(),
                request.stan(),
                request.time(),
                request.time(),
                request.rrn())
            .set(Field.ENTRY_MODE, request.access().entry().code())
            .set(Field.SECURITY_CONTROL, securityControl())
            .set(Field.REASON, NO_REASON + config.codes().batch());
    put(message, request.access());
    put(message, request.particulars());
    if (request.service().movesMoney()) {
      message.set(Field.AMOUNT, digits(request.amount()));
    }
    request.pinBlock().ifPresent(block -> put(message, block));
    return message.build();
  }

  /** 0420, 0220 or their repeats: the same in every field but the MTI. */
  Message advice(Advice advice) {
    boolean reversal = isReversal(advice);
    Message.Builder message =
        financial(
                mti(advice),
                advice.original().service(),
                advice.stan(),
                advice.time(),
                advice.original().time(),
                advice.original().rrn())
            .set(Field.AMOUNT, digits(reversal ? advice.requested() : advice.dispensed()))
            .set(Field.ENTRY_MODE, advice.entry().code())
            .set(Field.REASON, advice.reason().code() + config.codes().batch())
            .set(Field.ORIGINAL, original(advice.original()));
    put(message, advice.account());
    if (!advice.data().isEmpty()) {
      message.set(Field.ADDITIONAL_DATA, advice.data().getBytes(StandardCharsets.US_ASCII));
    }
    if (!advice.authCode().isEmpty()) {
      message.set(Field.AUTH_CODE, advice.authCode());
    }
    if (reversal) {
      message
          .set(Field.RESPONSE_CODE, advice.reason().code())
          .set(Field.SECURITY_CONTROL, securityControl());
    }
    if (reversal && advice.kind() == Advice.Kind.PARTIAL_REVERSAL) {
      message.set(Field.REPLACEMENT_AMOUNTS, digits(advice.dispensed()) + "0".repeat(30));
    }
    return message.build();
  }

  /** 0800 as a terminal signs on: the network code stands in 60.3. */
  Message signOn(Stan stan) {
    return Message.of(Mti.NETWORK_REQUEST)
        .set(Field.STAN, stan.toString())
        .set(Field.TERMINAL_ID, terminal.terminalId())
        .set(Field.ACCEPTOR_ID, terminal.merchantId())
        .set(Field.REASON, NO_REASON + config.codes().batch() + SIGN_ON)
        .build();
  }

  /** 0800 with 301. */
  Message echo(Stan stan, LocalDateTime now) {
    return Message.of(Mti.NETWORK_REQUEST)
        .set(Field.TRANSMISSION_TIME, date(now) + time(now))
        .set(Field.STAN, stan.toString())
        .set(Field.FORWARDER, config.codes().forwarder())
        .set(Field.TERMINAL_ID, terminal.terminalId())
        .set(Field.NETWORK_CODE, ECHO)
        .build();
  }

  /** 0810 or 0830 to what the host asked. */
  Message networkAnswer(Message asked, String code) {
    return Message.of(asked.mti().response())
        .echo(
            asked,
            Field.TRANSMISSION_TIME,
            Field.STAN,
            Field.FORWARDER,
            Field.TERMINAL_ID,
            Field.NETWORK_CODE)
        .set(Field.RESPONSE_CODE, code)
        .build();
  }

  /**
   * A short payment to an interbank host becomes a completion: its 0420 is always for the whole
   * amount.
   */
  private boolean isReversal(Advice advice) {
    return switch (advice.kind()) {
      case REVERSAL -> true;
      case COMPLETION -> false;
      case PARTIAL_REVERSAL -> config.rules().reversals() == ReversalStyle.PARTIAL_95;
    };
  }

  private Mti mti(Advice advice) {
    boolean first = advice.attempts() == 0;
    if (isReversal(advice)) {
      return first ? Mti.REVERSAL_ADVICE : Mti.REVERSAL_ADVICE_REPEAT;
    }
    return first ? Mti.FINANCIAL_ADVICE : Mti.FINANCIAL_ADVICE_REPEAT;
  }

  private Message.Builder financial(
      Mti mti,
      Service service,
      Stan stan,
      LocalDateTime transmitted,
      LocalDateTime local,
      String rrn) {
    HostConfig.Codes codes = config.codes();
    return Message.of(mti)
        .set(Field.PROCESSING_CODE, codes.processing(service))
        .set(Field.TRANSMISSION_TIME, date(transmitted) + time(transmitted))
        .set(Field.STAN, stan.toString())
        .set(Field.LOCAL_TIME, time(local))
        .set(Field.LOCAL_DATE, date(local))
        .set(Field.MERCHANT_TYPE, codes.merchantType())
        .set(Field.CONDITION, codes.condition())
        .set(Field.ACQUIRER, codes.acquirer())
        .set(Field.FORWARDER, codes.forwarder())
        .set(Field.RRN, rrn)
        .set(Field.TERMINAL_ID, terminal.terminalId())
        .set(Field.ACCEPTOR_ID, terminal.merchantId())
        .set(Field.ACCEPTOR_NAME, terminal.nameAndPlace())
        .set(Field.CURRENCY, codes.currency());
  }

  private String original(Advice.Original original) {
    return Mti.FINANCIAL_REQUEST
        + original.stan().toString()
        + date(original.time())
        + time(original.time())
        + zeroLeft(config.codes().acquirer(), 11)
        + zeroLeft(config.codes().forwarder(), 11);
  }

  /** PIN block with PAN; double-length DES, or SM4 whose usage is told in field 63. */
  private String securityControl() {
    boolean des = config.security().pinFormat() == PinFormat.ISO_0_TDES;
    return (des ? "26" : "20") + "0".repeat(14);
  }

  private static void put(Message.Builder message, Access access) {
    put(message, access.account());
    if (access instanceof Access.Card card) {
      message.set(Field.EXPIRY, card.track2().expiry()).set(Field.TRACK_2, card.track2().reveal());
    } else if (access instanceof Access.Book book) {
      message.set(Field.ADDITIONAL_DATA, AdditionalData.voucher(book.voucher()));
    }
  }

  private static void put(Message.Builder message, AccountNumber account) {
    message.set(account instanceof Pan ? Field.PAN : Field.FROM_ACCOUNT, account.reveal());
  }

  private static void put(Message.Builder message, Particulars particulars) {
    if (!(particulars instanceof Particulars.None)) {
      throw new IllegalArgumentException(particulars + ": expected nothing for this service");
    }
  }

  private static void put(Message.Builder message, PinBlock block) {
    message.set(Field.PIN_CAPTURE, PIN_CAPTURED);
    if (block.length() == 8) {
      message.set(Field.PIN_DATA, block.reveal());
    } else {
      ByteArrayOutputStream usage = new ByteArrayOutputStream();
      usage.writeBytes(SM4_USAGE.getBytes(StandardCharsets.US_ASCII));
      usage.writeBytes(block.reveal());
      message.set(Field.PRIVATE_63, usage.toByteArray());
    }
  }

  /** MMDD. */
  private static String date(LocalDateTime at) {
    return zeroLeft(Integer.toString(at.getMonthValue() * 100 + at.getDayOfMonth()), 4);
  }

  /** hhmmss. */
  private static String time(LocalDateTime at) {
    int number = at.getHour() * 10_000 + at.getMinute() * 100 + at.getSecond();
    return zeroLeft(Integer.toString(number), 6);
  }

  static String digits(Money amount) {
    return zeroLeft(Long.toString(amount.fen()), 12);
  }

  private static String zeroLeft(String digits, int length) {
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
