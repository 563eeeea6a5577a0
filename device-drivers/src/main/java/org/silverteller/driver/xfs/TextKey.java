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
    int printed = key.unsignedByte("cKey");
    return new TextKey(
        (char) (printed == 0 ? key.word("wUNICODEKey") : printed), key.word("wCommandKey"));
  }

  static TextKey printing(char character) {
    return new TextKey(character, Ttu.WFS_TTU_NOKEY);
  }

  static TextKey commanding(int command) {
    return new TextKey('\0', command);
  }

  /** 0 … 9 of a digit key, 1 … 32 of a key beside the screen; -1 of any other. */
  int number() {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    boolean beside = command >= Ttu.WFS_TTU_CK_FDK01 && command <= Ttu.WFS_TTU_CK_FDK32;
    return beside ? command - Ttu.WFS_TTU_CK_FDK01 + 1 : -1;
  }
}
