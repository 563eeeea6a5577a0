package org.silverteller.maintenance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers, names and colours as the operator's command line shows them. */
final class Columns {

  /** Where values begin. */
  static final int LABEL = 13;

  private static final int WIDEST = 100;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Columns() {}

  /** {@code 1,482}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code CASH_DISPENSER} as {@code cash dispenser}. */
  static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String good(String text) {
    return "@|bold,green " + plain(text) + "|@";
  }

  static String warning(String text) {
    return "@|yellow " + plain(text) + "|@";
  }

  static String bad(String text) {
    return "@|bold,red " + plain(text) + "|@";
  }

  static String faint(String text) {
    return "@|faint " + plain(text) + "|@";
  }

  /** Text from elsewhere cannot open or close a colour. */
  static String plain(String text) {
    return text.replace("@|", "@ |").replace("|@", "| @");
  }

  /** Fills up to the width, and with one blank more when it is wider. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  /** A label and what stands behind it, further lines under itself. */
  static void line(StringBuilder text, String label, String value) {
    text.append(padded(label, LABEL)).append(value).append('\n');
  }

  /** Lines under each other behind a label. */
  static String under(List<String> lines) {
    return String.join("\n" + " ".repeat(LABEL), lines);
  }

  /** Breaks a long text at blanks, under itself. */
  static String wrapped(String reason) {
    return under(broken(reason, LABEL));
  }

  /**
   * Breaks a long text at blanks.
   *
   * @param margin what stands before it on each line, in characters
   */
  static List<String> broken(String text, int margin) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDEST - margin) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * A local time as the terminal tells it, without the day when it is this one.
   *
   * @param text ISO 8601; anything else is shown as it is
   */
  static String time(String text, LocalDate today) {
    try {
      LocalDateTime time = LocalDateTime.parse(text);
      return time.format(time.toLocalDate().equals(today) ? CLOCK : DAY_AND_CLOCK);
    } catch (DateTimeParseException unknown) {
      return plain(text);
    }
  }
}
