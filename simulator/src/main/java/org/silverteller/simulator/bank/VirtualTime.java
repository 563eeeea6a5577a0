package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of a virtual world, which whoever waits must move. */
public interface VirtualTime extends InstantSource {

  /**
   * Moves the clock to that instant. What else is due until then happens on the way: customers act,
   * lines break, the power fails (then this throws).
   *
   * @param when not before now; now changes nothing
   */
  void advanceTo(Instant when);
}
