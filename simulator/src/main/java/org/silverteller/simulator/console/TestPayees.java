package org.silverteller.simulator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.simulator.bank.Payees;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.Payee;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Wallet;

/** Those whom money can be sent to at the bench, and what the bank notes of them. */
final class TestPayees {

  private record Known(String name, AccountNumber number) {}

  private static final Map<String, Known> PAYEES = payees();

  private TestPayees() {}

  private static Map<String, Known> payees() {
    Map<String, Known> payees = new LinkedHashMap<>();
    payees.put(Wallet.SENIOR.name(), new Known("Senior", Wallet.SENIOR.pan()));
    payees.put(Wallet.OWN.name(), new Known("Own bank", Wallet.OWN.pan()));
    payees.put(Wallet.DOMESTIC.name(), new Known("Other bank", Wallet.DOMESTIC.pan()));
    payees.put(Wallet.SHORT_OF_MONEY.name(), new Known("Low balance", Wallet.SHORT_OF_MONEY.pan()));
    payees.put(BookStock.GOOD.name(), new Known("Pension", BookStock.GOOD.number()));
    return payees;
  }

  /**
   * The whole number, for the keys of the machine alone.
   *
   * @throws IllegalArgumentException when there is no such payee
   */
  static AccountNumber number(String id) {
    return Optional.ofNullable(PAYEES.get(id))
        .map(Known::number)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "payee '" + id + "': expected one of " + String.join(", ", PAYEES.keySet())));
  }

  static void mark(VirtualBank bank, Act.MarkPayee act) {
    AccountNumber number = number(act.payee());
    bank.know(
        known ->
            switch (act.mark()) {
              case LISTED -> act.on() ? known.withListed(number) : known.withoutListed(number);
              case SLOW -> act.on() ? known.withSlow(number) : known.withoutSlow(number);
            });
  }

  static List<Payee> shown(VirtualBank bank) {
    Payees known = bank.payees();
    return PAYEES.entrySet().stream()
        .map(
            entry -> {
              AccountNumber number = entry.getValue().number();
              return new Payee(
                  entry.getKey(),
                  entry.getValue().name(),
                  number.masked(),
                  known.listed().contains(number),
                  known.slow().contains(number));
            })
        .toList();
  }
}
