package org.silverteller.driver.xfs;

import java.time.Duration;
import org.silverteller.event.Stopwatch;
import org.silverteller.simulator.xfs.PumpedThreads;

/** Time that passes only when somebody waits, or a test lets it. */
final class FakeTime implements Stopwatch, PumpedThreads.Idle {

  private Duration elapsed = Duration.ZERO;

  @Override
  public Duration elapsed() {
    return elapsed;
  }

  @Override
  public boolean pass(Duration most) {
    elapsed = elapsed.plus(most);
    return false;
  }
}
