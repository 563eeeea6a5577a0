package org.silverteller.simulator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.host.BookRow;
import org.silverteller.session.BookLayout;
import org.silverteller.simulator.bank.BookOnFile;
import org.silverteller.simulator.bank.BookOnFile.RowState;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.Passbook;
import org.silverteller.simulator.console.BenchState.WalletCard.Place;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.MachineView;
import org.silverteller.simulator.hardware.VirtualBook;

/**
 * The passbooks of whoever comes to this machine: things of paper, so that what is printed in them
 * stays, with what the bank knows of each.
 */
final class TestBooks {

  private record Words(String name, String remark) {}

  private static final BookLayout LAYOUT = BookLayout.DEFAULT;

  private static final Map<BookStock.Issue, Words> WORDS =
      Map.of(
          BookStock.GOOD,
          new Words("Pension", "In use for some months; rows wait to be printed"),
          BookStock.REPLACED,
          new Words("Replaced", "The bank has given out a newer book: refused, given back"),
          BookStock.STOLEN,
          new Words("Stolen", "Reported as stolen: the machine keeps it"),
          BookStock.BLOCKED,
          new Words("Blocked", "Restricted by the bank: refused, given back"),
          BookStock.GARBAGE,
          new Words("Other bank", "Its stripe is another bank's: given back at once"),
          BookStock.OVER_LONG,
          new Words("Long stripe", "Its stripe is longer than any track"),
          BookStock.WRONG_CHECK,
          new Words("Check digit", "One check digit of its stripe is wrong"));

  private final Map<String, VirtualBook> paper = new LinkedHashMap<>();

  TestBooks(VirtualBank bank) {
    for (BookStock.Issue issue : BookStock.books()) {
      paper.put(issue.name(), issue.onPaper(LAYOUT.pages()));
    }
    bank.ledger().books().books().forEach(this::printAtCounter);
  }

  /** What the bank opened with as printed stands on the paper. */
  private void printAtCounter(BookOnFile.View view) {
    VirtualBook book = paper.get(view.name());
    for (BookOnFile.RowView row : view.rows()) {
      if (row.state() == RowState.PRINTED) {
        book.printed(
            row.page(),
            LAYOUT.paperRow(row.line()),
            LAYOUT.text(
                new BookRow(
                    row.line(),
                    row.date(),
                    row.debit(),
                    row.amount(),
                    row.balance(),
                    row.teller(),
                    row.summary())));
        book.opened(row.page(), false);
      }
    }
  }

  /** All of them, by name. */
  Map<String, VirtualBook> all() {
    return Map.copyOf(paper);
  }

  /**
   * @throws IllegalArgumentException when there is none of that name
   */
  VirtualBook book(String name) {
    return Optional.ofNullable(paper.get(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "book '" + name + "': expected one of " + String.join(", ", paper.keySet())));
  }

  List<Passbook> shown(MachineView view, VirtualBank bank) {
    List<BookOnFile.View> onFile = bank.ledger().books().books();
    return BookStock.books().stream().map(issue -> shown(issue, view, bank, onFile)).toList();
  }

  private Passbook shown(
      BookStock.Issue issue, MachineView view, VirtualBank bank, List<BookOnFile.View> onFile) {
    VirtualBook book = paper.get(issue.name());
    Words words = WORDS.get(issue);
    Optional<BookOnFile.View> file =
        onFile.stream().filter(one -> one.name().equals(issue.name())).findFirst();
    return new Passbook(
        issue.name(),
        words.name(),
        issue.number().masked(),
        issue.pin(),
        words.remark(),
        file.flatMap(one -> bank.ledger().account(one.account()))
            .map(account -> account.available().toString()),
        place(issue.name(), view),
        book.pages(),
        book.openPage(),
        book.upsideDown(),
        book.prints().stream()
            .map(
                print ->
                    new Passbook.Print(print.page(), print.line(), print.text(), print.whole()))
            .toList(),
        file.map(TestBooks::due));
  }

  private static Place place(String name, MachineView view) {
    Optional<MachineView.BookSlot> slot = view.bookSlot();
    if (slot.filter(unit -> unit.retained().contains(name)).isPresent()) {
      return Place.RETAINED;
    }
    return slot.flatMap(MachineView.BookSlot::book).filter(name::equals).isPresent()
        ? Place.MACHINE
        : Place.WALLET;
  }

  private static Passbook.Due due(BookOnFile.View view) {
    return new Passbook.Due(
        view.page(),
        LAYOUT.paperRow(view.line()),
        view.rows().stream()
            .filter(row -> row.state() == RowState.UNPRINTED)
            .map(
                row ->
                    new Passbook.Row(
                        row.date().toString(),
                        row.summary(),
                        (row.debit() ? "-" : "+") + row.amount()))
            .toList(),
        view.rows().stream()
            .filter(row -> row.state() == RowState.DOUBTFUL)
            .map(row -> new Passbook.Spot(row.page(), LAYOUT.paperRow(row.line())))
            .toList());
  }
}
