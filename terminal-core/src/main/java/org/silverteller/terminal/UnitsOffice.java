package org.silverteller.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.session.Ledger;

/**
 * What people do to the cash units: counts after the cassettes were filled (operating facts, 5 to 7
 * and 9), and test cash (8). The journal has what is about to be done before the dispenser is told,
 * and what the dispenser counts after it, whether it went well or not.
 */
final class UnitsOffice {

  private static final String COUNT = "[0-9]{1,6}";

  private final CashDispenser dispenser;
  private final Ledger ledger;

  UnitsOffice(CashDispenser dispenser, Ledger ledger) {
    this.dispenser = dispenser;
    this.ledger = ledger;
  }

  /**
   * A unit whose count is another now.
   *
   * @param before notes, as the dispenser counted them
   */
  record Changed(String unit, int before, int after) {
    @Override
    public String toString() {
      return unit + " " + before + ">" + after;
    }
  }

  /**
   * What came of it.
   *
   * @param units as they are now
   */
  record Done(List<Changed> changed, List<StatusReport.UnitReport> units) {}

  /**
   * @param words a unit and its notes each, such as {@code CASS1=2000}
   * @throws IllegalArgumentException when a word is none of these, or the dispenser refuses
   */
  Done set(String account, List<String> words) {
    Map<UnitId, Integer> counts = counts(words);
    List<CashUnit> before = units();
    List<Changed> wanted = new ArrayList<>();
    counts.forEach((id, count) -> wanted.add(new Changed(id.name(), count(before, id), count)));
    ledger.journal("OPERATOR " + account + " SETS COUNTS " + text(wanted));
    return done("COUNTS", before, () -> dispenser.setCounts(counts));
  }

  /**
   * @throws IllegalArgumentException when the dispenser faults; what it has moved is in the journal
   */
  Done test(String account) {
    List<CashUnit> before = units();
    ledger.journal("OPERATOR " + account + " TESTS UNITS");
    return done("TEST CASH", before, dispenser::testUnits);
  }

  /** A command whose result is in the counts. */
  private interface Command {
    void run() throws DeviceFault;
  }

  private Done done(String what, List<CashUnit> before, Command command) {
    try {
      command.run();
    } catch (DeviceFault fault) {
      ledger.journal(what + " FAULT " + fault.getMessage());
      ledger.journal(what + " " + text(changes(before, units())));
      throw new IllegalArgumentException(
          fault.getMessage() + "; see 'atm units' for what the dispenser counts", fault);
    }
    List<CashUnit> after = units();
    List<Changed> changed = changes(before, after);
    ledger.journal(what + " " + text(changed));
    return new Done(changed, after.stream().map(OperatorAnswers::report).toList());
  }

  private List<CashUnit> units() {
    try {
      return dispenser.cashUnits();
    } catch (DeviceFault fault) {
      throw new IllegalArgumentException(
          fault.getMessage() + "; expected a dispenser that tells its units", fault);
    }
  }

  private static int count(List<CashUnit> units, UnitId id) {
    return units.stream()
        .filter(unit -> unit.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unit '"
                        + id
                        + "': expected one of "
                        + units.stream().map(CashUnit::id).toList()))
        .count();
  }

  private static List<Changed> changes(List<CashUnit> before, List<CashUnit> after) {
    List<Changed> changed = new ArrayList<>();
    for (CashUnit now : after) {
      before.stream()
          .filter(then -> then.id().equals(now.id()) && then.count() != now.count())
          .forEach(then -> changed.add(new Changed(now.id().name(), then.count(), now.count())));
    }
    return changed;
  }

  private static String text(List<Changed> changed) {
    return changed.isEmpty()
        ? "UNCHANGED"
        : String.join(", ", changed.stream().map(Changed::toString).toList());
  }

  private static Map<UnitId, Integer> counts(List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no counts: expected some, such as CASS1=2000 REJECT=0");
    }
    Map<UnitId, Integer> counts = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String count = word.substring(equals + 1);
      if (equals < 1 || !count.matches(COUNT)) {
        throw new IllegalArgumentException(
            "'" + word + "': expected a unit and its notes, such as CASS1=2000");
      }
      UnitId unit = UnitId.of(word.substring(0, equals));
      if (counts.put(unit, Integer.valueOf(count)) != null) {
        throw new IllegalArgumentException("'" + word + "': " + unit + " stands twice");
      }
    }
    return counts;
  }
}
