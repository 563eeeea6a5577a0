package org.silverteller.maintenance;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Suspense cases, and what people say of them, as a person reads it. */
final class SuspenseText {

  private SuspenseText() {}

  /**
   * @param cases a list of {@link org.silverteller.terminal.SuspenseReport}
   */
  static String open(JsonAnswer cases, LocalDate today) {
    return listed(cases, today, "no open suspense case; those cleared: atm suspense cleared\n");
  }

  /**
   * @param cases a list of {@link org.silverteller.terminal.SuspenseReport}
   */
  static String cleared(JsonAnswer cases, LocalDate today) {
    return listed(cases, today, "no suspense case was ever cleared\n");
  }

  private static String listed(JsonAnswer cases, LocalDate today, String none) {
    return cases.items().isEmpty()
        ? none
        : cases.items().stream().map(each -> one(each, today)).collect(Collectors.joining("\n"));
  }

  private static String one(JsonAnswer each, LocalDate today) {
    var text = new StringBuilder();
    Columns.line(
        text,
        "STAN " + each.text("stan"),
        "approved "
            + each.text("amount")
            + "   card "
            + Columns.plain(each.text("card"))
            + "   RRN "
            + each.text("rrn"));
    Columns.line(
        text,
        "time",
        Columns.time(each.text("time"), today)
            + "   in suspense since "
            + Columns.time(each.text("opened"), today));
    Columns.line(text, "state", state(each, today));
    List<String> evidence =
        each.field("evidence").items().stream()
            .map(line -> Columns.wrapped(Columns.plain(line.text())))
            .toList();
    Columns.line(text, "evidence", Columns.under(evidence));
    return text.toString();
  }

  private static String state(JsonAnswer each, LocalDate today) {
    List<JsonAnswer> words = each.field("words").items();
    if (words.isEmpty()) {
      return Columns.bad("open")
          + Columns.under(
              List.of(
                  "",
                  "two persons settle it: atm suspense settle "
                      + each.text("stan")
                      + " --paid YUAN | --credit YUAN | --by-hand REFERENCE"));
    }
    JsonAnswer first = words.get(0);
    String found = Columns.plain(first.text("finding")) + " by " + Columns.plain(first.text("by"));
    if (words.size() == 1) {
      return Columns.warning("proposed")
          + "   "
          + found
          + ", until "
          + Columns.time(first.text("until"), today)
          + Columns.under(
              List.of(
                  "",
                  "another person approves it: atm suspense approve "
                      + each.text("stan")
                      + option(first.text("finding"))));
    }
    JsonAnswer second = words.get(1);
    return Columns.good("cleared")
        + "   "
        + found
        + " and "
        + Columns.plain(second.text("by"))
        + ", "
        + Columns.time(second.text("at"), today);
  }

  /**
   * @param told what became of a proposal or an approval
   */
  static String told(JsonAnswer told, LocalDate today) {
    List<String> persons =
        told.field("persons").items().stream().map(JsonAnswer::text).map(Columns::plain).toList();
    String found =
        Columns.plain(told.text("finding"))
            + " of "
            + told.text("amount")
            + ", by "
            + String.join(" and ", persons);
    if (told.text("state").equals("proposed")) {
      return Columns.warning("proposed")
          + "     "
          + found
          + "\n             until "
          + Columns.time(told.text("until"), today)
          + " another person approves it: atm suspense approve "
          + told.text("stan")
          + "\n";
    }
    List<String> owed =
        told.field("owed").items().stream().map(JsonAnswer::text).map(Columns::words).toList();
    return Columns.good("cleared")
        + "      "
        + found
        + "\nowed         "
        + (owed.isEmpty() ? "nothing" : "a " + String.join(", ", owed) + " to the host")
        + "\n";
  }

  private static String option(String finding) {
    if (finding.startsWith("PAID")) {
      return " --paid YUAN";
    }
    return finding.startsWith("CREDITED") ? " --credit YUAN" : " --by-hand REFERENCE";
  }
}
