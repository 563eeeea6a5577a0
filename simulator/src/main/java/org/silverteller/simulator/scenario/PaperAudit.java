package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.BookOnFile;
import org.silverteller.simulator.bank.BookOnFile.RowState;
import org.silverteller.simulator.bank.BookOnFile.RowView;
import org.silverteller.simulator.hardware.VirtualBook;

/**
 * Reads the passbooks of paper and compares them with the bank: every printed row is a posting, at
 * its place, once; the balance column is the bank's; every row that the bank believes printed is on
 * paper. Knows nothing of how the terminal formats a row: it reads the words.
 */
public final class PaperAudit {

  private static final int FOLD_AFTER = 12;
  private static final int FOLD_ROWS = 2;

  private final BankLedger bank;
  private final Map<String, VirtualBook> books;
  private final List<String> violations = new ArrayList<>();

  /**
   * @param books of paper, by name
   */
  public PaperAudit(BankLedger bank, Map<String, VirtualBook> books) {
    this.bank = bank;
    this.books = books;
  }

  /** What does not hold, in words; empty when all does. */
  public List<String> violations() {
    for (BookOnFile.View view : bank.books().books()) {
      VirtualBook book = books.get(view.name());
      List<VirtualBook.Print> prints = book == null ? List.of() : book.prints();
      paper(view, prints);
      balances(view);
    }
    return violations;
  }

  private void paper(BookOnFile.View view, List<VirtualBook.Print> prints) {
    Set<VirtualBook.Print> explained = new HashSet<>();
    Set<List<Integer>> places = new HashSet<>();
    for (VirtualBook.Print print : prints) {
      if (!places.add(List.of(print.page(), print.line()))) {
        violated(view, "two prints on page " + print.page() + " row " + print.line());
      }
    }
    for (RowView row : view.rows()) {
      List<VirtualBook.Print> here =
          seen(row)
              ? prints.stream()
                  .filter(print -> print.page() == row.page() && print.line() == paperRow(row))
                  .toList()
              : List.of();
      switch (row.state()) {
        case PRINTED -> {
          if (here.stream().noneMatch(print -> print.whole() && tells(print, row))) {
            violated(view, "believed printed and not on paper: " + told(row));
          }
        }
        case DOUBTFUL -> {
          if (here.stream().anyMatch(print -> print.whole() && !tells(print, row))) {
            violated(view, "something else stands where a row was in doubt: " + told(row));
          }
        }
        case HANDED_OUT -> violated(view, "nobody told what became of " + told(row));
        case UNPRINTED, WITHDRAWN -> {}
      }
      explained.addAll(here);
    }
    for (VirtualBook.Print print : prints) {
      if (!explained.contains(print)) {
        violated(
            view,
            "on paper and not in the bank: page "
                + print.page()
                + " row "
                + print.line()
                + " '"
                + print.text().strip()
                + "'");
      }
    }
  }

  private void balances(BookOnFile.View view) {
    long fen = view.opening().fen();
    List<RowView> onPaper =
        view.rows().stream()
            .filter(PaperAudit::seen)
            .sorted(Comparator.comparing(RowView::page).thenComparing(RowView::line))
            .toList();
    for (RowView row : onPaper) {
      fen += signed(row);
      if (row.balance().fen() != fen) {
        violated(view, "the balance column should read " + Money.ofFen(fen) + ": " + told(row));
      }
    }
    for (RowView row : view.rows()) {
      fen += row.state() == RowState.UNPRINTED ? signed(row) : 0;
    }
    long ledger = bank.account(view.account()).map(account -> account.ledger().fen()).orElse(0L);
    if (fen != ledger) {
      violated(
          view,
          "book and waiting rows come to "
              + Money.ofFen(fen)
              + ", the account holds "
              + Money.ofFen(ledger));
    }
  }

  private static boolean seen(RowView row) {
    return row.state() == RowState.PRINTED || row.state() == RowState.DOUBTFUL;
  }

  private static int paperRow(RowView row) {
    return row.line() > FOLD_AFTER ? row.line() + FOLD_ROWS : row.line();
  }

  private static boolean tells(VirtualBook.Print print, RowView row) {
    return Arrays.asList(print.text().strip().split("\\s+")).equals(words(row));
  }

  private static List<String> words(RowView row) {
    return List.of(
        row.date().toString(),
        row.summary(),
        (row.debit() ? "-" : "+") + row.amount(),
        row.balance().toString(),
        row.teller());
  }

  private static long signed(RowView row) {
    return row.debit() ? -row.amount().fen() : row.amount().fen();
  }

  private static String told(RowView row) {
    return "page " + row.page() + " line " + row.line() + " " + String.join(" ", words(row));
  }

  private void violated(BookOnFile.View view, String what) {
    violations.add(view.name() + ": " + what);
  }
}
