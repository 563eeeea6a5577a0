package org.silverteller.simulator.hardware;

import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;

/** The dispenser's belts and shutter, and what blocks them. Guarded by the machine's monitor. */
final class Belts {

  private final boolean hasShutter;
  private final Faults faults;
  private boolean shutterOpen;
  private final Jam jam = new Jam(DeviceName.CASH_DISPENSER);

  Belts(boolean hasShutter, Faults faults) {
    this.hasShutter = hasShutter;
    this.faults = faults;
  }

  /** Whether a hand can reach into the exit. */
  boolean exitOpen() {
    return shutterOpen || !hasShutter;
  }

  boolean shutterOpen() {
    return shutterOpen;
  }

  /** Blocked until somebody opens the machine. */
  boolean blockedForGood() {
    return jam.blocksForGood();
  }

  void openShutter() throws DeviceFault {
    if (!exitOpen()) {
      if (faults.strike(Fault.SHUTTER_STUCK).isPresent()) {
        throw fault(Kind.SHUTTER, "does not open");
      }
      shutterOpen = true;
    }
  }

  void closeShutter() {
    if (shutterOpen && faults.strike(Fault.SHUTTER_STUCK).isEmpty()) {
      shutterOpen = false;
    }
  }

  void demandShutterMoves() throws DeviceFault {
    if (shutterOpen && faults.lasts(Fault.SHUTTER_STUCK)) {
      throw fault(Kind.SHUTTER, "does not move");
    }
  }

  DeviceFault jam(Sabotage sabotage, String where) {
    return jam.at(where, sabotage.lasting());
  }

  void demandUnjammed() throws DeviceFault {
    jam.demandNone();
  }

  /** A jam that does not last gives way when the belts are told to clear themselves. */
  void demandClearable() throws DeviceFault {
    jam.demandClearable();
  }

  void cleared() {
    jam.cleared();
  }

  static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CASH_DISPENSER, kind, detail);
  }
}
