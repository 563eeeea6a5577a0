package org.silverteller.session;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.silverteller.host.BookRow;

/**
 * One form of passbook. Lines count without the fold, as the bank counts them; on paper the fold
 * lies behind one of them and is some rows high (service rules 2.2).
 *
 * @param id as the bank names the form
 * @param linesPerPage lines that can be printed on one page
 * @param foldAfter the last line above the fold; the page's last when it has no fold
 * @param foldRows rows of paper that the fold takes
 * @param pages of one book
 * @param columns from left to right, one cell apart
 */
public record BookLayout(
    String id, int linesPerPage, int foldAfter, int foldRows, int pages, List<Column> columns) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  /** 12 lines, a fold of 2 rows, 12 lines; 6 pages; 76 cells. */
  public static final BookLayout DEFAULT =
      new BookLayout(
          "A",
          24,
          12,
          2,
          6,
          List.of(
              new Column(Content.DATE, 10),
              new Column(Content.SUMMARY, 16),
              new Column(Content.AMOUNT, 16),
              new Column(Content.BALANCE, 18),
              new Column(Content.TELLER, 10)));

  /** What stands in a column. */
  public enum Content {
    DATE,
    SUMMARY,
    /** Signed: minus for money that left the account. */
    AMOUNT,
    BALANCE,
    TELLER
  }

  /**
   * A column.
   *
   * @param width in cells; a Chinese character takes two
   */
  public record Column(Content content, int width) {
    public Column {
      if (width < 1 || width > 120) {
        throw new IllegalArgumentException("width " + width + ": expected 1 … 120");
      }
    }
  }

  public BookLayout {
    columns = List.copyOf(columns);
    refuseOutside("linesPerPage", linesPerPage, 1, 60);
    refuseOutside("foldAfter", foldAfter, 0, linesPerPage);
    refuseOutside("foldRows", foldRows, 0, 10);
    refuseOutside("pages", pages, 1, 99);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("columns: none, expected at least one");
    }
  }

  private static void refuseOutside(String key, int found, int least, int most) {
    if (found < least || found > most) {
      throw new IllegalArgumentException(key + " " + found + ": expected " + least + " … " + most);
    }
  }

  /** Where a line lies on the page, counted in rows of paper from 1. */
  public int paperRow(int line) {
    return line > foldAfter ? line + foldRows : line;
  }

  /** Rows of paper that a page needs. */
  int paperRows() {
    return paperRow(linesPerPage);
  }

  /** Cells that a row needs. */
  int cells() {
    return columns.stream().mapToInt(Column::width).sum() + columns.size() - 1;
  }

  /**
   * The row as it is printed.
   *
   * @throws IllegalArgumentException naming the column that is too narrow for what the bank sent,
   *     or holds what no print head can print
   */
  public String text(BookRow row) {
    StringBuilder text = new StringBuilder();
    for (Column column : columns) {
      text.append(text.isEmpty() ? "" : " ").append(cell(column, row));
    }
    return text.toString();
  }

  private static String cell(Column column, BookRow row) {
    String content =
        switch (column.content()) {
          case DATE -> row.date().format(DATE);
          case SUMMARY -> row.summary();
          case AMOUNT -> (row.debit() ? "-" : "+") + row.amount();
          case BALANCE -> row.balance().toString();
          case TELLER -> row.teller();
        };
    int unprintable = (int) content.chars().filter(c -> !printable((char) c)).count();
    if (unprintable > 0) {
      throw new IllegalArgumentException(
          column.content() + " with " + unprintable + " characters that cannot be printed");
    }
    int cells = content.chars().map(c -> c < 0x80 ? 1 : 2).sum();
    if (cells > column.width()) {
      throw new IllegalArgumentException(
          column.content() + " of " + cells + " cells: expected at most " + column.width());
    }
    String blank = " ".repeat(column.width() - cells);
    boolean figures = column.content() == Content.AMOUNT || column.content() == Content.BALANCE;
    return figures ? blank + content : content + blank;
  }

  /** ASCII without controls, Chinese characters, and their punctuation. */
  private static boolean printable(char c) {
    return c >= ' ' && c <= '~'
        || c >= 0x4E00 && c <= 0x9FA5
        || c >= 0x3001 && c <= 0x301E
        || c >= 0xFF01 && c <= 0xFF5E;
  }
}
