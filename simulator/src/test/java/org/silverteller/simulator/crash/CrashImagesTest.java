package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Dcrash.instants=N} tries more instants of each recorded life or fewer, {@code
 * -Dcrash.seed=N} repeats a run.
 */
class CrashImagesTest {

  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  @TempDir static Path lives;

  private static Path images;
  private static Recording first;

  @BeforeAll
  static void record() throws Exception {
    Optional<String> impossible = Trace.impossible();
    assumeTrue(impossible.isEmpty(), () -> impossible.orElse(""));
    images =
        Files.isWritable(MEMORY)
            ? Files.createTempDirectory(MEMORY, "images-")
            : Files.createDirectory(lives.resolve("images"));
    first = Recording.of(Files.createDirectory(lives.resolve("first")), SEED, 12, 0);
  }

  @AfterAll
  static void remove() throws IOException {
    if (images != null && Files.exists(images)) {
      Folders.delete(images);
    }
  }

  @Test
  void no_crash_at_any_instant_loses_money_or_what_was_acknowledged() throws Exception {
    int instants = Integer.getInteger("crash.instants", 500);
    List<Recording> recorded = new ArrayList<>(List.of(first, checkpointed()));
    recorded.add(afterAKill());

    Images.Report report = new Images(images, SEED).of(recorded, instants);

    System.out.println(report.line(SEED));
    assertThat(report.violations()).as("seed %s", SEED).isEmpty();
    assertThat(report.images()).isGreaterThan(3 * instants);
    assertThat(report.recovered()).as("transactions found open").isPositive();
  }

  /** The log of the store is written home while customers are served. */
  private static Recording checkpointed() throws Exception {
    Recording aged = Recording.of(Files.createDirectory(lives.resolve("aged")), SEED + 1, 8, 950);
    assertThat(aged.calls())
        .as("writes home before the last")
        .anyMatch(call -> call.toString().contains("store.db,"));
    return aged;
  }

  /** A terminal that boots on what a kill has left, recovers and serves. */
  private static Recording afterAKill() throws Exception {
    Path folder = Files.createDirectory(lives.resolve("killed"));
    ChildProcess child =
        ChildProcess.start(
            List.of(), folder.resolve("errors.log"), folder.toString(), "" + SEED, "1000");
    while (!child.says().equals(Optional.of(Life.SERVING))) {
      assertThat(child.alive()).isTrue();
    }
    Thread.sleep(new Random(SEED).nextInt(300));
    child.kill();
    return Recording.of(folder, SEED + 2, 6, 0);
  }

  @Test
  void a_store_that_never_forces_its_disk_is_caught() throws Exception {
    Images.Report report =
        new Images(images, SEED).of(List.of(first.withoutForcing(path -> true)), 40);

    assertThat(report.violations()).anyMatch(text -> text.contains("acknowledged"));
  }

  @Test
  void a_store_that_does_not_force_its_log_is_caught() throws Exception {
    Recording lax = first.withoutForcing(path -> path.endsWith("store.db-wal"));

    Images.Report report = new Images(images, SEED).of(List.of(lax), 40);

    assertThat(report.violations()).anyMatch(text -> text.contains("acknowledged"));
  }
}
