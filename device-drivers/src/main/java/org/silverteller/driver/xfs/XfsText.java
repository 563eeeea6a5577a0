package org.silverteller.driver.xfs;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Text for devices of fixed columns: a Chinese character, and whatever else is no ASCII, is two
 * columns wide, as it is two bytes in GBK.
 */
final class XfsText {

  private static final int ASCII = 0x80;
  private static final String APART = "  ";

  private XfsText() {}

  /**
   * The text as a charset can say it: control characters are blanks, so that nothing a bank or a
   * card says can steer a device; what the charset lacks is said in another way.
   */
  static String sayable(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder said = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character ->
                said.append(
                    Character.isISOControl(character)
                        ? " "
                        : said(Character.toString(character), encoder)));
    return said.toString();
  }

  private static String said(String character, CharsetEncoder encoder) {
    if (encoder.canEncode(character)) {
      return character;
    }
    String like =
        switch (character) {
          case "¥" -> "￥";
          case "￥" -> "¥";
          case "•" -> "*";
          case "–", "—" -> "-";
          case "×" -> "x";
          default -> "?";
        };
    return encoder.canEncode(like) ? like : "?";
  }

  /** How many columns the text takes. */
  static int columns(String text) {
    return text.codePoints().map(XfsText::columns).sum();
  }

  private static int columns(int character) {
    return character < ASCII ? 1 : 2;
  }

  /**
   * The text in rows of so many columns, broken wherever a row is full, as a print head does it.
   */
  static List<String> rows(String text, int columns) {
    List<String> rows = new ArrayList<>();
    int from = 0;
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      if (used + columns(character) > columns && at > from) {
        rows.add(text.substring(from, at));
        from = at;
        used = 0;
      }
      used += columns(character);
      at += Character.charCount(character);
    }
    rows.add(text.substring(from));
    return rows;
  }

  /**
   * The text in rows of so many columns: broken at two blanks, which keep apart what does not
   * belong together, else at one, or between Chinese characters.
   */
  static List<String> wrapped(String text, int columns) {
    List<String> rows = new ArrayList<>();
    String left = text.strip();
    while (columns(left) > columns) {
      int end = end(left, rows(left, columns).get(0).length());
      rows.add(left.substring(0, end).stripTrailing());
      left = left.substring(end).stripLeading();
    }
    rows.add(left);
    return rows;
  }

  /** Where a row ends that has room for so many characters of a longer text. */
  private static int end(String text, int room) {
    int apart = text.substring(0, Math.min(text.length(), room + 2)).lastIndexOf(APART);
    if (apart > 0 || breaksAt(text, room)) {
      return apart > 0 ? apart : room;
    }
    int blank = text.lastIndexOf(' ', room);
    return blank > 0 ? blank : room;
  }

  private static boolean breaksAt(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return before == ' ' || after == ' ' || before >= ASCII || after >= ASCII;
  }

  /** The text in exactly so many columns: cut, or filled with blanks. */
  static String fitted(String text, int columns) {
    String first = rows(text, columns).get(0);
    return first + " ".repeat(Math.max(0, columns - columns(first)));
  }
}
