package org.silverteller.maintenance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.DeviceStatus;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/** The status as a person reads it: four or five aligned lines. */
final class StatusText {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int NARROWEST_FIRST = 17;
  private static final int SECOND = 18;
  private static final String GAP = "   ";

  private final JsonAnswer status;
  private final String since;
  private final int first;
  private final StringBuilder text = new StringBuilder();

  private StatusText(JsonAnswer status, LocalDate today) {
    this.status = status;
    since = "since " + since(status.text("since"), today);
    first = Math.max(NARROWEST_FIRST, since.length() + GAP.length());
  }

  /**
   * @param status a {@link org.silverteller.terminal.StatusReport}
   * @param today times of this day are told without it
   */
  static String of(JsonAnswer status, LocalDate today) {
    var form = new StatusText(status, today);
    form.state();
    form.cash();
    form.bins();
    form.debts();
    form.devices();
    form.serials();
    return form.text.toString();
  }

  private void state() {
    String[] state = status.text("state").split(": ", 2);
    String padding = " ".repeat(Math.max(1, Columns.LABEL - state[0].length()));
    String shown = state[0].equals("closed") ? Columns.bad(state[0]) : Columns.good(state[0]);
    String host = status.text("host");
    text.append(shown)
        .append(padding)
        .append(Columns.padded(since, first))
        .append(host.equals("up") ? "host up" : Columns.warning("host " + host))
        .append(" ".repeat(Math.max(1, SECOND - 5 - host.length())))
        .append("terminal ")
        .append(Columns.plain(status.text("terminalId")))
        .append('\n');
    if (state.length == 2) {
      line("why", Columns.wrapped(Columns.plain(state[1])));
    }
  }

  private static String since(String text, LocalDate today) {
    try {
      LocalDateTime since = LocalDateTime.parse(text);
      return since.format(since.toLocalDate().equals(today) ? MINUTES : DAY);
    } catch (DateTimeParseException unknown) {
      return Columns.plain(text);
    }
  }

  private void cash() {
    List<String> units =
        status.field("cash").items().stream()
            .filter(StatusText::dispenses)
            .map(
                unit ->
                    unit.text("denomination")
                        + " × "
                        + Columns.count(unit.number("count"))
                        + condition(unit))
            .toList();
    line(
        "cash",
        units.isEmpty()
            ? Columns.warning("not known")
            : String.join(GAP, units)
                + GAP
                + "about "
                + Columns.count(status.number("withdrawalsLeft"))
                + " withdrawals left");
  }

  private void bins() {
    List<String> bins =
        status.field("cash").items().stream()
            .filter(unit -> !dispenses(unit))
            .map(unit -> label(unit) + " " + Columns.count(unit.number("count")) + condition(unit))
            .toList();
    if (!bins.isEmpty()) {
      line("bins", String.join(GAP, bins));
    }
  }

  /** What a bin is for; its name where there are several of that kind. */
  private String label(JsonAnswer unit) {
    String type = unit.text("type");
    long alike =
        status.field("cash").items().stream()
            .filter(other -> other.text("type").equals(type))
            .count();
    return alike == 1 ? Columns.words(type) : Columns.plain(unit.text("id"));
  }

  private void debts() {
    long owed = status.number("owed");
    long suspense = status.number("suspense");
    String advices = owed == 0 ? "nothing" : Columns.count(owed) + " to the host";
    String cases = "suspense " + (suspense == 0 ? "none" : Columns.count(suspense));
    line(
        "owed",
        (owed == 0 ? advices : Columns.warning(advices))
            + " ".repeat(Math.max(1, first - advices.length()))
            + (suspense == 0 ? cases : Columns.bad(cases))
            + " ".repeat(Math.max(1, SECOND - cases.length()))
            + "journal "
            + Columns.count(status.number("journalLinesToday"))
            + " lines today");
    if (suspense > 0) {
      line("", Columns.bad("atm suspense") + " shows what is in suspense; two persons settle it");
    }
  }

  private void devices() {
    JsonAnswer devices = status.field("devices");
    List<String> names = devices.fieldNames();
    if (names.isEmpty()) {
      return;
    }
    List<String> wrong = new ArrayList<>();
    for (String name : names) {
      String state = devices.text(name);
      if (!state.equals(DeviceStatus.ONLINE.name())) {
        String shown = Columns.words(name) + " " + Columns.words(state);
        wrong.add(
            state.equals(DeviceStatus.NEEDS_ATTENTION.name())
                ? Columns.warning(shown)
                : Columns.bad(shown));
      }
    }
    line("devices", wrong.isEmpty() ? "all online" : String.join(GAP, wrong));
  }

  private void serials() {
    if (!status.text("serials").isEmpty()) {
      line("serials", Columns.bad("not kept") + "   " + Columns.plain(status.text("serials")));
    }
  }

  private static boolean dispenses(JsonAnswer unit) {
    String type = unit.text("type");
    return type.equals(UnitType.BILL.name()) || type.equals(UnitType.RECYCLE.name());
  }

  private static String condition(JsonAnswer unit) {
    String state = unit.text("state");
    return state.equals(UnitState.OK.name())
        ? ""
        : " " + Columns.warning("(" + Columns.words(state) + ")");
  }

  private void line(String label, String value) {
    Columns.line(text, label, value);
  }
}
