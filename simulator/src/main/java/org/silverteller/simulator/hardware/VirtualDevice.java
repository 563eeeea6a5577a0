package org.silverteller.simulator.hardware;

import org.silverteller.device.Counted;
import org.silverteller.device.Device;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;

/**
 * What the ports of a virtual machine have in common: power, offline faults, the hook around
 * effects, and the witness.
 */
abstract class VirtualDevice implements Device {

  /** A question or step that may fault. */
  @FunctionalInterface
  interface Body<T> {
    T run() throws DeviceFault;
  }

  /** A command without a result. */
  @FunctionalInterface
  interface Order {
    void run() throws DeviceFault;
  }

  final VirtualMachine machine;
  final Supply supply;
  private final DeviceName name;
  private final String word;
  private final Fault[] offline;

  /**
   * @param offline the fault that takes this device off the line, if there is one
   */
  VirtualDevice(
      VirtualMachine machine, Supply supply, DeviceName name, String word, Fault... offline) {
    this.machine = machine;
    this.supply = supply;
    this.name = name;
    this.word = word;
    this.offline = offline;
  }

  @Override
  public DeviceStatus status() {
    supply.demand();
    synchronized (machine) {
      return isOffline() ? DeviceStatus.OFFLINE : onlineStatus();
    }
  }

  /** The state of the mechanism, the line being good. Called with the monitor held. */
  DeviceStatus onlineStatus() {
    return DeviceStatus.ONLINE;
  }

  @Override
  public void reset() throws DeviceFault {
    order("reset", "", () -> step(Effect.DEVICE_RESET, this::rest));
  }

  /** Brings the mechanism to rest. Called with the monitor held. */
  void rest() throws DeviceFault {}

  /** Whether the device is off the line until somebody clears it. Called with the monitor held. */
  boolean isOffline() {
    for (Fault fault : offline) {
      if (machine.faults.lasts(fault)) {
        return true;
      }
    }
    return false;
  }

  final <T> T command(String verb, Object argument, Body<T> body) throws DeviceFault {
    try {
      demandOnline();
      T result = body.run();
      if (machine.watched()) {
        machine.tell(line(verb, argument) + " → " + told(argument, result));
      }
      return result;
    } catch (DeviceFault fault) {
      if (machine.watched()) {
        machine.tell(line(verb, argument) + " → " + fault.kind());
      }
      throw fault;
    }
  }

  final void order(String verb, Object argument, Order body) throws DeviceFault {
    try {
      demandOnline();
      body.run();
      if (machine.watched()) {
        machine.tell(line(verb, argument));
      }
    } catch (DeviceFault fault) {
      if (machine.watched()) {
        machine.tell(line(verb, argument) + " → " + fault.kind());
      }
      throw fault;
    }
  }

  /** A question that changes nothing and is not witnessed. */
  final <T> T ask(Body<T> question) throws DeviceFault {
    demandOnline();
    synchronized (machine) {
      supply.demand();
      return question.run();
    }
  }

  /** One physical effect, with the hook around it. */
  final <T> T effect(Effect effect, Body<T> change) throws DeviceFault {
    machine.before(supply, effect);
    T result;
    synchronized (machine) {
      supply.demand();
      result = change.run();
    }
    machine.after(supply, effect);
    return result;
  }

  /** As {@link #effect}, without a result. */
  final void step(Effect effect, Order change) throws DeviceFault {
    machine.before(supply, effect);
    synchronized (machine) {
      supply.demand();
      change.run();
    }
    machine.after(supply, effect);
  }

  final DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(name, kind, detail);
  }

  private void demandOnline() throws DeviceFault {
    supply.demand();
    synchronized (machine) {
      if (offlineStrikes()) {
        throw fault(Kind.OFFLINE, "no answer on the line");
      }
    }
  }

  /** Whether this command meets a device off the line. Called with the monitor held. */
  boolean offlineStrikes() {
    for (Fault fault : offline) {
      if (machine.faults.strike(fault).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private String line(String verb, Object argument) {
    String what = argument.toString();
    return word + " " + verb + (what.isEmpty() ? "" : " " + what);
  }

  private static String told(Object asked, Object result) {
    if (!(result instanceof Counted counted)) {
      return result.toString();
    }
    String notes =
        counted.notes().equals(asked)
            ? "ok"
            : counted.notes().isEmpty() ? "nothing" : counted.notes().toString();
    return counted.rejected() == 0 ? notes : notes + ", rejected " + counted.rejected();
  }
}
