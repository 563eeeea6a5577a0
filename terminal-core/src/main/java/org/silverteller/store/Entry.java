package org.silverteller.store;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.silverteller.card.CardNumberMask;
import org.silverteller.host.Advice;

/**
 * One thing to be made durable. Entries committed together become durable together or not at all.
 */
public sealed interface Entry {

  /** A transaction as it now stands; replaces what stood under its id. */
  record Saved(TransactionRecord record) implements Entry {}

  /** An advice joins the end of the queue. */
  record Owed(Advice advice) implements Entry {}

  /** The advice is about to be sent: its attempts count one more. */
  record Attempted(long adviceId) implements Entry {}

  /** The host has acknowledged the advice; it leaves the queue. */
  record Settled(long adviceId, String code) implements Entry {}

  /**
   * A line of the electronic journal. Masked when written: holds at most the first six and last
   * four digits of a card number, whatever was given. Line breaks and other control characters
   * become blanks.
   *
   * @param time local time of the event
   */
  record Journaled(LocalDateTime time, String text) implements Entry {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

    public Journaled {
      text = CardNumberMask.mask(plain(text) ? text : CONTROL.matcher(text).replaceAll(" "));
    }

    /** Printable ASCII throughout, as nearly every line is. */
    private static boolean plain(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
          return false;
        }
      }
      return true;
    }
  }

  /** A named counter changes: cards retained, withdrawals with tens today, … */
  record Added(String counter, long amount) implements Entry {}

  /**
   * Evidence set aside with a transaction that is not final: joins its case if one is opened, and
   * is dropped once the transaction is final without one.
   */
  record Noted(long transactionId, String text) implements Entry {
    public Noted {
      text = CardNumberMask.mask(text);
    }
  }

  /** A case that a person must settle. What is told of a transaction later joins its case. */
  record Opened(SuspenseCase suspense) implements Entry {}

  /** A person says what became of an open case; replaces what was proposed for it before. */
  record Proposed(Proposal proposal) implements Entry {}

  /**
   * Two persons have closed an open case: it leaves the open cases with its proposal, and stays
   * among the cleared ones.
   */
  record Cleared(Clearing clearing) implements Entry {}
}
