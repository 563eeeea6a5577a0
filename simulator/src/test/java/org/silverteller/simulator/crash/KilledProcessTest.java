package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Dcrash.kills=N} kills more often or less, {@code -Dcrash.seed=N} repeats the people; at
 * which instruction a kill strikes no seed can repeat.
 */
class KilledProcessTest {

  @TempDir Path work;

  @Test
  void no_kill_loses_money_or_what_was_acknowledged() throws Exception {
    int kills = Integer.getInteger("crash.kills", 200);
    long seed = Long.getLong("crash.seed", System.nanoTime());

    Kills.Report report = Kills.run(work, seed, kills, line -> {});

    System.out.println(report.line(seed));
    assertThat(report.violations()).as("seed %s", seed).isEmpty();
    assertThat(report.kills()).isEqualTo(kills);
    assertThat(report.recovered()).as("transactions found open").isPositive();
  }
}
