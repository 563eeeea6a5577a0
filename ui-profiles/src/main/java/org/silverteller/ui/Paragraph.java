package org.silverteller.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * A text broken into lines.
 *
 * @param lineHeight in pixels, at least 1.3 em (service rules 1.1.4)
 */
record Paragraph(List<String> lines, Type type, int lineHeight) {

  private static final String NEVER_FIRST = "，。！？：；、”’）》】％…,.!?:;)%";
  private static final String NEVER_LAST = "“‘（《【(¥";

  /** Broken to the width with as few lines as can be, those of about equal length. */
  static Paragraph of(String text, Type type, int width, double lineSpacing) {
    List<String> lines = broken(text, type, width);
    if (lines.size() > 1) {
      double narrow = width / (double) lines.size();
      double wide = width;
      while (wide - narrow > 1) {
        double middle = (narrow + wide) / 2;
        if (broken(text, type, middle).size() > lines.size() || overrun(text, type, middle)) {
          narrow = middle;
        } else {
          wide = middle;
        }
      }
      lines = broken(text, type, wide);
    }
    return new Paragraph(lines, type, (int) Math.ceil(type.px() * lineSpacing));
  }

  int height() {
    return lines.size() * lineHeight;
  }

  double width() {
    return lines.stream().mapToDouble(type::width).max().orElse(0);
  }

  private static boolean overrun(String text, Type type, double width) {
    return broken(text, type, width).stream().anyMatch(line -> type.width(line) > width);
  }

  private static List<String> broken(String text, Type type, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(text)) {
      if (!line.isEmpty() && type.width((line + piece).stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The smallest parts that stay on one line, each with the spaces after it. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      if (mayBreak(text.charAt(i - 1), text.charAt(i))) {
        pieces.add(text.substring(start, i));
        start = i;
      }
    }
    if (start < text.length()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }

  private static boolean mayBreak(char before, char after) {
    if (after == ' ' || NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || wide(before) || wide(after);
  }

  private static boolean wide(char c) {
    return c >= 0x2E80;
  }
}
