package org.silverteller.host;

import java.util.List;

/** What an answer tells besides its code and amount. Each kind belongs to the services it names. */
public sealed interface Details {

  /** Nothing more, or nothing that this service asks for. */
  record None() implements Details {}

  Details NONE = new None();

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
