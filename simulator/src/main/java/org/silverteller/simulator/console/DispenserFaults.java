package org.silverteller.simulator.console;

import static org.silverteller.simulator.hardware.Sabotage.lasting;
import static org.silverteller.simulator.hardware.Sabotage.once;

import java.util.LinkedHashMap;
import java.util.Map;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualMachine;

/** What can go wrong with the devices that every machine has. */
final class DispenserFaults {

  private static final String DISPENSER = "Dispenser";
  private static final String CARD = "Card and receipt";

  private final Map<String, FaultRow> rows = new LinkedHashMap<>();
  private final VirtualMachine machine;

  DispenserFaults(VirtualMachine machine) {
    this.machine = machine;
    inCassette(
        "jam",
        "Jam while counting",
        "The third note sticks in the transport",
        once(Fault.JAM_IN_STACK).notes(2));
    inCassette(
        "unit-empty",
        "Cassette runs out",
        "It picks no more, whatever its count says",
        lasting(Fault.UNIT_EMPTY));
    inCassette(
        "unit-missing",
        "Cassette pulled out",
        "As if an attendant had it in hand",
        lasting(Fault.UNIT_MISSING));
    put(
        "double-pick",
        DISPENSER,
        "Double pick",
        "Two notes at once: both are rejected",
        once(Fault.DOUBLE_PICK).notes(1));
    put(
        "short-count",
        DISPENSER,
        "Short count",
        "One note less than asked, and no fault",
        once(Fault.SHORT_COUNT).notes(1));
    put(
        "jam-present",
        DISPENSER,
        "Jam while presenting",
        "Two notes reach the exit, the rest stick",
        once(Fault.JAM_IN_PRESENT).notes(2));
    put(
        "jam-retract",
        DISPENSER,
        "Jam while retracting",
        "Forgotten notes stick on their way back",
        once(Fault.JAM_IN_RETRACT).notes(1));
    put(
        "shutter",
        DISPENSER,
        "Shutter stuck",
        "It neither opens nor closes",
        lasting(Fault.SHUTTER_STUCK));
    put(
        "status-lost",
        DISPENSER,
        "Forgets its bundle",
        "With the power, what it presented last",
        once(Fault.PRESENT_STATUS_LOST));
    put(
        "dispenser-offline",
        DISPENSER,
        "Dispenser off the line",
        "It answers no command",
        lasting(Fault.DISPENSER_OFFLINE));
    put(
        "card-unreadable",
        CARD,
        "Stripe unreadable",
        "The next card cannot be read",
        once(Fault.CARD_UNREADABLE));
    put(
        "card-jam",
        CARD,
        "Card sticks",
        "It can neither be ejected nor kept",
        lasting(Fault.CARD_JAM));
    put("paper-out", CARD, "Paper out", "No slip can be printed", lasting(Fault.PAPER_OUT));
    put("paper-jam", CARD, "Paper jam", "Half a slip, then it sticks", once(Fault.PAPER_JAM));
    put(
        "pad-offline",
        CARD,
        "PIN pad off the line",
        "It answers no command",
        lasting(Fault.PIN_PAD_OFFLINE));
  }

  Map<String, FaultRow> rows() {
    return rows;
  }

  private void inCassette(String id, String name, String remark, Sabotage sabotage) {
    rows.put(
        id, new FaultRow(DISPENSER, name, remark, new MachineTrouble(machine, sabotage, true)));
  }

  private void put(String id, String group, String name, String remark, Sabotage sabotage) {
    rows.put(id, new FaultRow(group, name, remark, new MachineTrouble(machine, sabotage, false)));
  }
}
