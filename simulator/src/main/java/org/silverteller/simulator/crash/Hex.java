package org.silverteller.simulator.crash;

/** Bytes as strace writes them: {@code \x2f\x74}. */
final class Hex {

  private static final int LENGTH = 4;

  private Hex() {}

  /**
   * @throws IllegalArgumentException when there is anything else
   */
  static byte[] bytes(String text) {
    if (text.length() % LENGTH != 0) {
      throw new IllegalArgumentException(
          "hexadecimal text of " + text.length() + " characters: expected a multiple of 4");
    }
    byte[] bytes = new byte[text.length() / LENGTH];
    for (int at = 0; at < bytes.length; at++) {
      int start = at * LENGTH;
      if (text.charAt(start) != '\\' || text.charAt(start + 1) != 'x') {
        throw new IllegalArgumentException(
            "found '" + text.substring(start, start + LENGTH) + "', expected a byte such as \\x2f");
      }
      bytes[at] =
          (byte)
              (Character.digit(text.charAt(start + 2), 16) << 4
                  | Character.digit(text.charAt(start + 3), 16));
    }
    return bytes;
  }
}
