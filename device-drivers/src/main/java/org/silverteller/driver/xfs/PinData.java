package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;

/** Bytes that a PIN pad is given and tells: WFSXDATA (CWA 16926-6). */
final class PinData {

  private static final int LONGEST = 0xFFFF;

  private PinData() {}

  /**
   * @throws XfsFault.Malformed when it is longer than the structure can tell
   */
  static Pointer in(XfsArena arena, byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new XfsFault.Malformed(
          bytes.length + " bytes for the pad: expected at most " + LONGEST);
    }
    return arena
        .structure(Pin.WFSXDATA)
        .word("usLength", bytes.length)
        .pointer("lpbData", arena.bytes(bytes))
        .pointer();
  }

  /** What a provider told; empty where it told nothing. */
  static byte[] of(XfsRecord told) {
    int length = told.word("usLength");
    if (length == 0 || told.isNull("lpbData")) {
      return new byte[0];
    }
    return told.pointer("lpbData").getByteArray(0, length);
  }
}
