package org.silverteller.driver.xfs;

/**
 * A key of a text terminal unit: one that prints, or one that commands.
 *
 * @param character what it prints; NUL for a command key
 * @param command a WFS_TTU_CK_…; {@link Ttu#WFS_TTU_NOKEY} for one that prints
 */
record TextKey(char character, int command) {

  /** Of a WFSTTUKEY. */
  static TextKey read(XfsRecord key) {
    int command = key.word("wCommandKey");
    int printed = key.unsignedByte("cKey");
    return command != Ttu.WFS_TTU_NOKEY
        ? commanding(command)
        : printing((char) (printed == 0 ? key.word("wUNICODEKey") : printed));
  }

  static TextKey printing(char character) {
    return new TextKey(character, Ttu.WFS_TTU_NOKEY);
  }

  static TextKey commanding(int command) {
    return new TextKey('\0', command);
  }
}
