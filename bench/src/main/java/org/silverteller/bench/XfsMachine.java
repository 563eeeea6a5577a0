package org.silverteller.bench;

import org.silverteller.device.CashDispenser;
import org.silverteller.device.Hardware;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.xfs.VirtualXfs;

/** A standard machine behind a virtual XFS manager. */
final class XfsMachine implements AutoCloseable {

  private final VirtualXfs xfs;
  private final Hardware hardware;

  private XfsMachine(VirtualXfs xfs) {
    this.xfs = xfs;
    this.hardware = xfs.open(event -> {});
  }

  /**
   * @param threaded whether the manager works on threads of its own
   */
  static XfsMachine open(boolean threaded) {
    VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
    return new XfsMachine(
        threaded ? VirtualXfs.onItsOwnThreads(machine) : VirtualXfs.inRealTime(machine));
  }

  CashDispenser dispenser() {
    return hardware.dispenser();
  }

  /** Results of the manager that the bridge has not freed. */
  int unfreed() {
    return xfs.manager().unfreed();
  }

  /**
   * @throws IllegalStateException when a result was not freed
   */
  @Override
  public void close() {
    hardware.close();
    if (unfreed() > 0) {
      throw new IllegalStateException(unfreed() + " results of the XFS manager are not freed");
    }
  }
}
