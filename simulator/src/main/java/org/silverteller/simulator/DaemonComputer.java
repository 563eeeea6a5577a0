package org.silverteller.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.Money;
import org.silverteller.simulator.console.Computer;
import org.silverteller.simulator.scenario.WitnessedStore;
import org.silverteller.store.ClearedCase;
import org.silverteller.store.Entry;
import org.silverteller.store.Finding;
import org.silverteller.store.JournalLine;
import org.silverteller.store.Store;
import org.silverteller.store.SuspenseCase;
import org.silverteller.store.TransactionRecord;
import org.silverteller.terminal.ConfigError;
import org.silverteller.terminal.TerminalDaemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the service that a branch machine runs, one after the other, in this process. */
final class DaemonComputer implements Computer {

  private static final Logger LOG = LoggerFactory.getLogger(DaemonComputer.class);

  /** What a terminal in the middle of a port command needs to find out that the power is gone. */
  private static final Duration DYING = Duration.ofMillis(300);

  /** What a person who has pressed Ctrl-C waits for the customer at the machine. */
  private static final Duration STOPPING = Duration.ofSeconds(3);

  private static final int LINES_AT_BOOT = 1000;

  private final Path config;
  private volatile Consumer<JournalLine> reader = line -> {};
  private volatile OpenItems openItems = OpenItems.NONE;
  private long lastLine;
  private Optional<TerminalDaemon> running = Optional.empty();

  /**
   * @param config the folder with terminal.yaml
   */
  DaemonComputer(Path config) {
    this.config = config;
  }

  @Override
  public synchronized void boot() {
    var daemon = new TerminalDaemon(this::listened);
    try {
      daemon.init(config.toString());
      daemon.start();
      running = Optional.of(daemon);
    } catch (ConfigError | DeviceFault | IOException broken) {
      LOG.error("the terminal does not start", broken);
      daemon.destroy();
    }
  }

  /**
   * The terminal's thread dies at its next port call. Should it be waiting for its customer just
   * now, it sleeps on without power, record and line until its patience ends.
   */
  @Override
  public synchronized void lose() {
    end(DYING);
  }

  /** Stops the terminal in good order, as far as the customer lets it. */
  synchronized void stop() {
    end(STOPPING);
  }

  private void end(Duration patience) {
    running.ifPresent(
        daemon -> {
          await(new Thread(() -> stop(daemon), "stopping"), patience);
          daemon.destroy();
        });
    running = Optional.empty();
  }

  private static void stop(TerminalDaemon daemon) {
    try {
      daemon.stop();
    } catch (InterruptedException impatient) {
      LOG.info("not waiting for the terminal any longer");
    }
  }

  private static void await(Thread stopping, Duration patience) {
    stopping.start();
    try {
      stopping.join(patience.toMillis());
      stopping.interrupt();
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

  private Store listened(Store durable) {
    count(durable);
    tell(durable, LINES_AT_BOOT);
    return new WitnessedStore(durable, new Listener(durable));
  }

  /** Reads, on the terminal's thread, what has become durable. */
  private final class Listener implements WitnessedStore.Around {
    private final Store durable;

    Listener(Store durable) {
      this.durable = durable;
    }

    @Override
    public void before(List<Entry> entries) {}

    @Override
    public void after(List<Entry> entries) {
      int lines =
          Math.toIntExact(entries.stream().filter(Entry.Journaled.class::isInstance).count());
      if (lines < entries.size()) {
        count(durable);
      }
      if (lines > 0) {
        tell(durable, lines);
      }
    }
  }

  private void count(Store durable) {
    openItems =
        new OpenItems(
            durable.owed().size(),
            durable.unfinished().size(),
            durable.suspense().size(),
            amounts(durable, durable.suspense().stream()),
            amounts(
                durable,
                durable.cleared(Integer.MAX_VALUE).stream()
                    .filter(done -> done.clearing().finding() instanceof Finding.ByHand)
                    .map(ClearedCase::suspense)));
  }

  private static Money amounts(Store durable, Stream<SuspenseCase> cases) {
    return cases
        .flatMap(each -> durable.transaction(each.transactionId()).stream())
        .map(TransactionRecord::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private void tell(Store durable, int newest) {
    for (JournalLine line : durable.journal(newest)) {
      if (line.number() > lastLine) {
        lastLine = line.number();
        reader.accept(line);
      }
    }
  }
}
