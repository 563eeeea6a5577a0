package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.List;

/**
 * What a customer presses for a choice.
 *
 * @param caption as it is shown before the choice's words
 * @param keys each of which will do
 */
record TextAnswer(String caption, List<TextKey> keys) {

  private static final int MOST_BESIDE = Ttu.WFS_TTU_CK_FDK32 - Ttu.WFS_TTU_CK_FDK01 + 1;

  /** A digit, 0 … 9, or the key beside the screen at that place, 1 … 32. */
  static TextAnswer number(int number) {
    List<TextKey> keys = new ArrayList<>();
    if (number <= 9) {
      keys.add(TextKey.printing((char) ('0' + number)));
    }
    if (number >= 1 && number <= MOST_BESIDE) {
      keys.add(TextKey.commanding(Ttu.WFS_TTU_CK_FDK01 + number - 1));
    }
    return new TextAnswer(Integer.toString(number), keys);
  }

  /** A key that prints, such as {@code *}. */
  static TextAnswer printing(char key) {
    return new TextAnswer(String.valueOf(key), List.of(TextKey.printing(key)));
  }

  /** A key that commands, a WFS_TTU_CK_…, by what is printed on it. */
  static TextAnswer commanding(int command, String printed) {
    return new TextAnswer("[" + printed + "]", List.of(TextKey.commanding(command)));
  }
}
