package org.silverteller.driver.xfs;

import java.time.Duration;
import org.silverteller.event.Stopwatch;

/**
 * When a lost service may be opened again: at once, then after 1, 2, 4 … 60 seconds, and by one
 * thread at a time. May be used from any thread.
 */
final class Reopening {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Stopwatch stopwatch;
  private boolean needed;
  private boolean underWay;
  private Duration next = Duration.ZERO;
  private Duration pause = FIRST;

  Reopening(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  synchronized void lost() {
    Duration now = stopwatch.elapsed();
    if (!needed) {
      needed = true;
      next = next.compareTo(now) < 0 ? now : next;
    }
  }

  synchronized boolean needed() {
    return needed;
  }

  /**
   * Begins an attempt, to be ended by {@link #ended}.
   *
   * @return false when it is not time yet, or another thread is at it
   */
  synchronized boolean attempt() {
    if (!needed || underWay || stopwatch.elapsed().compareTo(next) < 0) {
      return false;
    }
    underWay = true;
    return true;
  }

  /**
   * Ends an attempt. The pause counts from here, since an attempt may take long itself; what is
   * lost again at once is not opened in a tight loop either.
   */
  synchronized void ended(boolean open) {
    underWay = false;
    needed = !open;
    if (open) {
      pause = FIRST;
      next = stopwatch.elapsed().plus(FIRST);
      return;
    }
    next = stopwatch.elapsed().plus(pause);
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
