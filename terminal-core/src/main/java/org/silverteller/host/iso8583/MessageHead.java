package org.silverteller.host.iso8583;

import java.util.Locale;

/**
 * MTI and bitmap of a message, read and judged before anything is parsed: J8583 logs a message of
 * unknown type whole, card number and all.
 *
 * @param length bytes that MTI and bitmap take
 */
record MessageHead(Mti mti, long first, long second, int length) {

  /**
   * @throws MalformedMessage for an MTI not in {@link Mti}, a field not of the dialect, or a second
   *     bitmap that says nothing
   */
  static MessageHead of(byte[] bytes, Dialect dialect) throws MalformedMessage {
    int mtiLength = dialect.packed() ? 2 : 4;
    if (bytes.length < mtiLength + 8) {
      throw new MalformedMessage(
          "message of " + bytes.length + " bytes: expected at least MTI and bitmap");
    }
    Mti mti = mti(bytes, dialect);
    long first = bits(bytes, mtiLength);
    boolean extended = first < 0;
    if (extended && bytes.length < mtiLength + 16) {
      throw new MalformedMessage("message of " + bytes.length + " bytes: expected a second bitmap");
    }
    long second = extended ? bits(bytes, mtiLength + 8) : 0;
    if (dialect.packed() ? extended && second == 0 : !extended) {
      throw new MalformedMessage("bitmap of the wrong length for the dialect " + dialect);
    }
    MessageHead head =
        new MessageHead(mti, first & Long.MAX_VALUE, second, mtiLength + (extended ? 16 : 8));
    head.checkFields(dialect);
    return head;
  }

  /** The field after {@code number} that is there, or 129. */
  int next(int number) {
    long rest = number < 64 ? first & (-1L >>> number) : 0;
    if (rest != 0) {
      return Long.numberOfLeadingZeros(rest) + 1;
    }
    rest = second & (number <= 64 ? -1L : number < 128 ? -1L >>> (number - 64) : 0);
    return rest == 0 ? 129 : Long.numberOfLeadingZeros(rest) + 65;
  }

  private void checkFields(Dialect dialect) throws MalformedMessage {
    long strangeFirst = first & ~dialect.bitmap(false);
    long strangeSecond = second & ~dialect.bitmap(true);
    if ((strangeFirst | strangeSecond) != 0) {
      int number =
          strangeFirst != 0
              ? Long.numberOfLeadingZeros(strangeFirst) + 1
              : Long.numberOfLeadingZeros(strangeSecond) + 65;
      throw new MalformedMessage(
          mti + " with field " + number + ", which is not of the dialect " + dialect);
    }
  }

  private static Mti mti(byte[] bytes, Dialect dialect) throws MalformedMessage {
    int code = 0;
    if (dialect.packed()) {
      code = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    } else {
      for (int i = 0; i < 4; i++) {
        code = code << 4 | (bytes[i] >= '0' && bytes[i] <= '9' ? bytes[i] - '0' : 0xf);
      }
    }
    int found = code;
    return Mti.ofCode(code)
        .orElseThrow(
            () -> new MalformedMessage(String.format(Locale.ROOT, "MTI %04x is not known", found)));
  }

  private static long bits(byte[] bytes, int from) {
    long bits = 0;
    for (int i = from; i < from + 8; i++) {
      bits = bits << 8 | (bytes[i] & 0xff);
    }
    return bits;
  }
}
