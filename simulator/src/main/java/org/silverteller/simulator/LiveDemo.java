package org.silverteller.simulator;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.silverteller.simulator.bank.BankRules;
import org.silverteller.simulator.bank.BankServer;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.BenchState.Condition;
import org.silverteller.simulator.console.BenchState.Hardware;
import org.silverteller.simulator.console.ConsoleServer;
import org.silverteller.simulator.console.LiveBench;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.Machines;
import org.silverteller.simulator.hardware.Tempo;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.scenario.Wiring;

/** Terminal, virtual bank and console page, alive in this process until closed. */
final class LiveDemo implements AutoCloseable {

  private static final String MACHINE = "bench";
  private static final ZoneId ZONE = ZoneId.systemDefault();

  /**
   * How lifelike it is.
   *
   * @param tempo of the machine's mechanics
   * @param latency of the bank
   * @param replySeconds how long the terminal waits for the bank
   */
  record Pace(Tempo tempo, Duration latency, int replySeconds) {

    /**
     * As at a machine; but the bank is waited for less long than a bank would have it, for a person
     * waits.
     */
    static final Pace LIFELIKE = new Pace(Tempo.LIFELIKE, Duration.ofMillis(600), 12);

    Duration late() {
      return Duration.ofSeconds(replySeconds + 3L);
    }
  }

  private final BankServer bank;
  private final DaemonComputer computer;
  private final LiveBench bench;
  private final ConsoleServer console;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LiveDemo(
      BankServer bank, DaemonComputer computer, LiveBench bench, ConsoleServer console) {
    this.bank = bank;
    this.computer = computer;
    this.bench = bench;
    this.console = console;
  }

  /**
   * @param port of the console page; 0 for any free one
   * @throws IOException when a port is taken or the folder cannot be written
   */
  static LiveDemo start(int port, RunFolder folder, Pace pace, Wiring wiring) throws IOException {
    var machine = new VirtualMachine(MachineSpec.WITH_DEPOSITS);
    machine.tempo(pace.tempo());
    Machines.register(MACHINE, wiring.connect(machine));
    var faults = new Saboteur();
    var traffic = new Traffic(0);
    var books =
        new VirtualBank(
            BankSpec.usual()
                .with(BankRules.USUAL.withLatency(pace.latency()))
                .withBooks(DemoBooks.opened(LocalDate.now(ZONE))),
            InstantSource.system(),
            System.nanoTime(),
            faults,
            traffic);
    BankServer server =
        BankServer.open(books, 0, BankServer.Framing.DEFAULT, BankServer.Security.NONE);
    folder.furnish(MACHINE, machine.spec(), server.port(), pace.replySeconds());
    var computer = new DaemonComputer(folder.folder());
    var bench =
        new LiveBench(
            new LiveBench.Parts(
                machine,
                wiring == Wiring.XFS ? Hardware.XFS : Hardware.PORTS,
                books,
                server,
                faults,
                traffic,
                computer,
                RunFolder.TERMINAL_ID,
                ZONE,
                pace.late()));
    try {
      ConsoleServer console = ConsoleServer.start(bench, port);
      bench.start();
      return new LiveDemo(server, computer, bench, console);
    } catch (IOException taken) {
      bench.close();
      server.close();
      throw taken;
    }
  }

  URI address() {
    return console.address();
  }

  /** Returns when a customer can be served, or after a minute. */
  void awaitService() throws InterruptedException {
    for (int look = 0;
        look < 600 && bench.state().terminal().condition() != Condition.IN_SERVICE;
        look++) {
      Thread.sleep(100);
    }
  }

  /** Returns when {@link #close()} was called from elsewhere. */
  void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() throws IOException {
    console.close();
    bench.close();
    computer.stop();
    bank.close();
    closed.countDown();
  }
}
