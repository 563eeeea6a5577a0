package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitState;

/** What a dispenser says of itself, as evidence: its memory, its sensors, its counts. */
final class DispenserWords {

  private DispenserWords() {}

  /** All of it, a line each. What it does not tell is said too. */
  static List<String> of(CashDispenser dispenser) {
    var lines = new ArrayList<String>();
    try {
      lines.add(memory(dispenser.presentStatus()));
    } catch (DeviceFault fault) {
      lines.add(noMemory(fault));
    }
    lines.add(sensors(dispenser));
    lines.add(units(dispenser));
    return lines;
  }

  static String memory(PresentStatus status) {
    return "present status "
        + status.state()
        + " reference "
        + status.reference()
        + " bundle "
        + told(status.bundle().notes())
        + (status.bundle().rejected() == 0 ? "" : " rejected " + status.bundle().rejected());
  }

  static String noMemory(DeviceFault fault) {
    return "no present status: " + fault.getMessage();
  }

  static String sensors(CashDispenser dispenser) {
    return "dispenser "
        + dispenser.status()
        + " transport "
        + dispenser.transport()
        + " exit "
        + dispenser.exit();
  }

  /** The device's own counts of cassettes and bins: {@code units CASS1 2000 … RETRACT 5}. */
  static String units(CashDispenser dispenser) {
    try {
      var words = new StringBuilder("units");
      for (CashUnit unit : dispenser.cashUnits()) {
        words.append(' ').append(unit.id()).append(' ').append(unit.count());
        if (unit.state() != UnitState.OK) {
          words.append(" (").append(unit.state()).append(')');
        }
      }
      return words.toString();
    } catch (DeviceFault fault) {
      return "no unit counts: " + fault.getMessage();
    }
  }

  static String told(NoteMix notes) {
    return notes.isEmpty() ? "none" : notes.toString();
  }
}
