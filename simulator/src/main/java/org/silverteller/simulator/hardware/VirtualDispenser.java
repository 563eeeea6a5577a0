package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.NoteReader;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

/** The dispenser's port. */
final class VirtualDispenser extends VirtualDevice implements CashDispenser {

  VirtualDispenser(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.CASH_DISPENSER, "dispenser", Fault.DISPENSER_OFFLINE);
  }

  @Override
  public Capabilities capabilities() {
    return machine.spec().dispenser();
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    return ask(() -> machine.cash.counters().units());
  }

  @Override
  public Counted stack(NoteMix mix, long reference) throws DeviceFault {
    return command("stack", mix, () -> pickAll(mix, reference));
  }

  private Counted pickAll(NoteMix mix, long reference) throws DeviceFault {
    step(Effect.BUNDLE_BEGUN, () -> machine.cash.picking().begin(mix, reference));
    try {
      for (NoteMix.Part part : mix.parts()) {
        int unit = machine.cash.counters().index(part.unit());
        Body<Boolean> pick = () -> machine.cash.picking().pick(unit);
        for (int note = 0; note < part.notes() && effect(Effect.NOTE_PICKED, pick); note++) {}
      }
    } catch (DeviceFault fault) {
      endDelivery();
      throw fault;
    }
    endDelivery();
    return ask(machine.cash.picking()::counted);
  }

  private void endDelivery() {
    boolean taken;
    synchronized (machine) {
      supply.demand();
      taken = machine.cash.endDelivery();
    }
    if (taken) {
      machine.post(new TerminalEvent.NotesTaken());
    }
  }

  @Override
  public Counted present() throws DeviceFault {
    return command("present", "", () -> effect(Effect.BUNDLE_PRESENTED, machine.cash::present));
  }

  @Override
  public Counted retract() throws DeviceFault {
    return command("retract", "", () -> effect(Effect.BUNDLE_RETRACTED, machine.cash::retract));
  }

  @Override
  public Counted rejectAll() throws DeviceFault {
    return command("reject", "", () -> effect(Effect.TRANSPORT_REJECTED, machine.cash::rejectAll));
  }

  @Override
  public void setCounts(Map<UnitId, Integer> counts) throws DeviceFault {
    order(
        "counts",
        machine.cash.counters().told(counts),
        () -> step(Effect.COUNTS_SET, () -> machine.cash.setCounts(counts)));
    machine.post(new TerminalEvent.DeviceChanged(DeviceName.CASH_DISPENSER));
  }

  @Override
  public Counted testUnits() throws DeviceFault {
    return command("test", "", this::pickFromEach);
  }

  private Counted pickFromEach() throws DeviceFault {
    ask(machine.cash::beginTest);
    for (int cassette : machine.cash.counters().cassettes()) {
      effect(Effect.NOTE_PICKED, () -> machine.cash.picking().test(cassette));
    }
    return ask(machine.cash.picking()::counted);
  }

  @Override
  public PresentStatus presentStatus() throws DeviceFault {
    return ask(machine.cash::presentStatus);
  }

  @Override
  public Optional<NoteReader> noteReader() {
    return Optional.of(
        (reference, move) -> ask(() -> machine.cash.read(machine.prints, reference, move)));
  }

  @Override
  public Position transport() {
    supply.demand();
    synchronized (machine) {
      if (isOffline()) {
        return Position.UNKNOWN;
      }
      return machine.cash.inTransport() == 0 ? Position.EMPTY : Position.NOT_EMPTY;
    }
  }

  @Override
  public Position exit() {
    supply.demand();
    synchronized (machine) {
      return isOffline() ? Position.UNKNOWN : machine.cash.exit();
    }
  }

  @Override
  DeviceStatus onlineStatus() {
    return machine.cash.status();
  }

  @Override
  void rest() throws DeviceFault {
    machine.cash.reset();
  }
}
