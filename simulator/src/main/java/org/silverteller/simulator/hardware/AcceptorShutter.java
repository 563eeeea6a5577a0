package org.silverteller.simulator.hardware;

import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;

/**
 * The shutter before an acceptor's input and exit, where it has one; without, both are always in
 * reach. Guarded by the machine's monitor.
 */
final class AcceptorShutter {

  private final boolean fitted;
  private final ExtraFaults faults;
  private boolean open;

  AcceptorShutter(boolean fitted, ExtraFaults faults) {
    this.fitted = fitted;
    this.faults = faults;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether a hand can reach input and exit. */
  boolean inReach() {
    return open || !fitted;
  }

  void open() throws DeviceFault {
    if (!inReach()) {
      if (faults.strike(AcceptorFault.SHUTTER_STUCK).isPresent()) {
        throw new DeviceFault(DeviceName.CASH_ACCEPTOR, Kind.SHUTTER, "does not open");
      }
      open = true;
    }
  }

  /** Behind a bunch, it opens again by itself. */
  void reopen() {
    open = fitted;
  }

  void close() {
    open = false;
  }
}
