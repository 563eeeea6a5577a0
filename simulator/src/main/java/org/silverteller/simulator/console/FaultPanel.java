package org.silverteller.simulator.console;

import static org.silverteller.simulator.hardware.Sabotage.lasting;
import static org.silverteller.simulator.hardware.Sabotage.once;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualMachine;

/** The saboteur's panel: what can be done, by id, and what stands now. */
final class FaultPanel {

  private record Row(String group, String name, String remark, Trouble trouble) {}

  private static final String DISPENSER = "Dispenser";
  private static final String CARD = "Card and receipt";
  private static final String BANK = "Bank and line";
  private static final String POWER = "Power";

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final VirtualMachine machine;
  private final Saboteur bank;

  /**
   * @param late longer than the terminal waits for a reply
   */
  FaultPanel(VirtualMachine machine, Saboteur bank, PowerCutArmed cut, Duration late) {
    this.machine = machine;
    this.bank = bank;
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
    ofMachine(
        "double-pick",
        DISPENSER,
        "Double pick",
        "Two notes at once: both are rejected",
        once(Fault.DOUBLE_PICK).notes(1));
    ofMachine(
        "short-count",
        DISPENSER,
        "Short count",
        "One note less than asked, and no fault",
        once(Fault.SHORT_COUNT).notes(1));
    ofMachine(
        "jam-present",
        DISPENSER,
        "Jam while presenting",
        "Two notes reach the exit, the rest stick",
        once(Fault.JAM_IN_PRESENT).notes(2));
    ofMachine(
        "jam-retract",
        DISPENSER,
        "Jam while retracting",
        "Forgotten notes stick on their way back",
        once(Fault.JAM_IN_RETRACT).notes(1));
    ofMachine(
        "shutter",
        DISPENSER,
        "Shutter stuck",
        "It neither opens nor closes",
        lasting(Fault.SHUTTER_STUCK));
    ofMachine(
        "status-lost",
        DISPENSER,
        "Forgets its bundle",
        "With the power, what it presented last",
        once(Fault.PRESENT_STATUS_LOST));
    ofMachine(
        "dispenser-offline",
        DISPENSER,
        "Dispenser off the line",
        "It answers no command",
        lasting(Fault.DISPENSER_OFFLINE));
    ofMachine(
        "card-unreadable",
        CARD,
        "Stripe unreadable",
        "The next card cannot be read",
        once(Fault.CARD_UNREADABLE));
    ofMachine(
        "card-jam",
        CARD,
        "Card sticks",
        "It can neither be ejected nor kept",
        lasting(Fault.CARD_JAM));
    ofMachine("paper-out", CARD, "Paper out", "No slip can be printed", lasting(Fault.PAPER_OUT));
    ofMachine("paper-jam", CARD, "Paper jam", "Half a slip, then it sticks", once(Fault.PAPER_JAM));
    ofMachine(
        "pad-offline",
        CARD,
        "PIN pad off the line",
        "It answers no command",
        lasting(Fault.PIN_PAD_OFFLINE));
    ofBank(
        "host-silent",
        "Silent",
        "It debits, but no reply comes",
        Target.REQUEST,
        new ReplyFault.ReplyLost(),
        false);
    ofBank(
        "host-lost",
        "Requests lost",
        "They never reach the bank",
        Target.REQUEST,
        new ReplyFault.RequestLost(),
        false);
    ofBank(
        "host-late",
        "Late",
        "The reply comes " + late.toSeconds() + " s late: after the time-out",
        Target.REQUEST,
        new ReplyFault.Late(late),
        true);
    ofBank(
        "host-mac",
        "Wrong MAC",
        "One bit of the reply's MAC",
        Target.REQUEST,
        new ReplyFault.WrongMac(),
        true);
    ofBank(
        "host-amount",
        "Wrong amount",
        "Another amount, under a right MAC",
        Target.REQUEST,
        new ReplyFault.WrongAmount(),
        true);
    ofBank(
        "host-malformed",
        "Garbled",
        "Bytes changed, dropped or added",
        Target.REQUEST,
        new ReplyFault.Malformed(1),
        true);
    ofBank(
        "host-twice",
        "Twice",
        "The same reply again",
        Target.REQUEST,
        new ReplyFault.Twice(),
        true);
    ofBank(
        "host-down",
        "Line breaks",
        "After the debit, before the reply",
        Target.REQUEST,
        new ReplyFault.LineDown(ReplyFault.LineDown.When.AFTER_PROCESSING),
        true);
    ofBank(
        "host-busy",
        "System malfunction",
        "Code 96, nothing debited",
        Target.REQUEST,
        new ReplyFault.Code("96", false),
        true);
    ofBank(
        "advice-silent",
        "Deaf to reversals",
        "No advice is acknowledged",
        Target.ADVICE,
        new ReplyFault.ReplyLost(),
        false);
    add(
        "power-cut-at",
        POWER,
        "Power fails at",
        "The moment is struck once",
        new PowerTrouble(cut));
  }

  List<BenchState.Fault> shown() {
    return rows.entrySet().stream().map(entry -> shown(entry.getKey(), entry.getValue())).toList();
  }

  /**
   * @throws IllegalArgumentException for a fault or a choice there is none of
   */
  void set(Act.Sabotage act) {
    Row row = rows.get(act.fault());
    if (row == null) {
      throw new IllegalArgumentException(
          "fault '" + act.fault() + "': expected one of " + String.join(", ", rows.keySet()));
    }
    if (!act.on()) {
      row.trouble().end();
      return;
    }
    List<String> choices = row.trouble().choices();
    boolean fits =
        choices.isEmpty()
            ? act.choice().isEmpty()
            : act.choice().filter(choices::contains).isPresent();
    if (!fits) {
      throw new IllegalArgumentException(
          "choice "
              + act.choice().map(choice -> "'" + choice + "'").orElse("is missing")
              + " of fault '"
              + act.fault()
              + "': expected "
              + (choices.isEmpty() ? "none" : "one of " + String.join(", ", choices)));
    }
    row.trouble().begin(act.choice());
  }

  /** Nothing is armed any more. */
  void clear() {
    machine.saboteur().clearAll();
    bank.heal();
    rows.values().forEach(row -> row.trouble().end());
  }

  private void inCassette(String id, String name, String remark, Sabotage sabotage) {
    add(id, DISPENSER, name, remark, new MachineTrouble(machine, sabotage, true));
  }

  private void ofMachine(String id, String group, String name, String remark, Sabotage sabotage) {
    add(id, group, name, remark, new MachineTrouble(machine, sabotage, false));
  }

  private void ofBank(
      String id, String name, String remark, Target target, ReplyFault fault, boolean once) {
    add(id, BANK, name, remark, new BankTrouble(bank, target, fault, once));
  }

  private void add(String id, String group, String name, String remark, Trouble trouble) {
    rows.put(id, new Row(group, name, remark, trouble));
  }

  private static BenchState.Fault shown(String id, Row row) {
    Optional<String> armed = row.trouble().armed();
    List<String> choices = row.trouble().choices();
    return new BenchState.Fault(
        id,
        row.group(),
        row.name(),
        row.remark(),
        row.trouble().once(),
        armed.isPresent(),
        choices,
        armed.filter(choices::contains));
  }
}
