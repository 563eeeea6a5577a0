package org.silverteller.simulator.hardware;

import org.silverteller.simulator.scenario.Wiring;

/** The same through the XFS bridge, where CDM and CIM are two services of one device. */
class RecyclerThroughXfsTest extends RecyclerTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }
}
