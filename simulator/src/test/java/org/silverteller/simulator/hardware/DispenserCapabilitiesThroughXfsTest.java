package org.silverteller.simulator.hardware;

import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.simulator.scenario.Wiring;

/** The same through the XFS bridge, C functions and native memory. */
class DispenserCapabilitiesThroughXfsTest extends DispenserCapabilitiesTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }

  /** A dispenser of the standard is given no reference: each dispense is a bundle of its own. */
  @Override
  @Test
  void without_a_stacker_the_same_bundle_can_go_on() throws DeviceFault {
    Bench bench =
        new Bench(MachineSpec.STANDARD.withDispenser(MachineSpec.SPRAY_DISPENSER), wiring());
    bench.dispenser().stack(Bench.hundreds(2), 11);
    bench.dispenser().stack(Bench.tens(3), 11);
    org.assertj.core.api.Assertions.assertThat(bench.dispenser().presentStatus().bundle().notes())
        .isEqualTo(Bench.tens(3));
  }
}
