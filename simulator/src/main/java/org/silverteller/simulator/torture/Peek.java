package org.silverteller.simulator.torture;

import java.util.Locale;

/**
 * What an onlooker on the line can tell of a message without the production codec: its type, amount
 * and STAN (ISO 8583 in packed digits, bitmap of 8 or 16 bytes).
 *
 * @param type four digits as a hexadecimal number, such as {@code 0x0420}
 * @param fen field 4; 0 when it is not there, anything when the message is damaged
 * @param stan field 11; 0 when it is not there
 */
record Peek(int type, long fen, int stan) {

  /** Bytes of the fields 2–10, by number; field 2 tells its own length. */
  private static final int[] BYTES = {0, 0, 0, 3, 6, 6, 6, 5, 4, 4, 4};

  /** No message is shorter that has a STAN and a card number. */
  private static final int SHORTEST_REPLY = 64;

  private static final int AMOUNT = 4;
  private static final int STAN = 11;

  /** Whether these bytes, which may be damaged, look like an 0210 or 0110. */
  static boolean replies(byte[] message) {
    return message.length >= SHORTEST_REPLY
        && (message[0] == 0x02 || message[0] == 0x01)
        && message[1] == 0x10;
  }

  /** A 0230. */
  static boolean answersAdvice(byte[] message) {
    return message.length >= SHORTEST_REPLY && message[0] == 0x02 && message[1] == 0x30;
  }

  static Peek at(byte[] message) {
    int type = (message[0] & 0xff) << 8 | message[1] & 0xff;
    int bits = (message[2] & 0xff) << 8 | message[3] & 0xff;
    int at = (bits & 0x8000) == 0 ? 10 : 18;
    long fen = 0;
    if (!has(bits, STAN)) {
      return new Peek(type, fen, 0);
    }
    for (int field = 2; field < STAN; field++) {
      if (has(bits, field)) {
        if (field == AMOUNT) {
          fen = digits(message, at, BYTES[AMOUNT]);
        }
        at += field == 2 ? 1 + ((int) digits(message, at, 1) + 1) / 2 : BYTES[field];
      }
    }
    return new Peek(type, fen, (int) digits(message, at, 3));
  }

  private static boolean has(int bits, int field) {
    return (bits >>> (16 - field) & 1) == 1;
  }

  private static long digits(byte[] message, int at, int bytes) {
    long all = 0;
    for (int i = at; i < at + bytes && i < message.length; i++) {
      all = all * 100 + digits(message[i]);
    }
    return all;
  }

  private static int digits(byte packed) {
    return (packed >>> 4 & 0xf) * 10 + (packed & 0xf);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04x STAN %06d", type, stan);
  }
}
