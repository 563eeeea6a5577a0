package org.silverteller.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.silverteller.simulator.Folders;
import org.silverteller.simulator.bank.BankServer;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long the terminal takes from the start of its process until it serves, and how much memory it
 * then holds: to be held are 1.2 s and 90 MiB. Measured is the package that a branch machine gets,
 * with Java's options as its scripts choose them, without the simulator on the class path. The bank
 * is the simulator's, in this process, over TCP on the loopback interface.
 *
 * <p>A first start, which makes the store, is not counted.
 */
@Command(
    name = "atm bench start",
    description = "Measures the terminal's start and its memory.",
    sortOptions = false)
public final class StartBench implements Callable<Integer> {

  private static final double LONGEST_START_SECONDS = 1.2;
  private static final double MOST_MEMORY_MIB = 90;
  private static final double KIB_A_MIB = 1024;

  private static final List<VirtualCard> CUSTOMERS =
      List.of(Wallet.OWN, Wallet.SENIOR, Wallet.VISA);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often it is started (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--without-archive",
      description = "Start as before archive-classes has been run on the machine.")
  private boolean withoutArchive;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Measure nothing; write the classes that the terminal loads.")
  private Optional<Path> record = Optional.empty();

  @Option(names = "--package", required = true, description = "What a branch machine gets.")
  private Path machinePackage;

  @Option(names = "--driver", required = true, description = "The jar with the driver 'bench'.")
  private Path driver;

  @Option(names = "--folder", required = true, description = "Where it is installed and deleted.")
  private Path folder;

  @Option(names = "--help", usageHelp = true, description = "Show this text.")
  private boolean help;

  /**
   * One start.
   *
   * @param untilInService from the start of the process until the welcome page shows
   * @param processor time that the process has used until then, on all processors
   * @param atRest memory in service, before any customer
   * @param served memory after the customers
   */
  private record Round(Duration untilInService, Duration processor, Memory atRest, Memory served) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new StartBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    InstalledMachine machine = InstalledMachine.unpack(machinePackage, driver, folder);
    if (record.isPresent()) {
      record(machine, record.get());
    } else {
      measure(machine);
    }
    Folders.delete(folder);
    return 0;
  }

  private void measure(InstalledMachine machine) throws IOException {
    if (!withoutArchive) {
      machine.archiveClasses();
    }
    List<String> command = machine.command();
    round(machine, command);
    List<Round> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      measured.add(round(machine, command));
    }
    tell(measured);
  }

  /** The classes that the terminal loads, in the words of Java, without those of the driver. */
  private static void record(InstalledMachine machine, Path list) throws IOException {
    Path recorded = machine.home().resolve("run/classes.list");
    List<String> command = new ArrayList<>(machine.command());
    command.add(1, "-XX:DumpLoadedClassList=" + recorded);
    round(machine, command);
    List<String> lines =
        Files.readAllLines(recorded).stream()
            .filter(line -> !line.startsWith("#"))
            .filter(line -> !line.contains("org/silverteller/bench/") && !line.contains("0x"))
            .toList();
    Files.write(list, lines);
    System.out.printf("%d lines in %s%n", lines.size(), list);
  }

  /** One start; each has a bank of its own, for a bank limits what a card may withdraw in a day. */
  private static Round round(InstalledMachine machine, List<String> command) throws IOException {
    VirtualBank bank =
        new VirtualBank(BankSpec.usual(), Clock.systemUTC(), 1, FaultSource.NONE, new Traffic(0));
    try (BankServer server =
        BankServer.open(bank, 0, BankServer.Framing.DEFAULT, BankServer.Security.NONE)) {
      machine.reachBankAt(server.port());
      return roundWithBank(machine, command);
    }
  }

  private static Round roundWithBank(InstalledMachine machine, List<String> command)
      throws IOException {
    long start = System.nanoTime();
    try (RunningTerminal terminal = RunningTerminal.start(machine, command)) {
      terminal.awaitWelcome();
      Duration untilInService = Duration.ofNanos(System.nanoTime() - start);
      Duration processor = terminal.processorTime();
      Memory atRest = terminal.memory();
      requireInService(terminal);
      for (VirtualCard card : CUSTOMERS) {
        terminal.serve(card);
      }
      requireInService(terminal);
      return new Round(untilInService, processor, atRest, terminal.memory());
    }
  }

  private static void requireInService(RunningTerminal terminal) throws IOException {
    String status = terminal.ask("status");
    if (!status.contains("\"in service\"") || !status.contains("\"owed\":0")) {
      throw new IOException("expected the terminal in service and nothing owed: " + status);
    }
  }

  private void tell(List<Round> measured) {
    System.out.printf(
        Locale.ROOT,
        "%d starts %s an archive of classes, Java %s, %d processors, load %.1f%n%n",
        measured.size(),
        withoutArchive ? "without" : "with",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.printf("%-40s %9s %9s %9s   %s%n", "", "least", "median", "most", "to be held");
    line(
        "s until in service",
        measured,
        round -> seconds(round.untilInService()),
        LONGEST_START_SECONDS);
    line("s of processor time until then", measured, round -> seconds(round.processor()), 0);
    line(
        "MiB resident in service",
        measured,
        round -> mib(round.atRest().residentKib()),
        MOST_MEMORY_MIB);
    line("MiB of its own and its share then", measured, round -> mib(round.atRest().shareKib()), 0);
    String customers = "after " + CUSTOMERS.size() + " customers";
    line(
        "MiB resident " + customers,
        measured,
        round -> mib(round.served().residentKib()),
        MOST_MEMORY_MIB);
    line("MiB of its own and its share then", measured, round -> mib(round.served().shareKib()), 0);
  }

  /**
   * @param most what the median is held to; 0: nothing
   */
  private static void line(
      String what, List<Round> measured, ToDoubleFunction<Round> figure, double most) {
    double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    String held =
        most == 0
            ? ""
            : (median <= most ? "at most %s: held" : "at most %s: MISSED").formatted(most);
    System.out.printf(
        Locale.ROOT,
        "%-40s %9.2f %9.2f %9.2f   %s%n",
        what,
        sorted[0],
        median,
        sorted[sorted.length - 1],
        held);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static double mib(long kib) {
    return kib / KIB_A_MIB;
  }
}
