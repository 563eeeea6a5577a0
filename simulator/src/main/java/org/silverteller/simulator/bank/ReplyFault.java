package org.silverteller.simulator.bank;

import java.time.Duration;
import java.util.Locale;

/** One way in which the bank fails to answer a message properly. */
public sealed interface ReplyFault {

  /** What a person reads beside the message. */
  String words();

  /** The message is processed, its reply is lost. */
  record ReplyLost() implements ReplyFault {
    @Override
    public String words() {
      return "reply lost";
    }
  }

  /** The message is lost before the bank sees it. */
  record RequestLost() implements ReplyFault {
    @Override
    public String words() {
      return "request lost";
    }
  }

  /** The reply comes after so much more time. */
  record Late(Duration by) implements ReplyFault {
    public Late {
      if (by.isNegative()) {
        throw new IllegalArgumentException("late by " + by + " is negative");
      }
    }

    @Override
    public String words() {
      return "late by " + by.toMillis() + " ms";
    }
  }

  /** The reply's MAC has a wrong bit. */
  record WrongMac() implements ReplyFault {
    @Override
    public String words() {
      return "wrong MAC";
    }
  }

  /**
   * Somebody on the line who is not the bank says yes: the message is lost, and a reply comes that
   * approves or acknowledges it, under a wrong MAC.
   */
  record Forged() implements ReplyFault {
    @Override
    public String words() {
      return "forged";
    }
  }

  /** The check value of the MAC key that comes with a sign-on is wrong. */
  record WrongKeyCheck() implements ReplyFault {
    @Override
    public String words() {
      return "wrong key check value";
    }
  }

  /** The reply tells another amount, under a right MAC; the debit is as asked. */
  record WrongAmount() implements ReplyFault {
    @Override
    public String words() {
      return "wrong amount";
    }
  }

  /** A mini statement's rows are not what was agreed, under a right MAC. */
  record HostileRows(Kind kind) implements ReplyFault {
    /** What is wrong with them. */
    public enum Kind {
      /** Control characters in a summary. */
      CONTROL,
      /** An amount that is no number. */
      AMOUNT,
      /** A balance that does not follow. */
      BALANCE,
      /** Eleven rows. */
      TOO_MANY,
      /** A row cut short. */
      CUT
    }

    @Override
    public String words() {
      return "hostile rows: " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The reply carries another STAN, under a right MAC. */
  record WrongStan() implements ReplyFault {
    @Override
    public String words() {
      return "wrong STAN";
    }
  }

  /** The same reply comes twice. */
  record Twice() implements ReplyFault {
    @Override
    public String words() {
      return "sent twice";
    }
  }

  /** The reply comes only after the next one to the same terminal. */
  record OutOfOrder() implements ReplyFault {
    @Override
    public String words() {
      return "out of order";
    }
  }

  /**
   * Some bytes of the reply are changed, dropped or added.
   *
   * @param seed which
   */
  record Malformed(long seed) implements ReplyFault {
    @Override
    public String words() {
      return "malformed (seed " + seed + ")";
    }
  }

  /**
   * The reply carries this response code.
   *
   * @param processed the message has its effect all the same, as when a switch gives up on an
   *     issuer that then debits; a code that approves is given only where the bank approves, and
   *     always processed
   */
  record Code(String code, boolean processed) implements ReplyFault {
    public Code {
      if (code.length() != 2) {
        throw new IllegalArgumentException("response code '" + code + "': expected two characters");
      }
      if (approves(code) && !processed) {
        throw new IllegalArgumentException(
            "response code " + code + " approves: the bank must have processed the request");
      }
    }

    @Override
    public String words() {
      return "response code " + code + (processed ? "" : ", not processed");
    }

    boolean approves() {
      return approves(code);
    }

    private static boolean approves(String code) {
      return switch (code) {
        case "00", "10", "11", "16" -> true;
        default -> false;
      };
    }
  }

  /** What the reply tells of a passbook cannot be so. */
  record BookLie(Kind kind) implements ReplyFault {

    /** What it tells. */
    public enum Kind {
      PAGE_0,
      PAGE_99,
      LINE_0,
      LINE_99,
      ROWS_4000,
      LONG_TEXT,
      CONTROL_CHARACTERS,
      NO_TAGS
    }

    @Override
    public String words() {
      return "lies about the book: " + kind;
    }
  }

  /** The bank's side of the line breaks. */
  record LineDown(When when) implements ReplyFault {
    /** Before or after the message has had its effect; no reply is sent either way. */
    public enum When {
      BEFORE_PROCESSING,
      AFTER_PROCESSING
    }

    @Override
    public String words() {
      return "line dropped";
    }
  }

  /** The bank announces the cut-over (201) and refuses this request with 90. */
  record CutOverNow() implements ReplyFault {
    @Override
    public String words() {
      return "cut-over";
    }
  }
}
