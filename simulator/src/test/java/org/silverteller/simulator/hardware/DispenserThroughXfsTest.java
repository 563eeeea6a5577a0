package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.simulator.scenario.Wiring;

/**
 * The same through the XFS bridge, C functions and native memory; and what the standard does not
 * let a dispenser tell.
 */
class DispenserThroughXfsTest extends DispenserTest {

  @Override
  Wiring wiring() {
    return Wiring.XFS;
  }

  /** What left the exit and is in no bin may lie in the transport: nobody has taken it for sure. */
  @Test
  void a_bundle_drawn_in_but_not_into_the_bin_is_not_told_as_taken() throws DeviceFault {
    Bench bench = new Bench(MachineSpec.STANDARD, wiring());
    bench.dispenser().stack(Bench.hundreds(3), 1);
    bench.dispenser().present();
    bench.arm(Sabotage.once(Fault.SHORT_RETRACT).notes(3));
    bench.dispenser().retract();
    assertThat(bench.dispenser().presentStatus().state()).isEqualTo(PresentStatus.State.UNKNOWN);
    bench.dispenser().rejectAll();
    assertThat(bench.dispenser().presentStatus().state()).isEqualTo(PresentStatus.State.UNKNOWN);
  }

  /** WFSCDMPRESENTSTATUS knows no state for taken: without a sensor only a retract tells. */
  @Override
  @Test
  void a_dead_sensor_notices_nothing() throws DeviceFault {
    Bench bench = new Bench(MachineSpec.STANDARD, wiring());
    bench.arm(Sabotage.lasting(Fault.TAKEN_SENSOR_DEAD));
    bench.dispenser().stack(Bench.hundreds(1), 3);
    bench.dispenser().present();
    bench.customer().takeNotes();
    assertThat(bench.events).isEmpty();
    assertThatThrownBy(bench.dispenser()::retract).isInstanceOf(DeviceFault.class);
    assertThat(bench.dispenser().presentStatus().state()).isEqualTo(PresentStatus.State.PRESENTED);
  }

  /** A dispenser is given no reference: until a note has moved, its memory is of the one before. */
  @Override
  @Test
  void a_new_bundle_is_known_by_its_reference_before_a_note_has_moved() throws DeviceFault {
    Bench bench = new Bench(MachineSpec.STANDARD, wiring());
    bench.dispenser().stack(Bench.hundreds(1), 1);
    bench.dispenser().present();
    bench.customer().takeNotes();
    bench.arm(Sabotage.once(Fault.UNIT_EMPTY).notes(0));
    assertThatThrownBy(() -> bench.dispenser().stack(Bench.hundreds(3), 2))
        .isInstanceOf(DeviceFault.class);
    assertThat(bench.dispenser().presentStatus().reference()).isEqualTo(1);
  }
}
