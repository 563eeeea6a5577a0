package org.silverteller.simulator.hardware;

import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;

/** What blocks a transport of notes, or does not. Guarded by the machine's monitor. */
final class Jam {

  private final DeviceName device;
  private boolean jammed;
  private boolean lasts;

  Jam(DeviceName device) {
    this.device = device;
  }

  boolean blocks() {
    return jammed;
  }

  /** Blocked until somebody opens the machine. */
  boolean blocksForGood() {
    return jammed && lasts;
  }

  /**
   * Something sticks from now on.
   *
   * @return the fault that tells it
   */
  DeviceFault at(String where, boolean lasting) {
    jammed = true;
    lasts = lasting;
    return new DeviceFault(device, Kind.JAMMED, where);
  }

  void cleared() {
    jammed = false;
  }

  void demandNone() throws DeviceFault {
    if (jammed) {
      throw new DeviceFault(device, Kind.JAMMED, "the transport is blocked");
    }
  }

  /** A jam that does not last gives way when the transport is told to clear itself. */
  void demandClearable() throws DeviceFault {
    if (blocksForGood()) {
      throw new DeviceFault(
          device, Kind.JAMMED, "the transport is blocked until an operator has cleared it");
    }
  }
}
