package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A virtual manager with a single logical service, for tests of one bridge. */
public final class OneStation {

  /** The logical name of the service. */
  public static final String NAME = "STATION";

  private final Station station;
  private final VirtualXfsManager manager;
  private final Optional<VirtualMachine> machine;

  private OneStation(int version, Optional<VirtualMachine> machine) {
    station = new Station(NAME, Charset.forName("GBK"), version);
    manager = new VirtualXfsManager(List.of(station));
    this.machine = machine;
  }

  /** A receipt printer of a virtual machine of its own. */
  public static OneStation receiptPrinter(MachineSpec spec, LayoutTable newest) {
    OneStation one =
        new OneStation(newest.version(), Optional.of(new VirtualMachine(spec)));
    one.connect();
    return one;
  }

  /** Opens the machine, as its drivers do at boot. */
  public void connect() {
    station.drives(
        new ReceiptProvider(
            manager, station, machine().open(manager::happened).receiptPrinter()));
  }

  public VirtualXfsManager manager() {
    return manager;
  }

  public VirtualMachine machine() {
    return machine.orElseThrow();
  }
}
