package org.silverteller.simulator.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.simulator.torture.Campaign.Failure;
import org.silverteller.simulator.torture.Campaign.Result;

/** The chamber proves itself: it notices what programmers get wrong. */
class PlantedBugsTest {

  private static final long SEED = 20260618;
  private static final int MOST_SESSIONS = 20_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int THREADS = 2;

  private static final List<String> SUMMARY = new ArrayList<>();

  @BeforeAll
  static void begin() {
    SUMMARY.clear();
  }

  @AfterAll
  static void keep_the_summary() throws IOException {
    Files.write(Path.of("target", "planted-bugs.txt"), SUMMARY);
  }

  @ParameterizedTest
  @EnumSource
  void the_chamber_notices(PlantedBug bug) throws InterruptedException {
    Result result;
    try (Planting planted = bug.planted()) {
      result = campaign();
    }
    assertThat(result.failure()).as(bug.mistake()).isPresent();
    Failure failure = result.failure().get();
    int sessions = failure.plan().number() * Campaign.VISITS + failure.visit();
    String summary =
        String.format(
            Locale.ROOT, "%-30s %6d sessions  %s", bug, sessions, failure.violation().getMessage());
    SUMMARY.add(summary);
    System.out.println(summary);
    assertThat(failure.violation().invariant())
        .as("%s: %s", bug.mistake(), failure.violation().getMessage())
        .isIn(bug.invariants());
    assertThat(sessions).isLessThanOrEqualTo(MOST_SESSIONS);
  }

  @Test
  void the_same_worlds_are_sound_without_a_bug() throws InterruptedException {
    Result result = campaign();
    assertThat(result.failure()).isEmpty();
    assertThat(result.totals().worlds()).isEqualTo(MOST_SESSIONS / Campaign.VISITS);
  }

  private static Result campaign() throws InterruptedException {
    return new Campaign(new Campaign.Order(SEED, MOST_SESSIONS, LONGEST, THREADS, Own.NOTHING))
        .run();
  }
}
