package org.silverteller.simulator.scenario;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.money.Money;
import org.silverteller.money.UnitType;
import org.silverteller.page.AccountPage;
import org.silverteller.page.CashPage;
import org.silverteller.page.Page;
import org.silverteller.simulator.bank.BankRules;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.world.VolatileStore;
import org.silverteller.store.fsn.FsnArchive;
import org.silverteller.terminal.LineJournal;
import org.silverteller.terminal.TerminalParts;
import org.silverteller.ui.PlainPainter;

/**
 * What one whole customer session costs when nobody watches: the terminal, its store, the virtual
 * hardware, the virtual bank and both directions of the codec, in virtual time. Arguments: sessions
 * of a round, rounds, threads. For each round and thread prints CPU microseconds and allocated
 * bytes of a session.
 *
 * <p>Every customer draws 500 yuan and every third asks for the balance before.
 */
public final class SessionLoop implements World.Happenings {

  private static final Instant START =
      LocalDateTime.of(2026, 6, 18, 9, 0).atZone(Cast.ZONE).toInstant();
  private static final Duration THINKING = Duration.ofSeconds(1);
  private static final Money DRAWN = Money.ofYuan(500);
  private static final Money FORTUNE = Money.ofYuan(9_000_000_000L);
  private static final int LOADED = 2_000;
  private static final VirtualCard CARD = Wallet.OWN;

  private final World world = new World(START, this);
  private final VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
  private final Customer customer = machine.customer();
  private final VirtualBank bank;
  private final LoopbackWire wire;
  private final VolatileStore store = new VolatileStore(VolatileStore.Hooks.NONE);
  private final int rounds;
  private final int sessions;
  private final List<String> report = new ArrayList<>();
  private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private Instant lastAct = START;
  private boolean asksBalance;
  private boolean ended;
  private int served;
  private long cpuNanos;
  private long allocated;

  private SessionLoop(int sessions, int rounds, long seed) {
    this.sessions = sessions;
    this.rounds = rounds;
    BankSpec spec =
        BankSpec.of(List.of(CARD), BankRules.USUAL.withDaily(FORTUNE, Integer.MAX_VALUE))
            .withBalance(CARD, FORTUNE);
    this.bank = new VirtualBank(spec, world, seed, FaultSource.NONE, new Traffic(0));
    this.wire =
        new LoopbackWire(
            bank, world, () -> world.post(new TerminalEvent.HostChanged()), Duration.ofSeconds(20));
  }

  private void run() {
    HostConfig host = HostConfig.simulation(1);
    var hardware = machine.open(world::post);
    var cards = BenchSettings.cards();
    var terminal = Cast.TERMINAL;
    var link =
        new Iso8583Link(
            host,
            new TerminalIdentity(
                terminal.terminalId(), terminal.merchantId(), terminal.nameAndPlace()),
            wire,
            hardware.pinPad(),
            store::takeStan,
            world,
            Cast.ZONE,
            new LineJournal(store, world, Cast.ZONE));
    cpuNanos = thread.getCurrentThreadCpuTime();
    allocated = thread.getCurrentThreadAllocatedBytes();
    TerminalParts.terminal(
            terminal,
            new TerminalParts.Surroundings(
                hardware,
                store,
                link,
                world,
                world,
                Cast.ZONE,
                new PlainPainter(),
                cards,
                BenchSettings.guard(),
                host.security().pinFormat(),
                host.timing().echo(),
                host.rules().completions(),
                new FsnArchive(terminal.serials(), Path.of(""), terminal.terminalId())))
        .run();
    long paid = bank.ledger().accounts().get(0).paidFen() / 100;
    if (paid != (long) sessions * rounds * DRAWN.yuan()) {
      throw new IllegalStateException("paid " + paid);
    }
  }

  @Override
  public void beforeWaiting() {}

  @Override
  public Optional<Instant> due(Instant now) {
    Optional<Instant> line = wire.nextChange();
    if (line.isPresent()) {
      return line;
    }
    Instant next = lastAct.plus(THINKING);
    return ready() ? Optional.of(next.isAfter(now) ? next : now) : Optional.empty();
  }

  @Override
  public void happen(Instant now) {
    if (wire.nextChange().isPresent()) {
      wire.announce();
      return;
    }
    lastAct = now;
    act();
  }

  private Page page() {
    return customer.frame().map(org.silverteller.page.Frame::page).orElseThrow();
  }

  private boolean ready() {
    Page page = page();
    return page instanceof Page.Welcome
        || page instanceof Page.Menu
        || page instanceof CashPage.AmountMenu
        || page instanceof CashPage.MixChoice
        || page instanceof Page.Question
        || page instanceof CashPage.Confirm
        || page instanceof AccountPage.Balance
        || customer.padMode() == PadMode.PIN
        || customer.cardWaits()
        || customer.notesWaiting() > 0;
  }

  private void act() {
    Page page = page();
    if (customer.cardWaits()) {
      customer.takeCard();
    } else if (customer.notesWaiting() > 0) {
      customer.takeNotes();
    } else if (page instanceof Page.Welcome) {
      comes();
    } else if (customer.padMode() == PadMode.PIN) {
      customer.typePin(CARD.pin());
    } else if (page instanceof Page.Menu) {
      customer.touchOption(asksBalance ? "balance" : "withdraw");
    } else if (page instanceof AccountPage.Balance) {
      asksBalance = false;
      customer.touchOption("back");
    } else if (page instanceof CashPage.AmountMenu) {
      customer.touchOption("amount-500");
    } else if (page instanceof CashPage.MixChoice) {
      customer.touchOption("mix-large_notes");
    } else if (page instanceof Page.Question) {
      customer.touchOption("no");
    } else {
      customer.touchOption("confirm");
    }
  }

  private void comes() {
    if (served > 0 && served % sessions == 0 && !ended) {
      measured();
    }
    if (served == sessions * rounds) {
      ended = true;
      world.post(new TerminalEvent.StopRequested());
      return;
    }
    if (served % 100 == 99) {
      replenish();
      bank.ledger().close(posting -> true);
    }
    asksBalance = served % 3 == 2;
    served++;
    customer.insertCard(CARD);
  }

  private void replenish() {
    for (var unit : machine.view().units()) {
      if (unit.type() == UnitType.BILL && unit.count() < LOADED) {
        machine.operator().loadUnit(unit.id(), LOADED - unit.count());
      }
    }
  }

  private void measured() {
    long cpu = thread.getCurrentThreadCpuTime();
    long bytes = thread.getCurrentThreadAllocatedBytes();
    String line =
        String.format(
            "%-10s %7.1f µs  %,9d bytes a session",
            Thread.currentThread().getName(),
            (cpu - cpuNanos) / 1000.0 / sessions,
            (bytes - allocated) / sessions);
    System.out.println(line);
    report.add(line);
    cpuNanos = thread.getCurrentThreadCpuTime();
    allocated = thread.getCurrentThreadAllocatedBytes();
  }

  public static void main(String[] arguments) throws InterruptedException {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    List<Thread> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int n = 0; n < threads; n++) {
      int seed = n + 1;
      Thread thread =
          new Thread(() -> new SessionLoop(sessions, rounds, seed).run(), "world-" + seed);
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%,.0f sessions a second%n", sessions * (double) rounds * threads / seconds);
  }
}
