package org.silverteller.simulator.torture;

import org.silverteller.simulator.scenario.Wiring;

/**
 * Which worlds have the XFS bridge and a native manager between terminal and machine. They are
 * slower than those at the ports.
 */
public enum ThroughXfs {
  NONE(0),
  /** One world in four hundred. */
  SOME(400),
  ALL(1);

  private final int every;

  ThroughXfs(int every) {
    this.every = every;
  }

  Wiring of(int world) {
    return every > 0 && world % every == every - 1 ? Wiring.XFS : Wiring.DIRECT;
  }
}
