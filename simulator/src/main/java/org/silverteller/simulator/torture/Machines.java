package org.silverteller.simulator.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser.Capabilities;
import org.silverteller.event.DeviceName;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.UnitSpec;

/** The machines that worlds have: most are complete, the others lack what some machines lack. */
final class Machines {

  /** Percent of the machines that take deposits. */
  private static final int DEPOSITS = 40;

  /** Percent of those that pay out again what was deposited. */
  private static final int RECYCLERS = 50;

  private Machines() {}

  static MachineSpec drawn(SplittableRandom dice) {
    MachineSpec spec = MachineSpec.STANDARD.withSlips(50 + dice.nextInt(450));
    if (dice.nextInt(100) < DEPOSITS) {
      CashAcceptor.Capabilities can = spec.acceptor().can();
      int escrow = dice.nextBoolean() ? can.maxNotes() : 5 + dice.nextInt(20);
      spec =
          spec.withExtras(Set.of(DeviceName.SPEAKER, DeviceName.LIGHTS, DeviceName.CASH_ACCEPTOR))
              .withAcceptor(
                  spec.acceptor()
                      .withCapabilities(
                          new CashAcceptor.Capabilities(
                              true, can.recycles(), true, can.shutter(), escrow)));
      spec = dice.nextInt(100) < RECYCLERS ? spec.recycling(shared(dice)) : spec;
    }
    Capabilities full = spec.dispenser();
    int draw = dice.nextInt(100);
    if (draw >= 90) {
      spec = spec.withDispenser(MachineSpec.SPRAY_DISPENSER);
    } else if (draw >= 85) {
      spec = spec.withDispenser(new Capabilities(false, true, true, true, full.maxNotes()));
    } else if (draw >= 75) {
      spec =
          spec.withDispenser(
              new Capabilities(true, full.shutter(), false, full.takenSensor(), full.maxNotes()));
    } else if (draw >= 70) {
      spec =
          spec.withDispenser(
              new Capabilities(true, full.shutter(), full.retract(), false, full.maxNotes()));
    }
    return dice.nextInt(100) < 10
        ? spec.withReader(new CardReader.Capabilities(false, false, true, false, 0))
        : spec;
  }

  /** Hundreds, and sometimes fifties: nearly empty or not, with much room or little. */
  private static List<UnitSpec> shared(SplittableRandom dice) {
    List<UnitSpec> units = new ArrayList<>();
    for (int yuan : dice.nextInt(100) < 40 ? new int[] {100, 50} : new int[] {100}) {
      int count = dice.nextInt(100);
      int room = dice.nextBoolean() ? 1 + dice.nextInt(60) : 2_000;
      units.add(UnitSpec.recycling("RECYC" + (units.size() + 1), yuan, count, 5, count + room));
    }
    return units;
  }
}
