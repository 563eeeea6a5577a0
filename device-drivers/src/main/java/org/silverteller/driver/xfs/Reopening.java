package org.silverteller.driver.xfs;

import java.time.Duration;
import org.silverteller.event.Stopwatch;

/**
 * When a lost service may be opened again: at once, then after 1, 2, 4 … 60 seconds. May be used
 * from any thread.
 */
final class Reopening {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Stopwatch stopwatch;
  private boolean needed;
  private Duration next = Duration.ZERO;
  private Duration pause = FIRST;

  Reopening(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  synchronized void lost() {
    if (!needed) {
      needed = true;
      next = stopwatch.elapsed();
    }
  }

  synchronized boolean needed() {
    return needed;
  }

  synchronized boolean due() {
    return stopwatch.elapsed().compareTo(next) >= 0;
  }

  synchronized void tried() {
    next = stopwatch.elapsed().plus(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  synchronized void succeeded() {
    needed = false;
    pause = FIRST;
  }
}
