package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.silverteller.event.Stopwatch;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.VirtualHardware;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A manager with the cash acceptor and the passbook unit of a virtual machine behind it. */
public final class DepositStations {

  private static final Charset GBK = Charset.forName("GBK");

  private final VirtualMachine machine;
  private final boolean shutterByApplication;
  private final Station cim;
  private final Station passbook;
  private final VirtualXfsManager manager;
  private final PumpedThreads threads;
  private Duration now = Duration.ZERO;

  /**
   * @param version word of the services
   */
  public DepositStations(VirtualMachine machine, int version, boolean shutterByApplication) {
    this.machine = machine;
    this.shutterByApplication = shutterByApplication;
    cim = new Station("CIM", GBK, version);
    passbook = new Station("PASSBOOK", GBK, version);
    manager = new VirtualXfsManager(List.of(cim, passbook));
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

  /** The providers drive the machine's ports from now on. */
  public void open(Consumer<TerminalEvent> beside) {
    manager.powerLost();
    VirtualHardware ports =
        machine.open(
            event -> {
              beside.accept(event);
              manager.happened(event);
              threads.drain();
            });
    cim.drives(
        new CimProvider(
            manager, cim, machine, ports.cashAcceptor().orElseThrow(), shutterByApplication));
    passbook.drives(new PassbookProvider(manager, passbook, ports.passbookUnit().orElseThrow()));
  }
}
