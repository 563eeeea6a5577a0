package org.silverteller.simulator;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.silverteller.simulator.bank.BankRules;
import org.silverteller.simulator.bank.BankServer;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.console.ConsoleServer;
import org.silverteller.simulator.console.LiveBench;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.Machines;
import org.silverteller.simulator.hardware.Tempo;
import org.silverteller.simulator.hardware.VirtualMachine;

/** Terminal, virtual bank and console page, alive in this process until closed. */
final class LiveDemo implements AutoCloseable {

  private static final String MACHINE = "bench";
  private static final ZoneId ZONE = ZoneId.systemDefault();

  /** Shorter than a bank would have it, for a person waits. */
  private static final int REPLY_SECONDS = 12;

  private static final Duration LATE = Duration.ofSeconds(REPLY_SECONDS + 3);
  private static final Duration LATENCY = Duration.ofMillis(600);

  private final RunFolder folder;
  private final BankServer bank;
  private final EmbeddedComputer computer;
  private final LiveBench bench;
  private final ConsoleServer console;
  private final CountDownLatch closed = new CountDownLatch(1);

  private LiveDemo(
      RunFolder folder,
      BankServer bank,
      EmbeddedComputer computer,
      LiveBench bench,
      ConsoleServer console) {
    this.folder = folder;
    this.bank = bank;
    this.computer = computer;
    this.bench = bench;
    this.console = console;
  }

  /**
   * @param port of the console page; 0 for any free one
   * @throws IOException when a port is taken or the folder cannot be written
   */
  static LiveDemo start(int port, RunFolder folder) throws IOException {
    var machine = new VirtualMachine(MachineSpec.STANDARD);
    machine.tempo(Tempo.LIFELIKE);
    Machines.register(MACHINE, machine);
    var faults = new Saboteur();
    var traffic = new Traffic(0);
    var books =
        new VirtualBank(
            BankSpec.usual().with(BankRules.USUAL.withLatency(LATENCY)),
            InstantSource.system(),
            System.nanoTime(),
            faults,
            traffic);
    BankServer server =
        BankServer.open(books, 0, BankServer.Framing.DEFAULT, BankServer.Security.NONE);
    folder.furnish(MACHINE, machine.spec(), server.port(), REPLY_SECONDS);
    var computer = new EmbeddedComputer(folder.terminalYaml(), ZONE);
    var bench =
        new LiveBench(
            new LiveBench.Parts(
                machine,
                books,
                server,
                faults,
                traffic,
                computer,
                RunFolder.TERMINAL_ID,
                ZONE,
                LATE));
    ConsoleServer console = ConsoleServer.start(bench, port);
    bench.start();
    return new LiveDemo(folder, server, computer, bench, console);
  }

  URI address() {
    return console.address();
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
    folder.discard();
    closed.countDown();
  }
}
