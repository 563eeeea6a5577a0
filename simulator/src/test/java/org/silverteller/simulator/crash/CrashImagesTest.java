package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.simulator.Folders;

/**
 * {@code -Dcrash.instants=N} tries more instants of each recorded life or fewer, {@code
 * -Dcrash.seed=N} repeats a run.
 */
class CrashImagesTest {

  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  @TempDir static Path lives;

  private static Path images;
  private static List<Recording> recorded;

  @BeforeAll
  static void record() throws Exception {
    Optional<String> impossible = Trace.impossible();
    assumeTrue(impossible.isEmpty(), () -> impossible.orElse(""));
    images = Images.place(lives);
    recorded = Recording.three(lives, SEED);
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

    Images.Report report = new Images(images, SEED).of(recorded, instants);

    System.out.println(report.line(SEED));
    assertThat(report.violations()).as("seed %s", SEED).isEmpty();
    assertThat(report.images()).isGreaterThan(3 * instants);
    assertThat(report.recovered()).as("transactions found open").isPositive();
  }

  @Test
  void the_second_life_writes_its_log_home_while_customers_are_served() {
    List<DiskCall> calls = recorded.get(1).calls();
    List<Integer> presents =
        IntStream.range(0, calls.size())
            .filter(at -> calls.get(at) instanceof DiskCall.Happened it && presents(it))
            .boxed()
            .toList();

    assertThat(calls.subList(presents.get(0), presents.get(presents.size() - 1)))
        .anyMatch(call -> call instanceof DiskCall.Written written && isDatabase(written));
  }

  @Test
  void a_store_that_never_forces_its_disk_is_caught() throws Exception {
    Images.Report report =
        new Images(images, SEED).of(List.of(recorded.get(0).withoutForcing(path -> true)), 40);

    assertThat(report.violations()).anyMatch(text -> text.contains("acknowledged"));
  }

  @Test
  void a_store_that_does_not_force_its_log_is_caught() throws Exception {
    Recording lax = recorded.get(0).withoutForcing(path -> path.endsWith("store.db-wal"));

    Images.Report report = new Images(images, SEED).of(List.of(lax), 40);

    assertThat(report.violations()).anyMatch(text -> text.contains("acknowledged"));
  }

  private static boolean presents(DiskCall.Happened happened) {
    return happened.text().contains(" CashDispenser present");
  }

  private static boolean isDatabase(DiskCall.Written written) {
    return written.file().endsWith(Path.of(Life.STORE, "store.db"));
  }
}
