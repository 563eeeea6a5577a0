package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.silverteller.event.Stopwatch;
import org.silverteller.simulator.hardware.VirtualHardware;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A manager with the dispenser of a virtual machine behind it. */
public final class DispenserStation {

  private static final Charset GBK = Charset.forName("GBK");

  private final VirtualMachine machine;
  private final Station cdm;
  private final VirtualXfsManager manager;
  private final PumpedThreads threads;
  private final CdmExchange exchange = new CdmExchange();
  private Duration now = Duration.ZERO;

  /**
   * @param version of the service
   */
  public DispenserStation(VirtualMachine machine, LayoutTable version) {
    this.machine = machine;
    cdm = new Station("CDM", GBK, version.version());
    manager = new VirtualXfsManager(List.of(cdm));
    Stopwatch stopwatch = () -> now;
    threads =
        new PumpedThreads(
            manager,
            stopwatch,
            most -> {
              now = now.plus(most);
              return false;
            },
            () -> {});
  }

  public VirtualXfsManager manager() {
    return manager;
  }

  public PumpedThreads threads() {
    return threads;
  }

  /** The provider drives the machine's port from now on, also after a power cut. */
  public void powerUp() {
    manager.powerLost();
    VirtualHardware ports =
        machine.open(
            event -> {
              manager.happened(event);
              threads.drain();
            });
    cdm.drives(new CdmProvider(manager, cdm, machine, ports.dispenser(), exchange));
  }
}
