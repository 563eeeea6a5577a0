package org.silverteller.simulator.torture;

import java.util.Locale;

/**
 * What an onlooker on the line can tell of a message without the production codec: its type and
 * STAN (ISO 8583 in packed digits, bitmap of 8 or 16 bytes).
 *
 * @param type four digits as a hexadecimal number, such as {@code 0x0420}
 * @param stan field 11; 0 when it is not there
 */
record Peek(int type, int stan) {

  /** Bytes of the fields 2–10, by number; field 2 tells its own length. */
  private static final int[] BYTES = {0, 0, 0, 3, 6, 6, 6, 5, 4, 4, 4};

  private static final int STAN = 11;

  static Peek at(byte[] message) {
    int type = (message[0] & 0xff) << 8 | message[1] & 0xff;
    int bits = (message[2] & 0xff) << 8 | message[3] & 0xff;
    int at = (bits & 0x8000) == 0 ? 10 : 18;
    if (!has(bits, STAN)) {
      return new Peek(type, 0);
    }
    for (int field = 2; field < STAN; field++) {
      if (has(bits, field)) {
        at += field == 2 ? 1 + (digits(message[at]) + 1) / 2 : BYTES[field];
      }
    }
    return new Peek(
        type,
        digits(message[at]) * 10_000 + digits(message[at + 1]) * 100 + digits(message[at + 2]));
  }

  private static boolean has(int bits, int field) {
    return (bits >>> (16 - field) & 1) == 1;
  }

  private static int digits(byte packed) {
    return (packed >>> 4 & 0xf) * 10 + (packed & 0xf);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04x STAN %06d", type, stan);
  }
}
