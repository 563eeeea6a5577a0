package org.silverteller.driver.xfs;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The keys of a text terminal unit that a customer can answer with, as its WFS_INF_TTU_KEY_DETAIL
 * tells.
 *
 * @param printing the keys that print
 * @param commands the keys that command, as WFS_TTU_CK_…
 */
record TextKeys(String printing, List<Integer> commands) {

  /** What counts of the keys that print. */
  static final String WANTED = "0123456789*#";

  private static final int NUMBERS = 8;
  private static final TextKeys DIGITS = new TextKeys("0123456789", List.of());

  TextKeys {
    commands = List.copyOf(commands);
  }

  boolean has(TextKey key) {
    return key.command() == Ttu.WFS_TTU_NOKEY
        ? printing.indexOf(key.character()) >= 0
        : commands.contains(key.command());
  }

  boolean has(TextAnswer answer) {
    return answer.keys().stream().anyMatch(this::has);
  }

  /** Those of 1 … 8 that can be pressed; 9 and 0 are not free for any choice. */
  List<Integer> numbers() {
    return IntStream.rangeClosed(1, NUMBERS)
        .filter(number -> has(TextAnswer.number(number)))
        .boxed()
        .toList();
  }

  /** Whether every choice can be reached: one number for it, and one for the next sheet. */
  boolean suffice() {
    return numbers().size() >= 2;
  }

  /** These keys, or digits where these reach nothing: choices are numbered all the same. */
  TextKeys orDigits() {
    return suffice() ? this : DIGITS;
  }
}
