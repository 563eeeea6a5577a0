package org.silverteller.simulator.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.silverteller.event.DeviceName;
import org.silverteller.simulator.hardware.AcceptorFault;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.ExtraFault;
import org.silverteller.simulator.hardware.VirtualMachine;

/** What can go wrong with acceptor and passbook unit, where they are fitted. */
final class DepositFaults {

  private final Map<String, FaultRow> rows = new LinkedHashMap<>();
  private final VirtualMachine machine;

  DepositFaults(VirtualMachine machine) {
    this.machine = machine;
    once(
        "jam-accept",
        "Jam while counting in",
        "The fourth note sticks",
        AcceptorFault.JAM_IN_ACCEPT,
        3);
    once(
        "jam-store",
        "Jam while storing",
        "The third note sticks on its way from the escrow",
        AcceptorFault.JAM_IN_STORE,
        2);
    once(
        "jam-rollback",
        "Jam while handing back",
        "Two notes come back, the rest stick",
        AcceptorFault.JAM_IN_ROLLBACK,
        2);
    once(
        "jam-collect",
        "Jam while collecting",
        "Forgotten notes stick on their way in",
        AcceptorFault.JAM_IN_RETRACT,
        1);
    lasting(
        "input-shutter", "Input shutter stuck", "It does not open", AcceptorFault.SHUTTER_STUCK);
    lasting("units-full", "Units full", "Whatever their counts say", AcceptorFault.UNITS_FULL);
    once(
        "cash-in-lost",
        "Forgets its cash-in",
        "With the power, what was last put in",
        AcceptorFault.MEMORY_LOST,
        0);
    lasting(
        "acceptor-offline",
        "Acceptor off the line",
        "It answers no command",
        AcceptorFault.OFFLINE);
    once(
        "book-unreadable",
        "Book stripe unreadable",
        "The next book cannot be read",
        BookFault.STRIPE_UNREADABLE,
        0);
    once(
        "book-print-jam",
        "Jam while printing",
        "The second row is torn off",
        BookFault.PRINT_JAM,
        1);
    once(
        "page-turn",
        "Page does not turn",
        "It stays open where it was",
        BookFault.PAGE_TURN_FAILS,
        0);
    lasting("book-jam", "Book sticks", "It can neither be ejected nor kept", BookFault.BOOK_JAM);
    lasting("book-bin-full", "Book bin full", "No book can be kept", BookFault.RETAIN_BIN_FULL);
    lasting(
        "book-offline", "Passbook unit off the line", "It answers no command", BookFault.OFFLINE);
  }

  Map<String, FaultRow> rows() {
    return rows;
  }

  private void once(String id, String name, String remark, ExtraFault fault, int after) {
    put(id, name, remark, new ExtraTrouble(machine, fault, false, after));
  }

  private void lasting(String id, String name, String remark, ExtraFault fault) {
    put(id, name, remark, new ExtraTrouble(machine, fault, true, 0));
  }

  private void put(String id, String name, String remark, ExtraTrouble trouble) {
    DeviceName device = trouble.fault().device();
    if (machine.spec().fitted(device)) {
      String group = device == DeviceName.CASH_ACCEPTOR ? "Acceptor" : "Passbook unit";
      rows.put(id, new FaultRow(group, name, remark, trouble));
    }
  }
}
