package org.silverteller.maintenance;

import java.util.Locale;
import org.silverteller.money.UnitState;

/** The cash units as a table. */
final class UnitsText {

  private UnitsText() {}

  /**
   * @param units a list of {@link org.silverteller.terminal.StatusReport.UnitReport}
   */
  static String of(JsonAnswer units) {
    if (units.items().isEmpty()) {
      return Columns.warning("the dispenser does not tell its units") + "\n";
    }
    var text = new StringBuilder();
    text.append(row("UNIT", "TYPE", "NOTES", "COUNT", "MINIMUM")).append("STATE\n");
    for (JsonAnswer unit : units.items()) {
      boolean bin = unit.number("denomination") == 0;
      String state = Columns.words(unit.text("state"));
      text.append(
              row(
                  Columns.plain(unit.text("id")),
                  Columns.words(unit.text("type")),
                  bin ? "any" : unit.text("denomination"),
                  Columns.count(unit.number("count")),
                  bin ? "" : Columns.count(unit.number("minimum"))))
          .append(unit.text("state").equals(UnitState.OK.name()) ? state : Columns.warning(state))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * @param done what people did to the units: those that changed, and all
   */
  static String changed(JsonAnswer done) {
    var text = new StringBuilder();
    for (JsonAnswer unit : done.field("changed").items()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s  %7s  →  %7s\n",
              Columns.plain(unit.text("unit")),
              Columns.count(unit.number("before")),
              Columns.count(unit.number("after"))));
    }
    String none = text.isEmpty() ? "no count has changed\n" : "";
    return none + text + "\n" + of(done.field("units"));
  }

  private static String row(String id, String type, String notes, String count, String minimum) {
    return String.format(
        Locale.ROOT, "%-12s  %-8s  %5s  %7s  %7s  ", id, type, notes, count, minimum);
  }
}
