package org.silverteller.simulator.hardware;

import org.silverteller.simulator.scenario.Wiring;

/** The same by exchange and test cash of a CDM service. */
class TendingThroughXfsTest extends TendingTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }
}
