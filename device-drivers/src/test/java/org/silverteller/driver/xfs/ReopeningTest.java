package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReopeningTest {

  private Duration now = Duration.ofHours(5);
  private final Reopening reopening = new Reopening(() -> now);

  private void wait(int seconds) {
    now = now.plusSeconds(seconds);
  }

  @Test
  void what_is_not_lost_is_not_opened() {
    assertThat(reopening.needed()).isFalse();
    assertThat(reopening.attempt()).isFalse();
  }

  @Test
  void a_lost_service_is_opened_at_once_and_then_more_and_more_seldom() {
    reopening.lost();
    List<Integer> pauses = new ArrayList<>();
    int pause = 0;
    for (int second = 0; second <= 300 && pauses.size() < 9; second++) {
      if (reopening.attempt()) {
        reopening.ended(false);
        pauses.add(pause);
        pause = 0;
      }
      wait(1);
      pause++;
    }

    assertThat(pauses).containsExactly(0, 1, 2, 4, 8, 16, 32, 60, 60);
  }

  @Test
  void one_thread_at_a_time_opens() {
    reopening.lost();

    assertThat(reopening.attempt()).isTrue();
    wait(600);
    assertThat(reopening.attempt()).isFalse();
    reopening.ended(false);
    assertThat(reopening.attempt()).isFalse();
    wait(1);
    assertThat(reopening.attempt()).isTrue();
  }

  @Test
  void a_service_that_is_back_begins_with_short_pauses_again() {
    reopening.lost();
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(reopening.attempt()).isTrue();
      reopening.ended(false);
      wait(60);
    }
    assertThat(reopening.attempt()).isTrue();
    reopening.ended(true);
    assertThat(reopening.needed()).isFalse();

    reopening.lost();
    assertThat(reopening.attempt()).isFalse();
    wait(1);
    assertThat(reopening.attempt()).isTrue();
    reopening.ended(false);
    wait(1);
    assertThat(reopening.attempt()).isTrue();
  }
}
