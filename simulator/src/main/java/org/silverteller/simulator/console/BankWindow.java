package org.silverteller.simulator.console;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger;
import org.silverteller.simulator.bank.BookOnFile;
import org.silverteller.simulator.bank.TransferBook;
import org.silverteller.simulator.bank.VirtualBank;

/** What the bank's staff sees and does. */
final class BankWindow {

  /** What comes in every month. */
  private static final Money PENSION = Money.ofYuan(2_860);

  private static final String SUMMARY = "养老金";
  private static final int MOST = 30;

  private final VirtualBank bank;
  private final ZoneId zone;

  BankWindow(VirtualBank bank, ZoneId zone) {
    this.bank = bank;
    this.zone = zone;
  }

  /**
   * Pays a pension into the account of a book; its row waits to be printed.
   *
   * @throws IllegalArgumentException when the bank has no such book
   */
  void postRow(String book) {
    List<BookOnFile.View> books = bank.ledger().books().books();
    String account =
        books.stream()
            .filter(view -> view.name().equals(book))
            .map(BookOnFile.View::account)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "book '"
                            + book
                            + "': expected one of "
                            + String.join(
                                ", ", books.stream().map(BookOnFile.View::name).toList())));
    bank.payIn(account, PENSION, SUMMARY);
  }

  BenchState.Bank shown() {
    return new BenchState.Bank(
        newest(bank.transfers().all()).stream().map(this::shown).toList(),
        TestPayees.shown(bank),
        newest(bank.ledger().exceptions()).stream().map(this::shown).toList());
  }

  private BenchState.Transfer shown(TransferBook.Transfer transfer) {
    return new BenchState.Transfer(
        transfer.payer().replaceFirst("^(account|savings) of ", ""),
        transfer.name().shown() + " " + transfer.tail(),
        transfer.amount().toString(),
        local(transfer.due()),
        transfer.standing());
  }

  private BenchState.Alert shown(BankLedger.BankException alert) {
    return new BenchState.Alert(local(alert.at()), alert.code(), alert.what());
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }

  private static <T> List<T> newest(List<T> oldestFirst) {
    List<T> last = oldestFirst.subList(Math.max(0, oldestFirst.size() - MOST), oldestFirst.size());
    return IntStream.range(0, last.size()).mapToObj(at -> last.get(last.size() - 1 - at)).toList();
  }
}
