package org.silverteller.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BookSpec;
import org.silverteller.simulator.hardware.BookStock;

/** The passbooks that the demo's bank has given out: a pensioner's, months in use, and new ones. */
final class DemoBooks {

  private static final int MONTHS = 4;
  private static final String PENSION = "养老金";

  private DemoBooks() {}

  /**
   * @param today the last rows, which wait to be printed, are of this month
   */
  static List<BookSpec> opened(LocalDate today) {
    return BookStock.books().stream()
        .filter(issue -> !issue.equals(BookStock.GARBAGE) && !issue.equals(BookStock.OVER_LONG))
        .map(BookSpec::of)
        .map(book -> book.name().equals(BookStock.GOOD.name()) ? inUse(book, today) : book)
        .toList();
  }

  private static BookSpec inUse(BookSpec book, LocalDate today) {
    List<BookSpec.Printed> rows = new ArrayList<>();
    rows.add(
        new BookSpec.Printed(
            today.minusMonths(MONTHS + 1L).withDayOfMonth(3), false, Money.ofYuan(6_000), "开户"));
    for (int ago = MONTHS; ago > 0; ago--) {
      LocalDate month = today.minusMonths(ago);
      rows.add(row(month, 10, false, 286_000, PENSION));
      rows.add(row(month, 12, true, 150_000, "取款"));
      rows.add(row(month, 18, true, 14_350 + 700L * ago, "水电费"));
    }
    rows.add(row(today.minusMonths(1), 21, false, 612, "利息"));
    List<BookSpec.Waiting> waiting =
        List.of(
            new BookSpec.Waiting(false, Money.ofYuan(2_860), PENSION),
            new BookSpec.Waiting(true, Money.ofFen(13_980), "水电费"));
    long balance =
        rows.stream().mapToLong(row -> signed(row.debit(), row.amount())).sum()
            + waiting.stream().mapToLong(row -> signed(row.debit(), row.amount())).sum();
    return book.printed(rows).with(waiting).with(Money.ofFen(balance));
  }

  private static long signed(boolean debit, Money amount) {
    return debit ? -amount.fen() : amount.fen();
  }

  private static BookSpec.Printed row(
      LocalDate month, int day, boolean debit, long fen, String summary) {
    return new BookSpec.Printed(month.withDayOfMonth(day), debit, Money.ofFen(fen), summary);
  }
}
