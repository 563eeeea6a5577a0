package org.silverteller.session;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.CardProduct;
import org.silverteller.card.CardScheme;
import org.silverteller.card.CardTable;
import org.silverteller.card.Track2;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.device.PinBlock;
import org.silverteller.device.PinPad;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.device.Screen;
import org.silverteller.device.Speaker;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Inbox;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Action;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Details;
import org.silverteller.host.HostLink;
import org.silverteller.host.Reply;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.ExactMixPlanner;
import org.silverteller.money.MixRules;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Option;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.store.Entry;
import org.silverteller.store.NoteArchive;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.SerialRules;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * A machine of ports that are mocks, a clock that goes on by itself while nobody does anything, and
 * a person whose acts are given beforehand. When the acts are used up, nothing more happens.
 */
final class Booth implements Inbox, Painter {

  static final Instant NINE = Instant.parse("2026-06-18T01:00:00Z");
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Standard shows four options on a page, big print three. */
  static final Pace PACE = pace(4);

  private static final Set<Wish> SWAPS = Set.of(Wish.ENLARGE, Wish.STANDARD, Wish.LANGUAGE);

  final CardReader reader = mock(CardReader.class);
  final CashDispenser dispenser = mock(CashDispenser.class);
  final PinPad pinPad = mock(PinPad.class);
  final ReceiptPrinter printer = mock(ReceiptPrinter.class);
  final Screen screen = mock(Screen.class);
  final Speaker speaker = mock(Speaker.class);
  final Lights lights = mock(Lights.class);
  final Hardware hardware = mock(Hardware.class);
  final List<TerminalEvent> aside = new ArrayList<>();
  final List<Page> shown = new ArrayList<>();
  final Dialogue dialogue;

  final HostLink host = mock(HostLink.class);
  final CardTable cards = mock(CardTable.class);
  final List<Entry> committed = new ArrayList<>();
  final List<PinBlock> blocks = new ArrayList<>();
  final NoteArchive noteArchive = mock(NoteArchive.class);
  final Store store = mock(Store.class, withSettings().defaultAnswer(CALLS_REAL_METHODS).lenient());
  final Ledger ledger = new Ledger(store, this::now, SHANGHAI, cards, dispenser, false);
  final AdviceQueue advices = new AdviceQueue(store, host, ledger);

  private final Deque<Supplier<TerminalEvent>> acts = new ArrayDeque<>();
  private final Deque<TerminalEvent> meanwhile = new ArrayDeque<>();
  private Instant now = NINE;
  private Frame frame;
  private int lastStan;

  Booth() {
    lenient().when(hardware.cardReader()).thenReturn(reader);
    lenient().when(hardware.dispenser()).thenReturn(dispenser);
    lenient().when(hardware.pinPad()).thenReturn(pinPad);
    lenient().when(hardware.receiptPrinter()).thenReturn(printer);
    lenient().when(hardware.screen()).thenReturn(screen);
    lenient().when(hardware.speaker()).thenReturn(Optional.of(speaker));
    lenient().when(hardware.lights()).thenReturn(Optional.of(lights));
    dialogue =
        new Dialogue(this, hardware, this, aside::add, List.of(Language.CHINESE, Language.ENGLISH));
    keepBooks();
    workFaultlessly();
  }

  @Override
  public Duration elapsed() {
    return Duration.between(NINE, now);
  }

  private void keepBooks() {
    doAnswer(call -> committed.addAll(call.getArgument(0))).when(store).commit(anyList());
    lenient().when(store.takeStan()).thenAnswer(call -> new Stan(++lastStan));
    lenient().when(store.nextTransactionId()).thenReturn(7L);
    lenient().when(store.owed()).thenReturn(List.of());
    lenient()
        .when(store.transaction(anyLong()))
        .thenAnswer(call -> records().reduce((one, next) -> next));
  }

  private void workFaultlessly() {
    lenient().when(cards.productOf(any())).thenReturn(ownCustomer().product());
    lenient().when(host.ready()).thenReturn(true);
    can(new CashDispenser.Capabilities(true, true, true, true, 40));
    lenient().when(dispenser.status()).thenReturn(DeviceStatus.ONLINE);
    lenient().when(dispenser.transport()).thenReturn(CashDispenser.Position.EMPTY);
    lenient().when(dispenser.exit()).thenReturn(CashDispenser.Position.EMPTY);
    lenient().when(reader.media()).thenReturn(CardReader.Media.AT_EXIT);
    lenient().when(printer.status()).thenReturn(DeviceStatus.ONLINE);
    lenient().when(printer.paper()).thenReturn(ReceiptPrinter.Paper.FULL);
    try {
      lenient()
          .when(dispenser.stack(any(), anyLong()))
          .thenAnswer(call -> new Counted(call.getArgument(0), 0));
      lenient().when(dispenser.rejectAll()).thenReturn(Counted.NOTHING);
      lenient()
          .when(dispenser.presentStatus())
          .thenReturn(
              new CashDispenser.PresentStatus(
                  CashDispenser.PresentStatus.State.NOT_PRESENTED, Counted.NOTHING, 0));
      lenient().when(reader.readTrack2()).thenAnswer(call -> track2());
      lenient().when(pinPad.pinBlock(any(), any())).thenAnswer(call -> newBlock());
    } catch (DeviceFault impossible) {
      throw new AssertionError(impossible);
    }
    holds(unit("CASS1", 100, 100), unit("CASS2", 50, 100), unit("CASS3", 10, 100));
  }

  private PinBlock newBlock() {
    var block = new PinBlock(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    blocks.add(block);
    return block;
  }

  void can(CashDispenser.Capabilities capabilities) {
    lenient().when(dispenser.capabilities()).thenReturn(capabilities);
  }

  void holds(CashUnit... units) {
    try {
      lenient().when(dispenser.cashUnits()).thenReturn(List.of(units));
    } catch (DeviceFault impossible) {
      throw new AssertionError(impossible);
    }
  }

  static CashUnit unit(String id, int yuan, int count) {
    return new CashUnit(
        UnitId.of(id), UnitType.BILL, Denomination.of(yuan), count, 0, UnitState.OK);
  }

  /** Notes from units, such as {@code CASS1:100x4 CASS2:50x2}. */
  static NoteMix mix(String words) {
    return new NoteMix(
        Stream.of(words.split(" ", -1))
            .map(word -> word.split("[:x]", -1))
            .map(
                part ->
                    new NoteMix.Part(
                        UnitId.of(part[0]),
                        Denomination.of(Integer.parseInt(part[1])),
                        Integer.parseInt(part[2])))
            .toList());
  }

  static SessionRules rules(PinRules pin) {
    return rules(pin, TransferRules.DEFAULT, BookRules.DEFAULT);
  }

  static SessionRules rules(PinRules pin, TransferRules transfer, BookRules books) {
    return new SessionRules(
        "31000017",
        WithdrawalRules.DEFAULT,
        DepositRules.DEFAULT,
        pin,
        transfer,
        Guards.usual(),
        PinPad.PinFormat.ISO_0_TDES,
        books,
        List.of("HEAD"),
        List.of("FOOT"));
  }

  Desk desk() {
    return desk(rules(PinRules.DEFAULT));
  }

  /** The bank's rule of this booth: over sixty, or a senior card, means big print. */
  Desk desk(SessionRules rules) {
    var profiles =
        new ProfileSwitch(
            dialogue,
            (product, band) ->
                product.map(CardProduct::senior).orElse(true) || band == Reply.AgeBand.OVER_60
                    ? ProfileId.ELDER
                    : ProfileId.STANDARD);
    return new Desk(
        hardware,
        host,
        store,
        cards,
        new ExactMixPlanner(MixRules.DEFAULT),
        rules,
        dialogue,
        ledger,
        advices,
        new AcceptorCare(hardware.cashAcceptor(), ledger),
        profiles,
        new NoteRegister("31000017", SerialRules.DEFAULT, noteArchive, hardware, store, ledger));
  }

  /** Reversals of 500 yuan: STAN 201, 202 … for the requests 101, 102 … */
  void owes(int advices) {
    lenient()
        .when(store.owed())
        .thenReturn(IntStream.rangeClosed(1, advices).mapToObj(Booth::reversal).toList());
  }

  /** An alert, STAN 300, and behind it so many reversals. */
  void owesAnAlertBefore(int reversals) {
    List<OwedAdvice> owed = new ArrayList<>(List.of(alert()));
    IntStream.rangeClosed(1, reversals).mapToObj(Booth::reversal).forEach(owed::add);
    lenient().when(store.owed()).thenReturn(owed);
  }

  private static OwedAdvice alert() {
    var time = LocalDateTime.of(2026, 6, 18, 7, 0);
    return new OwedAdvice(
        300,
        new Advice(
            Advice.Kind.ALERT,
            new Stan(300),
            time,
            new Advice.Original(Service.CASE_ALERT, new Stan(100), "616907000100", time),
            track2().pan(),
            CardEntry.STRIPE,
            Money.ofYuan(9_000),
            Money.ZERO,
            Advice.Reason.SUSPECT,
            "",
            "CA0201",
            0));
  }

  private static OwedAdvice reversal(int id) {
    var time = LocalDateTime.of(2026, 6, 18, 8, 0);
    return new OwedAdvice(
        id,
        new Advice(
            Advice.Kind.REVERSAL,
            new Stan(200 + id),
            time,
            new Advice.Original(Service.WITHDRAWAL, new Stan(100 + id), "616908000101", time),
            track2().pan(),
            CardEntry.STRIPE,
            Money.ofYuan(500),
            Money.ZERO,
            Advice.Reason.TIME_OUT,
            "",
            "",
            0));
  }

  Booth typesPin() {
    return press(Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.ENTER);
  }

  /** What the journal says, line by line. */
  List<String> journal() {
    return entries(Entry.Journaled.class).map(Entry.Journaled::text).toList();
  }

  /** The states the transaction went through. */
  List<TransactionState> states() {
    return records().map(TransactionRecord::state).toList();
  }

  private Stream<TransactionRecord> records() {
    return entries(Entry.Saved.class).map(Entry.Saved::record);
  }

  /** What became owed to the host. */
  List<Advice> owed() {
    return entries(Entry.Owed.class).map(Entry.Owed::advice).toList();
  }

  private <E extends Entry> Stream<E> entries(Class<E> kind) {
    return committed.stream().filter(kind::isInstance).map(kind::cast);
  }

  static Reply.Answered answered(String code, Action action, Money amount) {
    return new Reply.Answered(
        code,
        action,
        amount,
        "AUTH01",
        "RRN",
        "0619",
        Optional.empty(),
        Reply.AgeBand.UNKNOWN,
        Details.NONE);
  }

  private static Pace pace(int options) {
    return new Pace(
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofSeconds(45),
        Duration.ofSeconds(50),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        options);
  }

  Instant now() {
    return now;
  }

  long secondsPassed() {
    return Duration.between(NINE, now).toSeconds();
  }

  /** The person touches an option of the page that then shows. */
  Booth touch(String option) {
    acts.add(() -> touchOf(option));
    return this;
  }

  Booth touch(Wish wish) {
    return touch(wish.option().id());
  }

  Booth press(Key... keys) {
    Stream.of(keys).forEach(key -> happens(new TerminalEvent.KeyPressed(key)));
    return this;
  }

  Booth happens(TerminalEvent event) {
    acts.add(() -> event);
    return this;
  }

  /** The same, with what it brings about when its turn comes. */
  Booth does(Supplier<TerminalEvent> act) {
    acts.add(act);
    return this;
  }

  /** Has come while nobody waited, and is found when the terminal looks through its events. */
  Booth hasHappened(TerminalEvent event) {
    meanwhile.add(event);
    return this;
  }

  /** Nothing is done for so long; then the next act comes. */
  Booth waits(int seconds) {
    acts.add(() -> null);
    for (int second = 1; second < seconds; second++) {
      acts.add(() -> null);
    }
    return this;
  }

  /** Whether every act was used. */
  boolean allDone() {
    return acts.isEmpty();
  }

  /** The names of the pages shown, in order. */
  List<String> pages() {
    return shown.stream().map(Page::name).toList();
  }

  TerminalEvent touchOf(String option) {
    Frame.Area area =
        frame
            .areaOf(option)
            .orElseThrow(() -> new AssertionError(option + " is not on " + frame.page()));
    return new TerminalEvent.Touched(area.x(), area.y(), shown.size());
  }

  @Override
  public TerminalEvent next(Duration patience) {
    if (patience.isNegative()) {
      throw new AssertionError("waits for " + patience);
    }
    if (patience.isZero()) {
      return meanwhile.isEmpty() ? new TerminalEvent.Silence() : meanwhile.remove();
    }
    Instant end = now.plus(patience);
    while (now.isBefore(end)) {
      if (acts.isEmpty()) {
        now = end;
        return new TerminalEvent.Silence();
      }
      TerminalEvent event = acts.remove().get();
      if (event != null) {
        return event;
      }
      now = now.plusSeconds(1);
    }
    return new TerminalEvent.Silence();
  }

  @Override
  public void post(TerminalEvent event) {
    happens(event);
  }

  @Override
  public Set<ProfileId> profiles() {
    return Set.of(ProfileId.STANDARD, ProfileId.ELDER);
  }

  @Override
  public Set<Language> languages() {
    return Set.of(Language.CHINESE, Language.ENGLISH);
  }

  @Override
  public Pace pace(ProfileId profile) {
    return profile.equals(ProfileId.ELDER) ? pace(3) : PACE;
  }

  /** One pixel for each option, from left to right. */
  @Override
  public Frame paint(Page page, Look look) {
    List<Frame.Area> areas = new ArrayList<>();
    Stream.of(page.options().stream(), page.bar().stream().map(Wish::option), swaps())
        .flatMap(options -> options)
        .forEach(option -> areas.add(area(areas.size(), option.id())));
    frame =
        new Frame(page, look, areas.size(), 1, new int[areas.size()], areas, List.of(), List.of());
    shown.add(page);
    return frame;
  }

  private static Frame.Area area(int x, String option) {
    return new Frame.Area(x, 0, 1, 1, option, option);
  }

  private static Stream<Option> swaps() {
    return Stream.concat(SWAPS.stream(), Stream.of(Wish.HELP)).map(Wish::option);
  }

  Look look() {
    return frame.look();
  }

  static Cardholder holder(CardScheme scheme, CardProduct.Issuer issuer) {
    return new Cardholder(track2(), new CardProduct(scheme, issuer, false), CardEntry.STRIPE);
  }

  static Cardholder ownCustomer() {
    return holder(CardScheme.UNIONPAY, CardProduct.Issuer.OWN);
  }

  static Track2 track2() {
    try {
      return Track2.parse("6228480010020060421=30122010000000");
    } catch (CardFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static DeviceFault fault(DeviceName device, DeviceFault.Kind kind) {
    return new DeviceFault(device, kind, "");
  }
}
