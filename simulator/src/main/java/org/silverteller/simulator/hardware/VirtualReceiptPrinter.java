package org.silverteller.simulator.hardware;

import java.util.List;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;

/** The receipt printer's port. */
final class VirtualReceiptPrinter extends VirtualDevice implements ReceiptPrinter {

  VirtualReceiptPrinter(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.RECEIPT_PRINTER, "printer", Fault.PRINTER_OFFLINE);
  }

  @Override
  public Capabilities capabilities() {
    return machine.spec().printer();
  }

  @Override
  public Paper paper() {
    supply.demand();
    synchronized (machine) {
      return isOffline() ? Paper.UNKNOWN : machine.paper.paper();
    }
  }

  @Override
  public void print(List<String> lines) throws DeviceFault {
    Paper before = paper();
    order(
        "print",
        lines.size() + " lines",
        () -> step(Effect.SLIP_PRINTED, () -> machine.paper.print(lines)));
    if (paper() != before) {
      machine.post(new TerminalEvent.DeviceChanged(DeviceName.RECEIPT_PRINTER));
    }
  }

  @Override
  DeviceStatus onlineStatus() {
    return machine.paper.status();
  }

  @Override
  void rest() throws DeviceFault {
    machine.paper.reset();
  }
}
