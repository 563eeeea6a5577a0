package org.silverteller.simulator.hardware;

import org.silverteller.simulator.PowerCut;

/**
 * The power of one run of the machine, from switching on to the cut. Ports opened in it are dead
 * for ever when it is gone.
 */
final class Supply {

  private volatile boolean on = true;

  boolean on() {
    return on;
  }

  void cut() {
    on = false;
  }

  /**
   * @throws PowerCut when the power of this run is gone
   */
  void demand() {
    if (!on) {
      throw new PowerCut("there is no power");
    }
  }
}
