package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitState;

/** What an acceptor says of itself, as evidence: its memory of the last cash-in, its counts. */
final class AcceptorWords {

  private AcceptorWords() {}

  /** All of it, a line each. What it does not tell is said too. */
  static List<String> of(CashAcceptor acceptor) {
    List<String> lines = new ArrayList<>();
    try {
      lines.add(memory(acceptor.escrowStatus()));
    } catch (DeviceFault fault) {
      lines.add("no escrow status: " + fault.getMessage());
    }
    lines.add("acceptor " + acceptor.status());
    lines.add(units(acceptor));
    return lines;
  }

  static String memory(CashAcceptor.Escrow escrow) {
    return "escrow " + escrow + " reference " + escrow.reference();
  }

  /** What was drawn into the retract unit: {@code 100x3, 1 unknown}. */
  static String drawn(Counted drawn) {
    return DispenserWords.told(drawn.notes())
        + (drawn.rejected() == 0 ? "" : ", " + drawn.rejected() + " unknown");
  }

  private static String units(CashAcceptor acceptor) {
    try {
      StringBuilder words = new StringBuilder("acceptor units");
      for (CashUnit unit : acceptor.cashUnits()) {
        words.append(' ').append(unit.id()).append(' ').append(unit.count());
        if (unit.state() != UnitState.OK) {
          words.append(" (").append(unit.state()).append(')');
        }
      }
      return words.toString();
    } catch (DeviceFault fault) {
      return "no unit counts of the acceptor: " + fault.getMessage();
    }
  }
}
