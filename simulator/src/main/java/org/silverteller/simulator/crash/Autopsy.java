package org.silverteller.simulator.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.scenario.Auditor;
import org.silverteller.simulator.scenario.World;
import org.silverteller.store.JournalLine;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.StoreFailure;

/**
 * Boots a terminal on what a crash has left: the store as the disk has it, machine and bank as they
 * truly are. When it has recovered and owes nothing, everything is audited.
 *
 * @param violations in words; empty when all holds
 * @param recovered transactions that were open at the boot
 * @param owed advices that were owed at the boot
 * @param suspense cases that are open afterwards
 */
record Autopsy(List<String> violations, int recovered, int owed, int suspense) {

  private static final Duration DARK = Duration.ofMinutes(1);
  private static final int LINES_READ = 2_000;

  /**
   * @param store the folder of the store; it is changed
   * @param truth all lines of it
   * @param seed decides what people do while the machine is dark
   */
  static Autopsy of(Path store, List<String> truth, long seed) {
    Truth found = Truth.after(truth);
    List<String> violations = new ArrayList<>(found.violations());
    try (SqliteStore durable = SqliteStore.open(store)) {
      violations.addAll(found.acknowledged().violations(durable));
      int open = durable.unfinished().size();
      int owed = durable.owed().size();
      settle(found, durable, seed);
      durable.verify();
      violations.addAll(
          new Auditor(found.machine(), found.bank(), durable, text(durable)).violations());
      return new Autopsy(violations, open, owed, durable.suspense().size());
    } catch (StoreFailure failure) {
      violations.add("the store does not open: " + failure.getMessage());
      return new Autopsy(violations, 0, 0, 0);
    }
  }

  private static void settle(Truth found, SqliteStore store, long seed) {
    found.machine().cutPower();
    helpThemselves(found.machine().customer(), new Random(seed));
    found.machine().restorePower();
    Instant start = found.now().plus(DARK);
    Nobody nobody = new Nobody(found.machine().customer(), store, start);
    World world = new World(start, nobody);
    found.liveBy(world);
    LoopbackWire line = Boot.line(found.bank(), world);
    nobody.over(line, () -> world.post(new TerminalEvent.StopRequested()));
    Boot.terminal(found.machine().open(world::post), store, line, world).run();
  }

  private static void helpThemselves(Customer customer, Random random) {
    if (customer.cardWaits() && random.nextBoolean()) {
      customer.takeCard();
    }
    if (random.nextBoolean()) {
      customer.takeNotes(random.nextBoolean() ? Integer.MAX_VALUE : 1);
    }
  }

  private static String text(SqliteStore store) {
    return store.journal(LINES_READ).stream()
        .map(JournalLine::text)
        .collect(Collectors.joining("\n"));
  }
}
