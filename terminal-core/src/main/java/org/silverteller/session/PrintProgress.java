package org.silverteller.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the printing of rows has come, as its transaction record tells it.
 *
 * @param page of the passbook, from 1
 * @param line of the first row
 * @param rows how many were handed out
 * @param proven how many of them are proven on paper
 */
record PrintProgress(int page, int line, int rows, int proven) {

  private static final Pattern TEXT =
      Pattern.compile("page (\\d{1,4}) line (\\d{1,4}) rows (\\d{1,4}) proven (\\d{1,4})");

  PrintProgress {
    if (proven < 0 || proven > rows) {
      throw new IllegalArgumentException(proven + " rows proven: expected 0 … " + rows);
    }
  }

  /**
   * @throws IllegalArgumentException when the text is no progress
   */
  static PrintProgress of(String text) {
    Matcher found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "': expected such as 'page 2 line 5 rows 4 proven 1'");
    }
    return new PrintProgress(
        Integer.parseInt(found.group(1)),
        Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)),
        Integer.parseInt(found.group(4)));
  }

  PrintProgress oneMore() {
    return new PrintProgress(page, line, rows, proven + 1);
  }

  /** For the journal: {@code 3 ROWS PAGE 2 LINE 5}. */
  String place() {
    return rows + " ROWS PAGE " + page + " LINE " + line;
  }

  /** The row that is next, of how many. */
  String next() {
    return proven + 1 + " OF " + rows;
  }

  /** As the record keeps it, and {@link #of} reads it. */
  @Override
  public String toString() {
    return "page " + page + " line " + line + " rows " + rows + " proven " + proven;
  }
}
