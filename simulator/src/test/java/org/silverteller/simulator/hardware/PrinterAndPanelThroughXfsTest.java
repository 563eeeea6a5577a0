package org.silverteller.simulator.hardware;

import org.silverteller.simulator.scenario.Wiring;

/** The same through the XFS bridge, C functions and native memory. */
class PrinterAndPanelThroughXfsTest extends PrinterAndPanelTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }
}
