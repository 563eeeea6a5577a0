package org.silverteller.host.iso8583.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.silverteller.host.iso8583.HostConfig.Timing;

class BackoffTest {

  @Test
  void doubles_up_to_the_longest_and_shortens_each_by_at_most_half() {
    Backoff backoff = new Backoff(Timing.DEFAULT, 7);
    long[] full = {1, 2, 4, 8, 16, 32, 60, 60};
    for (long seconds : full) {
      assertThat(backoff.next())
          .isBetween(Duration.ofMillis(seconds * 500), Duration.ofSeconds(seconds));
    }
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void machines_differ_and_one_seed_repeats() {
    assertThat(pauses(1)).isEqualTo(pauses(1)).isNotEqualTo(pauses(2));
  }

  private static java.util.List<Duration> pauses(long seed) {
    return Stream.generate(new Backoff(Timing.DEFAULT, seed)::next).limit(5).toList();
  }
}
