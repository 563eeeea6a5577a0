package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.ProbedDevice;
import org.silverteller.driver.xfs.BundleNotes;
import org.silverteller.driver.xfs.CashInNotes;
import org.silverteller.driver.xfs.LastNote;
import org.silverteller.driver.xfs.OwnThread;
import org.silverteller.driver.xfs.XfsHardware;
import org.silverteller.driver.xfs.XfsNotes;
import org.silverteller.driver.xfs.XfsThreads;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Stopwatch;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.bank.VirtualTime;
import org.silverteller.simulator.hardware.Ports;
import org.silverteller.simulator.hardware.UnitSpec;
import org.silverteller.simulator.hardware.VirtualHardware;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * A virtual machine whose vendor ships XFS: the terminal's real bridge, a manager reached through C
 * functions, and providers over the machine's ports. Screen and loudspeaker are beside it.
 */
public final class VirtualXfs implements Ports {

  private static final Charset GBK = Charset.forName("GBK");
  private static final int NEWEST = 0x1E03;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final VirtualMachine machine;
  private final Station cdm = station("CDM");
  private final Station idc = station("IDC");
  private final Station pin = station("PIN");
  private final Station ptr = station("PTR");
  private final Station siu = station("SIU");
  private final Station cim = station("CIM");
  private final Station passbook = station("PASSBOOK");
  private final VirtualXfsManager manager =
      new VirtualXfsManager(List.of(cdm, idc, pin, ptr, siu, cim, passbook));
  private final CdmExchange exchange = new CdmExchange();
  private final Stopwatch stopwatch;
  private final PumpedThreads.Idle idle;
  private final XfsNotes notes = new XfsNotes(new RememberedBundles(), new RememberedCashIns());
  private final boolean threaded;
  private volatile Optional<Run> current = Optional.empty();
  private volatile Optional<ManagerThreads> working = Optional.empty();

  private VirtualXfs(
      VirtualMachine machine, boolean threaded, Stopwatch stopwatch, PumpedThreads.Idle idle) {
    this.machine = machine;
    this.threaded = threaded;
    this.stopwatch = stopwatch;
    this.idle = idle;
  }

  private static Station station(String logicalName) {
    return new Station(logicalName, GBK, NEWEST);
  }

  /** Where nothing happens by itself while a provider is waited for: time then jumps. */
  public static VirtualXfs inVirtualTime(VirtualMachine machine, VirtualTime time) {
    var start = time.instant();
    return new VirtualXfs(
        machine,
        false,
        () -> Duration.between(start, time.instant()),
        most -> {
          time.advanceTo(time.instant().plus(most));
          return false;
        });
  }

  /** Where a provider is waited for in real time, as long as there is power. */
  public static VirtualXfs inRealTime(VirtualMachine machine) {
    return inRealTime(machine, false);
  }

  /**
   * Where the manager works on threads of its own, as in the field. A power cut ends those, and the
   * terminal hears of it from its next port beside XFS.
   */
  public static VirtualXfs onItsOwnThreads(VirtualMachine machine) {
    return inRealTime(machine, true);
  }

  private static VirtualXfs inRealTime(VirtualMachine machine, boolean threaded) {
    long start = System.nanoTime();
    return new VirtualXfs(
        machine,
        threaded,
        () -> Duration.ofNanos(System.nanoTime() - start),
        most -> {
          if (!machine.powered()) {
            throw new PowerCut("waiting for a service provider");
          }
          LockSupport.parkNanos(LOOK_AGAIN.toNanos());
          return true;
        });
  }

  /** The manager between them, to make it go wrong. */
  public VirtualXfsManager manager() {
    return manager;
  }

  @Override
  public Hardware open(Consumer<TerminalEvent> events) {
    Run run = boot(events);
    try {
      return new RunHardware(
          XfsHardware.open(
              manager, run.threads(), settings(), notes, Optional.of(run.hardware()), events),
          () -> machine.powered() && current.equals(Optional.of(run)));
    } catch (DeviceFault fault) {
      throw new IllegalStateException("the virtual XFS manager does not open", fault);
    }
  }

  /** What the services answer of themselves. */
  List<ProbedDevice> probe() throws DeviceFault {
    return XfsHardware.probe(manager, boot(event -> {}).threads(), settings());
  }

  private Run boot(Consumer<TerminalEvent> events) {
    var run = new Run(events);
    VirtualHardware ports = machine.open(run::happened);
    manager.powerLost();
    current = Optional.of(run);
    run.ports = Optional.of(ports);
    connect(ports);
    working.ifPresent(ManagerThreads::close);
    working = threaded ? Optional.of(ManagerThreads.start(manager)) : Optional.empty();
    return run;
  }

  private void connect(VirtualHardware ports) {
    cdm.drives(new CdmProvider(manager, cdm, machine, ports.dispenser(), exchange));
    idc.drives(new IdcProvider(manager, idc, ports.cardReader()));
    pin.drives(new PinProvider(manager, pin, ports));
    ptr.drives(new ReceiptProvider(manager, ptr, ports.receiptPrinter()));
    siu.drives(new SiuProvider(manager, siu, ports.lights()));
    ports
        .cashAcceptor()
        .ifPresent(port -> cim.drives(new CimProvider(manager, cim, machine, port, false)));
    ports
        .passbookUnit()
        .ifPresent(port -> passbook.drives(new PassbookProvider(manager, passbook, port)));
  }

  /** As terminal.yaml would have them. */
  private Map<String, String> settings() {
    int kept = machine.spec().units().stream().mapToInt(UnitSpec::minimum).max().orElse(0);
    Map<String, String> settings = new HashMap<>();
    settings.put("delivery", "callback");
    settings.put("notesKept", "" + kept);
    settings.put("columns", "" + machine.spec().printer().columns());
    settings.put("dispenser", cdm.logicalName());
    settings.put("cardReader", idc.logicalName());
    settings.put("pinPad", pin.logicalName());
    settings.put("receiptPrinter", ptr.logicalName());
    if (machine.spec().fitted(DeviceName.LIGHTS)) {
      settings.put("sensors", siu.logicalName());
    }
    if (machine.spec().fitted(DeviceName.CASH_ACCEPTOR)) {
      settings.put("cashAcceptor", cim.logicalName());
    }
    if (machine.spec().fitted(DeviceName.PASSBOOK_UNIT)) {
      settings.put("passbookUnit", passbook.logicalName());
    }
    return settings;
  }

  /** One run of a terminal, from boot to power cut. */
  private final class Run {
    private final Consumer<TerminalEvent> events;
    private final PumpedThreads threads =
        new PumpedThreads(manager, stopwatch, idle, this::demandPower);
    private volatile Optional<VirtualHardware> ports = Optional.empty();

    Run(Consumer<TerminalEvent> events) {
      this.events = events;
    }

    XfsThreads threads() {
      return threaded ? new OwnThread() : threads;
    }

    /** The ports of a run that is over throw, whatever is asked. */
    private void demandPower() {
      ports.ifPresent(live -> live.screen().status());
    }

    private VirtualHardware hardware() {
      return ports.orElseThrow();
    }

    private void happened(TerminalEvent event) {
      if (comesThroughXfs(event)) {
        manager.happened(event);
        threads.drain();
      } else {
        events.accept(event);
      }
    }
  }

  /** Screen and loudspeaker are beside. */
  private static boolean comesThroughXfs(TerminalEvent event) {
    if (event instanceof TerminalEvent.DeviceChanged change) {
      return change.device() != DeviceName.SCREEN && change.device() != DeviceName.SPEAKER;
    }
    return !(event instanceof TerminalEvent.Touched);
  }

  /** A note that outlasts a power cut, as on a disk. */
  private abstract static class Remembered<N> implements LastNote<N> {
    private volatile Optional<N> last = Optional.empty();

    @Override
    public void keep(N note) {
      last = Optional.of(note);
    }

    @Override
    public Optional<N> last() {
      return last;
    }
  }

  private static final class RememberedBundles extends Remembered<BundleNotes.Note>
      implements BundleNotes {}

  private static final class RememberedCashIns extends Remembered<CashInNotes.Note>
      implements CashInNotes {}
}
