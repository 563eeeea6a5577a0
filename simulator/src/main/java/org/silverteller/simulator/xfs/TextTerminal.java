package org.silverteller.simulator.xfs;

import java.util.List;

/**
 * What a virtual text terminal is.
 *
 * @param sizes the resolutions it has; the first is set when it comes under power
 * @param unicode whether it takes UNICODE text besides that of its charset
 * @param keys the keys that print
 * @param commandKeys the keys that command, as WFS_TTU_CK_…
 * @param leds how many lamps
 */
record TextTerminal(
    List<Size> sizes, boolean unicode, String keys, List<Integer> commandKeys, int leds) {

  /** In characters. */
  record Size(int columns, int rows) {}

  private static final int ENTER = 1;
  private static final int CANCEL = 2;
  private static final int CLEAR = 3;
  private static final int HELP = 5;

  /** Forty columns, sixteen rows, digits and four command keys. */
  static final TextTerminal STANDARD =
      new TextTerminal(
          List.of(new Size(40, 16)), false, "0123456789", List.of(ENTER, CANCEL, CLEAR, HELP), 2);

  TextTerminal {
    sizes = List.copyOf(sizes);
    commandKeys = List.copyOf(commandKeys);
  }
}
