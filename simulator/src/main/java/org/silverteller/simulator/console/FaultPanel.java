package org.silverteller.simulator.console;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.hardware.VirtualMachine;

/** The saboteur's panel: what can be done, by id, and what stands now. */
final class FaultPanel {

  private final Map<String, FaultRow> rows = new LinkedHashMap<>();
  private final VirtualMachine machine;
  private final Saboteur bank;

  /**
   * @param late longer than the terminal waits for a reply
   */
  FaultPanel(VirtualMachine machine, Saboteur bank, PowerCutArmed cut, Duration late) {
    this.machine = machine;
    this.bank = bank;
    rows.putAll(new DispenserFaults(machine).rows());
    rows.putAll(new DepositFaults(machine).rows());
    rows.putAll(new BankFaults(bank, late).rows());
    rows.put(
        "power-cut-at",
        new FaultRow(
            "Power", "Power fails at", "The moment is struck once", new PowerTrouble(cut)));
  }

  List<BenchState.Fault> shown() {
    return rows.entrySet().stream().map(entry -> shown(entry.getKey(), entry.getValue())).toList();
  }

  /**
   * @throws IllegalArgumentException for a fault or a choice there is none of
   */
  void set(Act.Sabotage act) {
    FaultRow row = rows.get(act.fault());
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

  private static BenchState.Fault shown(String id, FaultRow row) {
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
