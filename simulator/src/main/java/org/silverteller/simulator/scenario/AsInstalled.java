package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.silverteller.device.Screen;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.tcp.TcpWire;
import org.silverteller.page.Painter;
import org.silverteller.simulator.Folders;
import org.silverteller.simulator.bank.BankServer;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Ports;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.Store;
import org.silverteller.terminal.Terminal;
import org.silverteller.ui.JavaPainterFactory;

/**
 * The bank behind a TCP port of the loopback interface, the store in SQLite in a folder of its own,
 * painted pages. People and the terminal's clock are virtual; the line is not, so the reply to a
 * request is waited for in real seconds.
 */
final class AsInstalled implements Scenery {

  private static final long SEED = 1;
  private static final int REPLY_SECONDS = 2;
  private static final Duration LINE_PATIENCE = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final World world;
  private final Ports ports;
  private final VirtualBank bank;
  private final Cast cast;
  private final HostConfig host;
  private final Path folder;
  private final boolean temporary;
  private final Painter painter;
  private final BankServer server;
  private boolean away;
  private Optional<SqliteStore> store = Optional.empty();
  private Optional<TcpWire> wire = Optional.empty();
  private Instant lineBack = Instant.MIN;

  AsInstalled(
      Path folder,
      boolean temporary,
      Props props,
      World world,
      Ports ports,
      FaultSource faults,
      Chronicle chronicle,
      Cuts cuts)
      throws IOException {
    this.world = world;
    this.ports = ports;
    Traffic traffic = new Traffic(0);
    traffic.listen(chronicle::host);
    this.bank = new VirtualBank(props.bank(), world, SEED, faults, traffic);
    this.server = BankServer.open(bank, 0, BankServer.Framing.DEFAULT, BankServer.Security.NONE);
    this.host = withShortPatience(HostConfig.simulation(server.port()));
    this.folder = folder;
    this.temporary = temporary;
    Screen.Geometry screen = props.machine().screen();
    this.painter =
        new JavaPainterFactory()
            .painter(
                screen.widthPx(),
                screen.heightPx(),
                screen.diagonalInch(),
                Cast.TERMINAL.phrases());
    this.cast =
        new Cast(
            world,
            world.wallClock(),
            BenchSettings.cards(),
            host,
            chronicle::watched,
            durable -> new WitnessedStore(durable, new Watch(chronicle, cuts)));
    if (props.serials()) {
      cast.keepingSerials(folder);
    }
  }

  private static HostConfig withShortPatience(HostConfig host) {
    HostConfig.Timing usual = host.timing();
    HostConfig.Timing timing =
        new HostConfig.Timing(
            usual.connectSeconds(),
            REPLY_SECONDS,
            usual.echoSeconds(),
            usual.retrySeconds(),
            usual.longestRetrySeconds(),
            usual.cutOverSeconds());
    return new HostConfig(
        host.line(), host.framing(), timing, host.security(), host.codes(), host.rules());
  }

  @Override
  public Terminal boot() {
    wire.ifPresent(TcpWire::close);
    store.ifPresent(SqliteStore::close);
    SqliteStore durable = SqliteStore.open(folder);
    store = Optional.of(durable);
    TcpWire line = TcpWire.open(host, () -> world.post(new TerminalEvent.HostChanged()), SEED);
    wire = Optional.of(line);
    settleLine();
    return cast.terminal(ports.open(world::post), durable, line, painter);
  }

  @Override
  public Store store() {
    return store.orElseThrow();
  }

  @Override
  public VirtualBank bank() {
    return bank;
  }

  @Override
  public void dropLine(Duration outage) {
    reach(server::goAway);
    away = true;
    lineBack = world.instant().plus(outage);
    waitFor(() -> !up());
  }

  /** Something done to the bank's port. */
  private interface PortAction {
    void run() throws IOException;
  }

  private void reach(PortAction action) {
    try {
      action.run();
    } catch (IOException failure) {
      throw new UncheckedIOException("the bank's port " + host.line().port(), failure);
    }
  }

  @Override
  public void settleLine() {
    if (!away) {
      waitFor(this::up);
    }
  }

  private boolean up() {
    return wire.orElseThrow().up();
  }

  /** The line's own thread works meanwhile. */
  private static void waitFor(java.util.function.BooleanSupplier settled) {
    long end = System.nanoTime() + LINE_PATIENCE.toNanos();
    while (!settled.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  @Override
  public Optional<Instant> nextLineChange() {
    return away ? Optional.of(lineBack) : Optional.empty();
  }

  @Override
  public void announceLine() {
    reach(server::comeBack);
    away = false;
    settleLine();
  }

  @Override
  public void close() {
    wire.ifPresent(TcpWire::close);
    store.ifPresent(SqliteStore::close);
    reach(server::close);
    if (temporary) {
      reach(() -> Folders.delete(folder));
    }
  }
}
