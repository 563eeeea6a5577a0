package org.silverteller.simulator.hardware;

import org.silverteller.simulator.scenario.Wiring;

/** The same through the XFS bridge, C functions and native memory. */
class PowerThroughXfsTest extends PowerTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }

  /** A dispenser of the standard is given no reference: its counts tell, once a note has moved. */
  @Override
  long told(long reference, int moved) {
    return moved == 0 ? 0 : reference;
  }
}
