package org.silverteller.simulator.hardware;

import java.util.Set;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.simulator.scenario.Wiring;

/** The same through the XFS bridge, C functions and native memory. */
class PinPadThroughXfsTest extends PinPadTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }

  /** XFS 3.30 has no CMAC: neither of AES nor of SM4. */
  @Override
  Set<MacAlgorithm> offeredMacs() {
    return Set.of(MacAlgorithm.X9_19, MacAlgorithm.X9_9, MacAlgorithm.UNIONPAY_ECB);
  }
}
