package org.silverteller.maintenance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Journal lines, oldest first, under the days they were written on. */
final class JournalText {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private JournalText() {}

  /**
   * @param lines a list of {@link org.silverteller.store.JournalLine}
   */
  static String of(JsonAnswer lines) {
    if (lines.items().isEmpty()) {
      return "the journal is empty\n";
    }
    var text = new StringBuilder();
    LocalDate day = LocalDate.MIN;
    for (JsonAnswer line : lines.items()) {
      LocalDateTime time = LocalDateTime.parse(line.text("time"));
      if (!time.toLocalDate().equals(day)) {
        day = time.toLocalDate();
        text.append(Columns.faint(day.toString())).append('\n');
      }
      text.append(CLOCK.format(time))
          .append("  ")
          .append(Columns.faint(String.format(Locale.ROOT, "%7d", line.number("number"))))
          .append("  ")
          .append(Columns.plain(line.text("text")))
          .append('\n');
    }
    return text.toString();
  }
}
