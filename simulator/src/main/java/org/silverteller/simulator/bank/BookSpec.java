package org.silverteller.simulator.bank;

import java.time.LocalDate;
import java.util.List;
import org.silverteller.card.BookAccount;
import org.silverteller.money.Money;
import org.silverteller.simulator.hardware.BookStock;

/**
 * A passbook and what its bank knows of it.
 *
 * @param name of the book, and of its account behind "account of "
 * @param voucher batch and number of the book that is valid now
 * @param layout how the bank names its form
 * @param linesPerPage of that form
 * @param pages of one book
 * @param page where the next row is due
 * @param line on that page
 * @param balance of the account
 * @param printed rows that a counter has printed from the first line of the first page on
 * @param waiting rows that are posted and not printed, oldest first
 */
public record BookSpec(
    String name,
    BookAccount number,
    String voucher,
    String pin,
    CardStatus status,
    String layout,
    int linesPerPage,
    int pages,
    int page,
    int line,
    Money balance,
    List<Printed> printed,
    List<Waiting> waiting) {

  /** A row that stands in the book already. */
  public record Printed(LocalDate date, boolean debit, Money amount, String summary) {}

  /** A row of another day, at a counter or by another channel. */
  public record Waiting(boolean debit, Money amount, String summary) {}

  private static final int LINES = 24;
  private static final int PAGES = 6;
  private static final Money BALANCE = Money.ofFen(1_234_567);

  public BookSpec {
    printed = List.copyOf(printed);
    waiting = List.copyOf(waiting);
    if (line < 1 || line > linesPerPage || page < 1) {
      throw new IllegalArgumentException(
          name + " at page " + page + " line " + line + ": expected 1 … " + linesPerPage);
    }
  }

  /** The book as it was given out: nothing printed, nothing waiting. */
  public static BookSpec of(BookStock.Issue book) {
    boolean replaced = book.equals(BookStock.REPLACED);
    CardStatus status =
        book.equals(BookStock.STOLEN)
            ? CardStatus.STOLEN
            : book.equals(BookStock.BLOCKED) ? CardStatus.BLOCKED : CardStatus.GOOD;
    return new BookSpec(
        book.name(),
        book.number(),
        replaced ? "0199999999" : book.voucher(),
        book.pin(),
        status,
        "A",
        LINES,
        PAGES,
        1,
        1,
        BALANCE,
        List.of(),
        List.of());
  }

  String account() {
    return "account of " + name;
  }

  public BookSpec at(int nextPage, int nextLine) {
    return new BookSpec(
        name,
        number,
        voucher,
        pin,
        status,
        layout,
        linesPerPage,
        pages,
        nextPage,
        nextLine,
        balance,
        printed,
        waiting);
  }

  /** The same book with these rows in it; the next one is due behind them. */
  public BookSpec printed(List<Printed> rows) {
    return new BookSpec(
        name,
        number,
        voucher,
        pin,
        status,
        layout,
        linesPerPage,
        pages,
        1 + rows.size() / linesPerPage,
        1 + rows.size() % linesPerPage,
        balance,
        rows,
        waiting);
  }

  public BookSpec with(List<Waiting> rows) {
    return new BookSpec(
        name,
        number,
        voucher,
        pin,
        status,
        layout,
        linesPerPage,
        pages,
        page,
        line,
        balance,
        printed,
        rows);
  }

  public BookSpec with(Money money) {
    return new BookSpec(
        name,
        number,
        voucher,
        pin,
        status,
        layout,
        linesPerPage,
        pages,
        page,
        line,
        money,
        printed,
        waiting);
  }
}
