package org.silverteller.card;

/** A table of card ranges is not what it should be. */
public final class CardTableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String column;
  private final String found;
  private final String expected;

  /**
   * @param line from 1; 0 when the fault is the file's as a whole
   * @param column its name; empty when the fault is not in one
   */
  public CardTableException(int line, String column, String found, String expected) {
    super(
        (line > 0 ? "line " + line + ": " : "")
            + (column.isEmpty() ? "" : column + ": ")
            + "found "
            + found
            + ", expected "
            + expected);
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = expected;
  }

  public int line() {
    return line;
  }

  public String column() {
    return column;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}
