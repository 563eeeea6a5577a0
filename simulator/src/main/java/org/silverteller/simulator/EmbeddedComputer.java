package org.silverteller.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.event.Inbox;
import org.silverteller.event.QueueInbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.HostLink;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.Iso8583Link;
import org.silverteller.host.iso8583.TerminalIdentity;
import org.silverteller.host.iso8583.tcp.TcpWire;
import org.silverteller.money.Money;
import org.silverteller.page.Painter;
import org.silverteller.page.PainterFactory;
import org.silverteller.simulator.console.Computer;
import org.silverteller.simulator.scenario.WitnessedStore;
import org.silverteller.store.Entry;
import org.silverteller.store.JournalLine;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.Store;
import org.silverteller.terminal.ConfigReader;
import org.silverteller.terminal.LineJournal;
import org.silverteller.terminal.Terminal;
import org.silverteller.terminal.TerminalConfig;
import org.silverteller.terminal.TerminalParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs terminals in this process, one after the other. */
final class EmbeddedComputer implements Computer {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedComputer.class);
  private static final Duration DYING = Duration.ofSeconds(3);

  private final Path terminalYaml;
  private final ZoneId zone;
  private volatile Consumer<JournalLine> reader = line -> {};
  private volatile OpenItems openItems = OpenItems.NONE;
  private long lastLine;
  private Optional<Run> running = Optional.empty();

  EmbeddedComputer(Path terminalYaml, ZoneId zone) {
    this.terminalYaml = terminalYaml;
    this.zone = zone;
  }

  private record Run(
      Thread thread, MortalInbox inbox, TcpWire wire, Store store, Hardware hardware) {}

  /** An inbox whose terminal is gone once the power is. */
  private static final class MortalInbox implements Inbox {
    private final QueueInbox queue = new QueueInbox();
    private volatile boolean dead;

    @Override
    public TerminalEvent next(Duration patience) {
      TerminalEvent event = queue.next(patience);
      if (dead) {
        throw new PowerCut("while waiting");
      }
      return event;
    }

    @Override
    public void post(TerminalEvent event) {
      queue.post(event);
    }
  }

  @Override
  public synchronized void boot() {
    TerminalConfig config = ConfigReader.read(terminalYaml, TerminalConfig.class);
    HostConfig host = ConfigReader.read(config.places().host(), HostConfig.class);
    var inbox = new MortalInbox();
    try {
      Hardware hardware =
          driver(config.driver().name()).open(config.driver().settings(), inbox::post);
      SqliteStore disk = SqliteStore.open(config.places().store());
      Store store = new WitnessedStore(disk, new Reading(disk));
      TcpWire wire =
          TcpWire.open(host, () -> inbox.post(new TerminalEvent.HostChanged()), System.nanoTime());
      Terminal terminal = terminal(config, host, inbox, hardware, store, wire);
      Thread thread = new Thread(() -> live(terminal), "terminal");
      running = Optional.of(new Run(thread, inbox, wire, store, hardware));
      tell(disk, 1000);
      thread.start();
    } catch (DeviceFault broken) {
      LOG.error("the terminal does not start", broken);
    }
  }

  private static void live(Terminal terminal) {
    try {
      terminal.run();
    } catch (PowerCut cut) {
      LOG.info("{}", cut.getMessage());
    }
  }

  private Terminal terminal(
      TerminalConfig config,
      HostConfig host,
      Inbox inbox,
      Hardware hardware,
      Store store,
      TcpWire wire) {
    InstantSource clock = InstantSource.system();
    HostLink link =
        new Iso8583Link(
            host,
            new TerminalIdentity(config.terminalId(), config.merchantId(), config.nameAndPlace()),
            wire,
            hardware.pinPad(),
            store::takeStan,
            clock,
            zone,
            new LineJournal(store, clock, zone));
    Painter painter =
        ServiceLoader.load(PainterFactory.class)
            .findFirst()
            .orElseThrow()
            .painter(
                config.screen().widthPx(),
                config.screen().heightPx(),
                config.screen().diagonalInch(),
                config.phrases());
    return TerminalParts.terminal(
        config,
        new TerminalParts.Surroundings(
            hardware,
            store,
            link,
            inbox,
            clock,
            zone,
            painter,
            ConfigReader.cards(config.places().cards()),
            host.security().pinFormat(),
            host.timing().echo(),
            host.rules().completions()));
  }

  @Override
  public synchronized void lose() {
    running.ifPresent(
        run -> {
          run.inbox().dead = true;
          run.thread().interrupt();
          end(run);
        });
    running = Optional.empty();
  }

  /** Stops the terminal in good order, as far as the customer lets it within the time. */
  synchronized void stop() {
    running.ifPresent(
        run -> {
          run.inbox().post(new TerminalEvent.StopRequested());
          await(run.thread());
          run.inbox().dead = true;
          run.thread().interrupt();
          end(run);
        });
    running = Optional.empty();
  }

  private static void end(Run run) {
    run.wire().close();
    await(run.thread());
    run.hardware().close();
    run.store().close();
  }

  private static void await(Thread thread) {
    try {
      thread.join(DYING.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public OpenItems openItems() {
    return openItems;
  }

  @Override
  public void journaled(Consumer<JournalLine> reads) {
    reader = reads;
  }

  private static DriverFactory driver(String name) {
    return ServiceLoader.load(DriverFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(factory -> factory.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Reads, on the terminal's thread, what has become durable. */
  private final class Reading implements WitnessedStore.Around {
    private final Store store;

    Reading(Store store) {
      this.store = store;
    }

    @Override
    public void before(List<Entry> entries) {}

    @Override
    public void after(List<Entry> entries) {
      long lines = entries.stream().filter(Entry.Journaled.class::isInstance).count();
      if (lines < entries.size()) {
        count(store);
      }
      tell(store, Math.toIntExact(lines));
    }
  }

  private void count(Store store) {
    Money inSuspense =
        store.suspense().stream()
            .flatMap(open -> store.transaction(open.transactionId()).stream())
            .map(record -> record.amount())
            .reduce(Money.ZERO, Money::plus);
    openItems =
        new OpenItems(
            store.owed().size(), store.unfinished().size(), store.suspense().size(), inSuspense);
  }

  private void tell(Store store, int newest) {
    for (JournalLine line : newest == 0 ? List.<JournalLine>of() : store.journal(newest)) {
      if (line.number() > lastLine) {
        lastLine = line.number();
        reader.accept(line);
      }
    }
  }
}
