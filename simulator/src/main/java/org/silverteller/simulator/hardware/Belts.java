package org.silverteller.simulator.hardware;

import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;

/** The dispenser's belts and shutter, and what blocks them. Guarded by the machine's monitor. */
final class Belts {

  private final boolean hasShutter;
  private final Faults faults;
  private boolean shutterOpen;
  private boolean jammed;
  private boolean jamLasts;

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
    return jammed && jamLasts;
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
    jammed = true;
    jamLasts = sabotage.lasting();
    return fault(Kind.JAMMED, where);
  }

  void demandUnjammed() throws DeviceFault {
    if (jammed) {
      throw fault(Kind.JAMMED, "the transport is blocked");
    }
  }

  /** A jam that does not last gives way when the belts are told to clear themselves. */
  void demandClearable() throws DeviceFault {
    if (blockedForGood()) {
      throw fault(Kind.JAMMED, "the transport is blocked until an operator has cleared it");
    }
  }

  void cleared() {
    jammed = false;
  }

  static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CASH_DISPENSER, kind, detail);
  }
}
