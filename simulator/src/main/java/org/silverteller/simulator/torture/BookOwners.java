package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BookSpec;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.VirtualBook;

/** The people of one world who have a passbook, and their books of paper. */
final class BookOwners {

  private static final int BOOKS = 6;
  private static final int PAGES = 6;
  private static final int LINES = 24;

  private final List<BookStock.Issue> issues = new ArrayList<>();
  private final Map<String, VirtualBook> paper = new LinkedHashMap<>();
  private final List<BookSpec> specs = new ArrayList<>();

  BookOwners(SplittableRandom dice) {
    for (int n = 0; n < BOOKS; n++) {
      String name = "book-" + n;
      BookStock.Issue issue =
          BookStock.issue(
              name,
              "1001200300" + String.format(Locale.ROOT, "%09d", 7_919L * (n + 11)),
              String.format(Locale.ROOT, "01%08d", n));
      issues.add(issue);
      paper.put(name, issue.onPaper(PAGES));
      specs.add(
          BookSpec.of(issue)
              .at(1 + dice.nextInt(PAGES), 1 + dice.nextInt(LINES))
              .with(waiting(dice)));
    }
  }

  private static List<BookSpec.Waiting> waiting(SplittableRandom dice) {
    List<BookSpec.Waiting> rows = new ArrayList<>();
    for (int left = dice.nextInt(4) == 0 ? dice.nextInt(40) : dice.nextInt(3); left > 0; left--) {
      rows.add(
          new BookSpec.Waiting(dice.nextBoolean(), Money.ofFen(1 + dice.nextInt(90_000)), "转账"));
    }
    return rows;
  }

  /** As the bank gave them out. */
  List<BookSpec> specs() {
    return specs;
  }

  /** The books, by name. */
  Map<String, VirtualBook> paper() {
    return paper;
  }

  BookStock.Issue one(SplittableRandom dice) {
    return issues.get(dice.nextInt(issues.size()));
  }

  /** As its owner holds it out: mostly where it was opened last, sometimes upside down. */
  VirtualBook heldOut(BookStock.Issue issue, SplittableRandom dice) {
    VirtualBook book = paper.get(issue.name());
    int page = dice.nextInt(100) < 70 ? book.openPage() : 1 + dice.nextInt(PAGES);
    return book.opened(page, dice.nextInt(100) < 4);
  }
}
