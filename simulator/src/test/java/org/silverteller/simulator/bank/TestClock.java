package org.silverteller.simulator.bank;

import java.time.Duration;
import java.time.Instant;

/** Stands still until it is moved: 23 November 2026, ten in the morning in Shanghai. */
final class TestClock implements VirtualTime {

  private Instant now = Instant.parse("2026-11-23T02:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void advanceTo(Instant when) {
    now = when;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
