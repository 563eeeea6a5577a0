package org.silverteller.host.iso8583.tcp;

import java.time.Duration;
import java.util.SplittableRandom;
import org.silverteller.host.iso8583.HostConfig.Timing;

/**
 * Pauses between attempts to connect: each twice as long as the last, up to the longest, and
 * shortened by a random part of up to half, so that a thousand machines do not come back in the
 * same second.
 */
final class Backoff {

  private final Timing timing;
  private final SplittableRandom random;
  private long nextMs;

  Backoff(Timing timing, long seed) {
    this.timing = timing;
    this.random = new SplittableRandom(seed);
    reset();
  }

  void reset() {
    nextMs = timing.retrySeconds() * 1_000L;
  }

  Duration next() {
    long full = nextMs;
    nextMs = Math.min(2 * full, timing.longestRetrySeconds() * 1_000L);
    return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
  }
}
