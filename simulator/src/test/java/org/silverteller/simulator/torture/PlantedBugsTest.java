package org.silverteller.simulator.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The chamber proves itself: it notices what programmers get wrong. */
class PlantedBugsTest {

  private static final long SEED = 20260618;
  private static final int MOST_SESSIONS = 20_000;
  private static final int VISITS = 200;

  private static final Population POPULATION = new Population();

  /** What was noticed, and after how many customers. */
  private record Hunt(int sessions, Optional<Violated> found) {

    static Hunt through(long seed) {
      int sessions = 0;
      for (int world = 0; sessions < MOST_SESSIONS; world++) {
        Life life =
            new Life(LifePlan.of(seed, world, VISITS, Own.NOTHING), POPULATION, new Tale(false));
        try {
          sessions += life.live().sessions();
        } catch (Violated violated) {
          return new Hunt(sessions + life.visit(), Optional.of(violated));
        }
      }
      return new Hunt(sessions, Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_chamber_notices(PlantedBug bug) {
    try (Planting planted = bug.planted()) {
      Hunt hunt = Hunt.through(SEED);
      System.out.println(bug + ": " + hunt);
      assertThat(hunt.found()).as(bug.mistake()).isPresent();
      assertThat(hunt.found().get().invariant())
          .as(hunt.found().get().getMessage())
          .isIn(bug.invariants());
      assertThat(hunt.sessions()).isLessThanOrEqualTo(MOST_SESSIONS);
    }
  }

  @Test
  void the_same_worlds_are_sound_without_a_bug() {
    assertThat(Hunt.through(SEED).found()).isEmpty();
  }
}
