package org.silverteller.maintenance;

import java.util.Locale;

/** Numbers, names and colours as the operator's command line shows them. */
final class Columns {

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
}
