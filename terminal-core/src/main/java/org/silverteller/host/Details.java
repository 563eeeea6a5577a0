package org.silverteller.host;

import java.time.LocalDateTime;
import java.util.List;
import org.silverteller.card.AccountKind;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.PayeeName;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;

/** What an answer tells besides its code and amount. Each kind belongs to the services it names. */
public sealed interface Details {

  /**
   * The last movements, the newest first.
   *
   * @param movements at most {@link #MOST_MOVEMENTS}
   */
  record Statement(List<Movement> movements) implements Details {
    public Statement {
      movements = List.copyOf(movements);
    }
  }

  /** On one mini statement. */
  int MOST_MOVEMENTS = 10;

  /** Nothing more, or nothing that this service asks for. */
  record None() implements Details {}

  Details NONE = new None();

  /** {@link Service#ACCOUNTS}: the customer's other accounts in this bank, in the bank's order. */
  record Accounts(List<Account> accounts) implements Details {
    public Accounts {
      accounts = List.copyOf(accounts);
    }
  }

  /** One of the customer's accounts. */
  record Account(AccountNumber number, AccountKind kind) {}

  /**
   * {@link Service#PAYEE_CHECK}.
   *
   * @param standing whether there is such an account, and whether it may be paid
   * @param name hidden but for its first sign; {@code **} where there is no such account
   * @param own it belongs to the customer, in this bank
   * @param known the customer has paid it before
   * @param realTime the bank would post it at once
   * @param leftToday what the customer may still transfer today
   */
  record Payee(
      Standing standing,
      PayeeName name,
      boolean own,
      boolean known,
      boolean realTime,
      Money leftToday)
      implements Details {

    /** What the bank says of the account. */
    public enum Standing {
      GOOD,
      /** On the anti-fraud centre's case list (service rules 5.5). */
      CASE,
      NOT_FOUND
    }
  }

  /** {@link Service#PENDING_TRANSFERS}, the oldest first. */
  record Pending(List<PendingTransfer> transfers) implements Details {
    public Pending {
      transfers = List.copyOf(transfers);
    }
  }

  /**
   * A transfer that is not posted yet.
   *
   * @param reference field 37 of its request
   * @param tail last four digits of the payee's account
   * @param until it can be cancelled; local time
   */
  record PendingTransfer(
      String reference, PayeeName name, String tail, Money amount, LocalDateTime until) {}

  /**
   * The answer should tell something that cannot be read.
   *
   * @param why what was found and what was expected, for the journal; never an account number
   */
  record Unreadable(String why) implements Details {}

  /**
   * How a passbook stands with the bank, which alone owns page and line.
   *
   * @param layout the form of the book
   * @param unprinted rows that are not on paper yet
   * @param full no row fits into it any more
   */
  record BookState(String layout, int unprinted, boolean full) implements Details {}

  /**
   * Rows for one page of a passbook, handed out to be printed here and nowhere else until the
   * terminal has told what became of them.
   *
   * @param page from 1
   * @param rows in the order of their lines; none when there is nothing to print
   * @param more further rows wait, on this page or on the next
   * @param full no row fits into the book behind these
   */
  record BookRows(int page, List<BookRow> rows, boolean more, boolean full) implements Details {
    public BookRows {
      rows = List.copyOf(rows);
    }
  }
}
