package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;
import org.silverteller.money.Money;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.BookSpec;
import org.silverteller.simulator.bank.Payees;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.PassbookSpec;
import org.silverteller.simulator.hardware.UnitSpec;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

/**
 * What a script sets up in its first steps: {@code machine deposits}, {@code machine escrow 5},
 * {@code machine recycler 100x3 50x2/10}, {@code machine books by-hand}, {@code book book-0717 rows
 * 3}, {@code machine spray}, {@code machine no-retract}, {@code machine no-retain}, {@code machine
 * paper 0}, {@code machine cassettes 100x200 50x0 10x300}, {@code account own-0421 60}, {@code
 * payee domestic-0334 listed}.
 */
final class Props {

  private static final Pattern RECYCLING =
      Pattern.compile("([0-9]{1,3})x([0-9]{1,4})(?:/([0-9]{1,4}))?");
  private static final int ROOM = 2_500;

  private MachineSpec machine = MachineSpec.STANDARD;
  private BankSpec bank = BankSpec.usual();
  private boolean serials;
  private final Map<String, BookSpec> books = new LinkedHashMap<>();
  private int firstStep;

  Props(Script script) {
    for (Step step : script.steps()) {
      if (step.verb().equals("machine") && step.word(1, "").equals("serials")) {
        serials = true;
      } else if (step.verb().equals("machine")) {
        machine = machine(step);
      } else if (step.verb().equals("account")) {
        bank = account(step);
      } else if (step.verb().equals("payee")) {
        bank = bank.with(payee(step));
      } else if (step.verb().equals("book")) {
        book(step);
      } else {
        return;
      }
      firstStep++;
    }
  }

  MachineSpec machine() {
    return machine;
  }

  /** Whether the terminal keeps serial numbers. */
  boolean serials() {
    return serials;
  }

  BankSpec bank() {
    return bank.withBooks(List.copyOf(books.values()));
  }

  /**
   * {@code book book-0717 at 2 23}: the next row is due there; {@code book book-0717 rows 3}: so
   * many rows wait; {@code book book-0717 balance 60}.
   */
  private void book(Step step) {
    String name = step.word(1, "a passbook");
    BookSpec before = books.get(name);
    if (before == null) {
      throw step.fault("found no book '" + name + "': expected 'machine books' before, and a book");
    }
    books.put(
        name,
        switch (step.word(2, "at, rows or balance")) {
          case "at" -> before.at(step.number(3), step.number(4));
          case "rows" -> before.with(waiting(step.number(3)));
          case "balance" -> before.with(Money.ofYuan(step.number(3)));
          default ->
              throw step.fault("found '" + step.word(2, "") + "', expected at, rows or balance");
        });
  }

  /** Pensions come in and the rent goes out, in turn. */
  private static List<BookSpec.Waiting> waiting(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                row % 2 == 0
                    ? new BookSpec.Waiting(false, Money.ofYuan(200 + row), "养老金")
                    : new BookSpec.Waiting(true, Money.ofYuan(100 + row), "转账"))
        .toList();
  }

  private MachineSpec withBooks(Step step) {
    BookStock.books().forEach(issue -> books.put(issue.name(), BookSpec.of(issue)));
    PassbookUnit.Capabilities can = PassbookSpec.STANDARD.can();
    PassbookSpec unit = PassbookSpec.STANDARD;
    for (int n = 2; n <= step.count(); n++) {
      switch (step.word(n, "")) {
        case "by-hand" ->
            can =
                new PassbookUnit.Capabilities(
                    false, can.readsPageMark(), can.retain(), can.columns(), can.rows());
        case "no-page-mark" ->
            can =
                new PassbookUnit.Capabilities(
                    false, false, can.retain(), can.columns(), can.rows());
        case "no-bin" ->
            can =
                new PassbookUnit.Capabilities(
                    can.turnsPages(), can.readsPageMark(), false, can.columns(), can.rows());
        case "narrow" ->
            can =
                new PassbookUnit.Capabilities(
                    can.turnsPages(), can.readsPageMark(), can.retain(), 40, can.rows());
        default ->
            throw step.fault(
                "found '" + step.word(n, "") + "', expected by-hand, no-page-mark, no-bin, narrow");
      }
    }
    unit = new PassbookSpec(can, unit.binSize());
    return machine.withExtra(DeviceName.PASSBOOK_UNIT).withPassbook(unit);
  }

  /** The first step that somebody does at the machine. */
  int firstStep() {
    return firstStep;
  }

  private MachineSpec machine(Step step) {
    CashDispenser.Capabilities can = machine.dispenser();
    return switch (step.word(1, "what is different about the machine")) {
      case "spray" -> machine.withDispenser(MachineSpec.SPRAY_DISPENSER);
      case "deposits" -> machine.withExtra(DeviceName.CASH_ACCEPTOR);
      case "recycler" ->
          step.count() == 1 ? MachineSpec.RECYCLER : machine.recycling(recycling(step));
      case "escrow" ->
          machine.withAcceptor(
              machine.acceptor().withCapabilities(escrow(machine.acceptor().can(), step)));
      case "no-retract" ->
          machine.withDispenser(
              new CashDispenser.Capabilities(
                  can.stacker(), can.shutter(), false, can.takenSensor(), can.maxNotes()));
      case "no-taken-sensor" ->
          machine.withDispenser(
              new CashDispenser.Capabilities(
                  can.stacker(), can.shutter(), can.retract(), false, can.maxNotes()));
      case "no-retain" ->
          machine.withReader(
              new CardReader.Capabilities(false, false, machine.reader().eject(), false, 0));
      case "books" -> withBooks(step);
      case "paper" -> machine.withSlips(step.number(2));
      case "cassettes" -> machine.withUnits(units(machine, step));
      default ->
          throw step.fault(
              "'machine "
                  + step.word(1, "")
                  + "': expected deposits, recycler, escrow, spray, no-retract, no-taken-sensor, no-retain, books, serials, paper or cassettes");
    };
  }

  /** {@code machine escrow 5}: so many notes; none is an acceptor that stores each note at once. */
  private static CashAcceptor.Capabilities escrow(CashAcceptor.Capabilities can, Step step) {
    int most = step.number(2);
    return new CashAcceptor.Capabilities(
        most > 0, can.recycles(), can.retract(), can.shutter(), most > 0 ? most : can.maxNotes());
  }

  /** Units that recycle stay as they are. */
  private static List<UnitSpec> units(MachineSpec machine, Step step) {
    List<UnitSpec> units =
        new ArrayList<>(
            machine.units().stream().filter(unit -> unit.type() == UnitType.RECYCLE).toList());
    for (int n = 2; n <= step.count(); n++) {
      String name = "CASS" + (n - 1);
      units.add(
          step.parsed(n, "a denomination and a count such as 100x2000", word -> unit(name, word)));
    }
    units.add(UnitSpec.rejectBin());
    units.add(UnitSpec.retractBin());
    return units;
  }

  /** {@code machine recycler 100x3 50x2/10}: notes inside, and room for how many. */
  private static List<UnitSpec> recycling(Step step) {
    List<UnitSpec> units = new ArrayList<>();
    for (int n = 2; n <= step.count(); n++) {
      String name = "RECYC" + (n - 1);
      units.add(
          step.parsed(
              n,
              "a denomination, a count and perhaps the room, such as 100x3 or 100x3/10",
              word -> recycling(name, word)));
    }
    return units;
  }

  private static UnitSpec recycling(String name, String word) {
    Matcher matcher = RECYCLING.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(word);
    }
    int room = matcher.group(3) == null ? ROOM : Integer.parseInt(matcher.group(3));
    return UnitSpec.recycling(
        name, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), 0, room);
  }

  private static UnitSpec unit(String name, String word) {
    String[] parts = word.split("x", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(word);
    }
    return UnitSpec.cassette(name, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), 0);
  }

  /** {@code payee domestic-0334 listed}, {@code payee domestic-0334 paid-by own-0421} … */
  private Payees payee(Step step) {
    AccountNumber number = card(step, 1).pan();
    return switch (step.word(2, "what is known of the payee")) {
      case "listed" -> bank.payees().withListed(number);
      case "slow" -> bank.payees().withSlow(number);
      case "badly-named" -> bank.payees().withBadlyNamed(number);
      case "paid-by" -> bank.payees().withPaidBefore("account of " + card(step, 3).name(), number);
      default ->
          throw step.fault(
              "'payee … "
                  + step.word(2, "")
                  + "': expected listed, slow, badly-named or paid-by CARD");
    };
  }

  private static VirtualCard card(Step step, int n) {
    return Wallet.card(step.word(n, "a card of the wallet"))
        .orElseThrow(() -> step.fault("found no card '" + step.word(n, "") + "'"));
  }

  private BankSpec account(Step step) {
    return bank.withBalance(card(step, 1), Money.ofYuan(step.number(2)));
  }
}
