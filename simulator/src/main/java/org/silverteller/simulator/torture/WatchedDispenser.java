package org.silverteller.simulator.torture;

import java.util.List;
import java.util.Map;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/** The dispenser's port with an auditor at it. */
final class WatchedDispenser implements CashDispenser {

  private final CashDispenser dispenser;
  private final Auditor auditor;

  WatchedDispenser(CashDispenser dispenser, Auditor auditor) {
    this.dispenser = dispenser;
    this.auditor = auditor;
  }

  /** A command that moves notes. */
  private interface Command {
    Counted run() throws DeviceFault;
  }

  private Counted watched(Command command) throws DeviceFault {
    try {
      return command.run();
    } finally {
      auditor.reach();
    }
  }

  @Override
  public Counted stack(NoteMix mix, long reference) throws DeviceFault {
    auditor.stacks(mix, reference);
    return watched(() -> dispenser.stack(mix, reference));
  }

  @Override
  public Counted present() throws DeviceFault {
    auditor.presents();
    return watched(dispenser::present);
  }

  @Override
  public Counted retract() throws DeviceFault {
    auditor.retracts();
    return watched(dispenser::retract);
  }

  @Override
  public Counted rejectAll() throws DeviceFault {
    return watched(dispenser::rejectAll);
  }

  @Override
  public void setCounts(Map<UnitId, Integer> counts) throws DeviceFault {
    dispenser.setCounts(counts);
  }

  @Override
  public Counted testUnits() throws DeviceFault {
    return watched(dispenser::testUnits);
  }

  @Override
  public Capabilities capabilities() {
    return dispenser.capabilities();
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    return dispenser.cashUnits();
  }

  @Override
  public PresentStatus presentStatus() throws DeviceFault {
    return dispenser.presentStatus();
  }

  @Override
  public Position transport() {
    return dispenser.transport();
  }

  @Override
  public Position exit() {
    return dispenser.exit();
  }

  @Override
  public DeviceStatus status() {
    return dispenser.status();
  }

  @Override
  public void reset() throws DeviceFault {
    dispenser.reset();
  }
}
