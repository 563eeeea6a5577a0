package org.silverteller.simulator.console;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.CardScheme;
import org.silverteller.device.CardReader;
import org.silverteller.device.Lights;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.page.Frame;
import org.silverteller.simulator.bank.TransferBook;
import org.silverteller.simulator.console.BenchState.Passbook;
import org.silverteller.simulator.console.BenchState.WalletCard;
import org.silverteller.simulator.hardware.VirtualNote.Quality;
import org.silverteller.store.JournalLine;

/** A bench that shows what the test says and remembers what was done at it. */
final class FakeBench implements Bench {

  final List<Act> done = new ArrayList<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private BenchState state = idle();
  private Optional<Glass> glass = Optional.empty();
  private Optional<String> refusal = Optional.empty();

  @Override
  public synchronized BenchState state() {
    return state;
  }

  @Override
  public synchronized Optional<Glass> glass() {
    return glass;
  }

  @Override
  public synchronized void act(Act act) throws ActRefused {
    if (refusal.isPresent()) {
      throw new ActRefused(refusal.get());
    }
    if (act instanceof Act.InsertCard insert
        && state.wallet().stream().noneMatch(card -> card.id().equals(insert.card()))) {
      throw new IllegalArgumentException(
          "card '" + insert.card() + "': there is none in the wallet");
    }
    done.add(act);
  }

  @Override
  public synchronized void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  synchronized void refuse(String why) {
    refusal = Optional.of(why);
  }

  synchronized List<Act> done() {
    return List.copyOf(done);
  }

  void show(BenchState next) {
    synchronized (this) {
      state = next;
    }
    watchers.forEach(Watcher::changed);
  }

  void show(long number, Frame frame) {
    synchronized (this) {
      glass = Optional.of(new Glass(number, frame));
    }
    watchers.forEach(Watcher::changed);
  }

  void journal(long number, String text) {
    var line =
        new JournalLine(number, LocalDateTime.of(2026, 6, 18, 14, 30, (int) (number % 60)), text);
    watchers.forEach(watcher -> watcher.journaled(line));
  }

  void pass(HostMessage message) {
    watchers.forEach(watcher -> watcher.passed(message));
  }

  static BenchState idle() {
    return new BenchState(
        BenchState.Hardware.PORTS,
        new BenchState.Terminal(
            "00000001", BenchState.Condition.IN_SERVICE, "since 14:02", true, 0, 0),
        new BenchState.CardSlot(CardReader.Media.NOT_PRESENT, true, Optional.empty()),
        new BenchState.CashExit(false, List.of()),
        new BenchState.Printer(ReceiptPrinter.Paper.FULL, List.of()),
        Optional.of(
            new BenchState.BookSlot(CardReader.Media.NOT_PRESENT, true, Optional.empty(), 0)),
        Optional.of(
            new BenchState.Acceptor(
                true, true, List.of(), List.of(), List.of(), List.of(), depositUnits(0))),
        BenchState.PadMode.CLOSED,
        Map.of(Lights.Place.CARD_READER, Lights.Rate.SLOW),
        false,
        new BenchState.Hands(List.of(), List.of(), List.of()),
        wallet(WalletCard.Place.WALLET),
        books(WalletCard.Place.WALLET),
        units(2000),
        bank(),
        faults(),
        Optional.of(
            new BenchState.Audit(
                true, List.of("cassettes + reject + retract + paid out = loaded: 5,600 notes"))));
  }

  /** Neither acceptor nor passbook unit. */
  static BenchState plain() {
    BenchState idle = idle();
    return new BenchState(
        idle.hardware(),
        idle.terminal(),
        idle.cardSlot(),
        idle.cashExit(),
        idle.printer(),
        Optional.empty(),
        Optional.empty(),
        idle.pinPad(),
        idle.lights(),
        idle.away(),
        idle.hands(),
        idle.wallet(),
        idle.books(),
        idle.units(),
        idle.bank(),
        idle.faults(),
        idle.audit());
  }

  static BenchState presenting() {
    BenchState idle = idle();
    return new BenchState(
        BenchState.Hardware.XFS,
        new BenchState.Terminal("00000001", BenchState.Condition.SERVING, "", true, 1, 0),
        new BenchState.CardSlot(CardReader.Media.AT_EXIT, false, Optional.of("own-0421")),
        new BenchState.CashExit(
            true, List.of(new BenchState.Notes(100, 4), new BenchState.Notes(10, 10))),
        new BenchState.Printer(
            ReceiptPrinter.Paper.LOW, List.of("银月银行 Silver Moon Bank", "WITHDRAWAL  500.00")),
        Optional.of(
            new BenchState.BookSlot(CardReader.Media.AT_EXIT, false, Optional.of("book-0717"), 1)),
        Optional.of(
            new BenchState.Acceptor(
                true,
                true,
                List.of(),
                List.of(
                    new BenchState.Heap(100, Quality.UNREADABLE, 1),
                    new BenchState.Heap(50, Quality.UNFIT, 12)),
                List.of(),
                List.of(new BenchState.Heap(100, Quality.FIT, 9)),
                depositUnits(40))),
        BenchState.PadMode.PIN,
        Map.of(
            Lights.Place.CASH_EXIT,
            Lights.Rate.MEDIUM,
            Lights.Place.RECEIPT,
            Lights.Rate.STEADY,
            Lights.Place.CARD_READER,
            Lights.Rate.SLOW),
        false,
        new BenchState.Hands(
            List.of(new BenchState.Notes(100, 4), new BenchState.Notes(50, 2)),
            List.of(new BenchState.Heap(20, Quality.UNREADABLE, 1)),
            List.of(
                List.of(
                    "      SILVERTELLER",
                    "Terminal  00000001",
                    "Card 622848******0421",
                    "WITHDRAWAL   300.00",
                    "STAN 000017  RRN 617014000017"))),
        wallet(WalletCard.Place.MACHINE),
        books(WalletCard.Place.MACHINE),
        units(1850),
        bank(),
        idle.faults(),
        idle.audit());
  }

  static HostMessage message(long number) {
    boolean request = number % 2 == 1;
    return new HostMessage(
        number,
        LocalDateTime.of(2026, 6, 18, 14, 30, (int) (number % 60)),
        request ? HostMessage.Direction.TO_BANK : HostMessage.Direction.TO_TERMINAL,
        number % 10 == 7 ? "0420" : request ? "0200" : "0210",
        number % 10 == 7 ? "Reversal" : request ? "Withdrawal request" : "Withdrawal reply",
        number % 10 == 8 ? "Dropped on the way" : "",
        List.of(
            new HostMessage.Field(2, "Primary account number", "622848******0421"),
            new HostMessage.Field(3, "Processing code", "010000"),
            new HostMessage.Field(4, "Amount, transaction", "000000050000"),
            new HostMessage.Field(
                11, "System trace audit number", "%06d".formatted(number / 2 + 17)),
            new HostMessage.Field(37, "Retrieval reference number", "617014000017"),
            new HostMessage.Field(39, "Response code", request ? "" : "00"),
            new HostMessage.Field(64, "MAC", "verified")));
  }

  private static List<WalletCard> wallet(WalletCard.Place first) {
    return List.of(
        card(
            "own-0421",
            "Own bank",
            CardScheme.UNIONPAY,
            "622848******0421",
            Optional.of("12340.00"),
            first),
        card(
            "senior-0421",
            "Senior",
            CardScheme.UNIONPAY,
            "622849******0421",
            Optional.of("6020.00"),
            WalletCard.Place.WALLET),
        card(
            "visa-1111",
            "Visitor",
            CardScheme.VISA,
            "411111******1111",
            Optional.of("8000.00"),
            WalletCard.Place.WALLET),
        card(
            "mastercard-4444",
            "Visitor",
            CardScheme.MASTERCARD,
            "555555******4444",
            Optional.of("8000.00"),
            WalletCard.Place.WALLET),
        card(
            "amex-0005",
            "Visitor",
            CardScheme.AMEX,
            "378282*****0005",
            Optional.of("8000.00"),
            WalletCard.Place.WALLET),
        card(
            "jcb-0000",
            "Visitor",
            CardScheme.JCB,
            "353011******0000",
            Optional.of("8000.00"),
            WalletCard.Place.WALLET),
        card(
            "diners-5904",
            "Visitor",
            CardScheme.DINERS,
            "305693****5904",
            Optional.of("8000.00"),
            WalletCard.Place.WALLET),
        card(
            "discover-1117",
            "Visitor",
            CardScheme.DISCOVER,
            "601111******1117",
            Optional.of("8000.00"),
            WalletCard.Place.WALLET),
        card(
            "domestic-0334",
            "Other bank",
            CardScheme.UNIONPAY,
            "622700******0334",
            Optional.of("900.00"),
            WalletCard.Place.WALLET),
        card(
            "short-0512",
            "Low balance",
            CardScheme.UNIONPAY,
            "622848******0512",
            Optional.of("80.00"),
            WalletCard.Place.WALLET),
        card(
            "expired-0748",
            "Expired",
            CardScheme.UNIONPAY,
            "622848******0748",
            Optional.of("900.00"),
            WalletCard.Place.WALLET),
        card(
            "blocked-0635",
            "Restricted",
            CardScheme.UNIONPAY,
            "622848******0635",
            Optional.empty(),
            WalletCard.Place.WALLET),
        card(
            "stolen-1095",
            "Stolen",
            CardScheme.UNIONPAY,
            "622848******1095",
            Optional.empty(),
            WalletCard.Place.RETAINED),
        card(
            "chip-0866",
            "Chip",
            CardScheme.UNIONPAY,
            "622848******0866",
            Optional.of("900.00"),
            WalletCard.Place.WALLET),
        card(
            "damaged-0973",
            "Bad stripe",
            CardScheme.UNIONPAY,
            "622848******0973",
            Optional.of("900.00"),
            WalletCard.Place.WALLET));
  }

  private static WalletCard card(
      String id,
      String name,
      CardScheme scheme,
      String pan,
      Optional<String> balance,
      WalletCard.Place place) {
    return new WalletCard(id, name, scheme, pan, "12/29", "123456", "A test card", balance, place);
  }

  private static List<Passbook> books(WalletCard.Place first) {
    return List.of(
        new Passbook(
            "book-0717",
            "Pension book",
            "***************0717",
            "123456",
            "In use",
            Optional.of("16105.32"),
            first,
            6,
            1,
            false,
            List.of(
                new Passbook.Print(1, 1, row("2026-06-03", "+6000.00"), true),
                new Passbook.Print(1, 12, row("2026-06-10", "+2860.00"), true),
                new Passbook.Print(1, 15, row("2026-06-12", "-1500.00"), true),
                new Passbook.Print(1, 16, "2026-06-18 取款", false),
                new Passbook.Print(2, 1, row("2026-07-10", "+2860.00"), true)),
            Optional.of(
                new Passbook.Due(
                    2,
                    2,
                    List.of(new Passbook.Row("2026-07-12", "水电费", "-139.80")),
                    List.of(new Passbook.Spot(1, 16))))),
        new Passbook(
            "book-garbage",
            "Other bank",
            "***************0258",
            "123456",
            "Its stripe is another bank's",
            Optional.empty(),
            WalletCard.Place.RETAINED,
            6,
            1,
            false,
            List.of(),
            Optional.empty()));
  }

  private static String row(String date, String amount) {
    return date + " 养老金           " + "%16s %18s ATM".formatted(amount, "16105.32");
  }

  private static BenchState.Bank bank() {
    LocalDateTime due = LocalDateTime.of(2026, 6, 19, 14, 30);
    return new BenchState.Bank(
        List.of(
            new BenchState.Transfer(
                "own-0421", "赵** 0421", "1000.00", due, TransferBook.Standing.HELD),
            new BenchState.Transfer(
                "book-0717", "李** 0334", "250.00", due, TransferBook.Standing.POSTED)),
        List.of(
            new BenchState.Payee("senior-0421", "Senior", "622849*********0421", false, true),
            new BenchState.Payee(
                "domestic-0334", "Other bank", "622700*********0334", true, false)),
        List.of(
            new BenchState.Alert(
                LocalDateTime.of(2026, 6, 18, 14, 31),
                "00",
                "transfer to a case account was stopped")));
  }

  private static List<BenchState.Unit> depositUnits(int hundreds) {
    return List.of(
        new BenchState.Unit("RECYC1", UnitType.RECYCLE, 100, hundreds, 2500, 0, UnitState.OK),
        new BenchState.Unit("DEPOSIT", UnitType.CASH_IN, 0, 12, 2500, 0, UnitState.OK),
        new BenchState.Unit("SUSPECT", UnitType.REJECT, 0, 1, 100, 0, UnitState.OK),
        new BenchState.Unit("LEFT", UnitType.RETRACT, 0, 0, 400, 0, UnitState.OK));
  }

  private static List<BenchState.Unit> units(int hundreds) {
    return List.of(
        new BenchState.Unit("CASS1", UnitType.BILL, 100, hundreds, 2000, 10, UnitState.OK),
        new BenchState.Unit("CASS2", UnitType.BILL, 50, 0, 2000, 10, UnitState.INOPERATIVE),
        new BenchState.Unit("CASS3", UnitType.BILL, 20, 310, 2000, 10, UnitState.LOW),
        new BenchState.Unit("CASS4", UnitType.BILL, 10, 955, 1000, 10, UnitState.OK),
        new BenchState.Unit("REJECT", UnitType.REJECT, 0, 12, 200, 0, UnitState.OK),
        new BenchState.Unit("RETRACT", UnitType.RETRACT, 0, 0, 200, 0, UnitState.OK));
  }

  private static List<BenchState.Fault> faults() {
    List<String> cassettes = List.of("CASS1", "CASS2", "CASS3", "CASS4");
    return List.of(
        fault(
            "jam",
            "Dispenser",
            "Jam while counting",
            "The next stack stops in the transport",
            true,
            false,
            List.of()),
        fault(
            "unit-empty",
            "Dispenser",
            "Empty a unit",
            "The cassette runs out",
            false,
            true,
            cassettes),
        fault(
            "unit-missing",
            "Dispenser",
            "Pull a unit out",
            "As if an attendant had it in his hands",
            false,
            false,
            cassettes),
        fault(
            "shutter",
            "Dispenser",
            "Shutter stuck",
            "Cash cannot be presented",
            false,
            false,
            List.of()),
        fault("card-unreadable", "Card and paper", "Stripe unreadable", "", true, false, List.of()),
        fault(
            "paper-out",
            "Card and paper",
            "Paper out",
            "The printer has no paper",
            false,
            true,
            List.of()),
        fault("host-silent", "Bank", "Silent", "No reply comes", false, false, List.of()),
        fault(
            "host-late",
            "Bank",
            "Late",
            "The reply comes after the time-out",
            false,
            false,
            List.of()),
        fault(
            "host-mac", "Bank", "Wrong MAC", "The reply's MAC is wrong", false, false, List.of()));
  }

  private static BenchState.Fault fault(
      String id,
      String group,
      String name,
      String remark,
      boolean once,
      boolean on,
      List<String> choices) {
    return new BenchState.Fault(
        id,
        group,
        name,
        remark,
        once,
        on,
        choices,
        on && !choices.isEmpty() ? Optional.of("CASS2") : Optional.empty());
  }
}
