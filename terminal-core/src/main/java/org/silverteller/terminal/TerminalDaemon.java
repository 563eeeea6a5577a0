package org.silverteller.terminal;

import ch.qos.logback.classic.LoggerContext;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.daemon.Daemon;
import org.apache.commons.daemon.DaemonContext;
import org.apache.commons.daemon.DaemonController;
import org.silverteller.card.MaskedLogs;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.event.QueueInbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Wire;
import org.silverteller.host.iso8583.tcp.TcpWire;
import org.silverteller.page.Page.Closed.Reason;
import org.silverteller.page.Painter;
import org.silverteller.session.Dialogue;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.Store;
import org.silverteller.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that a branch machine runs and the bench too (Apache Commons Daemon: init, start,
 * stop, destroy). Its one argument is the folder with terminal.yaml. The only class of the core
 * that starts a thread: the terminal's own.
 */
public final class TerminalDaemon implements Daemon {

  private static final Logger LOG = LoggerFactory.getLogger(TerminalDaemon.class);

  /** Longer than the longest conversation: the customer being served is served to the end. */
  private static final Duration LONGEST_STOP = Duration.ofMinutes(5);

  private static final int BAD_CONFIGURATION = 2;

  private static volatile Optional<TerminalDaemon> running = Optional.empty();

  private final UnaryOperator<Store> record;
  private final QueueInbox inbox = new QueueInbox();
  private final Deque<Closeable> opened = new ArrayDeque<>();
  private Optional<DaemonController> controller = Optional.empty();
  private Optional<Thread> thread = Optional.empty();
  private Installation installation;

  public TerminalDaemon() {
    this(UnaryOperator.identity());
  }

  /**
   * @param record what stands before the durable record, for a bench that listens to what becomes
   *     durable
   */
  public TerminalDaemon(UnaryOperator<Store> record) {
    this.record = record;
  }

  @Override
  public void init(DaemonContext context) {
    controller = Optional.ofNullable(context.getController());
    init(context.getArguments());
  }

  /**
   * Reads the configuration.
   *
   * @param arguments the folder with terminal.yaml
   * @throws ConfigError naming file, line, key, what was found, what was expected
   * @throws IllegalStateException when a log would be written without masking card numbers
   */
  public void init(String... arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          arguments.length + " arguments: expected one, the folder with terminal.yaml");
    }
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      MaskedLogs.require(logs);
    }
    installation = Installation.read(Path.of(arguments[0]));
  }

  /**
   * Opens hardware, store, line and control socket, and begins to serve. A damaged store does not
   * end the service: the machine then says that it is closed, and tells an operator why.
   *
   * @throws DeviceFault when a device that every machine has cannot be opened
   * @throws IOException when the control socket cannot be opened
   */
  @Override
  public void start() throws DeviceFault, IOException {
    Hardware hardware = installation.hardware(inbox::post);
    opened.push(hardware::close);
    Painter painter = installation.painter(hardware.screen().geometry());
    Runnable run = service(hardware, painter);
    Thread terminal = new Thread(() -> serve(run), "terminal");
    terminal.setUncaughtExceptionHandler((self, error) -> ended(error));
    terminal.start();
    thread = Optional.of(terminal);
    opened.push(installation.door(inbox::post));
  }

  /** An operator's stop ends the process too, where a service wrapper runs it. */
  private void serve(Runnable run) {
    run.run();
    controller.ifPresent(DaemonController::shutdown);
  }

  private Runnable service(Hardware hardware, Painter painter) {
    Clock clock = Clock.systemUTC();
    ZoneId zone = ZoneId.systemDefault();
    try {
      Store store = record.apply(SqliteStore.open(installation.terminal().places().store()));
      opened.push(store::close);
      Wire wire =
          TcpWire.open(
              installation.host(),
              () -> inbox.post(new TerminalEvent.HostChanged()),
              clock.millis());
      opened.push(wire::close);
      Terminal terminal = installation.terminal(hardware, store, wire, inbox, clock, zone, painter);
      return terminal::run;
    } catch (StoreFailure damaged) {
      LOG.error("out of service: the durable record", damaged);
      Dialogue dialogue =
          new Dialogue(
              inbox, hardware, painter, event -> {}, installation.terminal().languages().offered());
      OutOfService closed =
          new OutOfService(
              installation.terminal().terminalId(),
              installation.terminal().operators(),
              inbox,
              hardware,
              clock.instant().toString());
      return () -> closed.stay(dialogue, Reason.STORE_DAMAGED, damaged.getMessage());
    }
  }

  /**
   * The terminal's thread has died of an error that no program survives; whoever watches over the
   * service must start it anew.
   */
  private void ended(Throwable error) {
    LOG.error("the terminal has ended", error);
    controller.ifPresent(watcher -> watcher.fail("the terminal has ended: " + error));
  }

  /** Whether the terminal still runs; false before the start, after the stop, and when it died. */
  public boolean alive() {
    return thread.filter(Thread::isAlive).isPresent();
  }

  /** Serves the customer to the end, then stops. */
  @Override
  public void stop() throws InterruptedException {
    inbox.post(new TerminalEvent.StopRequested());
    if (thread.isPresent()) {
      thread.get().join(LONGEST_STOP.toMillis());
    }
  }

  /** Lets go of everything that was opened, last first. */
  @Override
  public void destroy() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException failure) {
        LOG.warn("closing", failure);
      }
    }
  }

  /**
   * For a foreground run and for procrun: serves until {@link #stop(String[])} or the end of the
   * process.
   */
  public static void main(String[] arguments) throws Exception {
    TerminalDaemon daemon = new TerminalDaemon();
    try {
      daemon.init(arguments);
      daemon.start();
    } catch (ConfigError | IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(BAD_CONFIGURATION);
    }
    running = Optional.of(daemon);
    daemon.thread.orElseThrow().join();
    daemon.destroy();
  }

  /** For procrun. */
  public static void stop(String[] arguments) throws InterruptedException {
    if (running.isPresent()) {
      running.get().stop();
    }
  }
}
