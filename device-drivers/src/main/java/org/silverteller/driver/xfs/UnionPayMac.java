package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The UnionPay ECB MAC for pads that encrypt blocks but do not know it by name: all blocks joined
 * by XOR and written as sixteen hex digits; the first half encrypted, joined with the second half,
 * encrypted again; of that, as hex digits, the first eight. The key stays in the pad: what is
 * outside are blocks that the message itself tells, and encrypted ones.
 */
final class UnionPayMac {

  static final int BLOCK = 8;

  /** Encrypts one block of eight bytes under the MAC key. */
  interface Cipher {
    byte[] encrypted(byte[] block) throws XfsFault;
  }

  private UnionPayMac() {}

  /**
   * @param blocks whole blocks, filled with zeros
   */
  static byte[] of(byte[] blocks, Cipher cipher) throws XfsFault {
    byte[] joined = new byte[BLOCK];
    for (int at = 0; at < blocks.length; at += BLOCK) {
      join(joined, blocks, at);
    }
    byte[] digits = digits(joined);
    byte[] block = cipher.encrypted(Arrays.copyOf(digits, BLOCK));
    join(block, digits, BLOCK);
    return Arrays.copyOf(digits(cipher.encrypted(block)), BLOCK);
  }

  private static void join(byte[] into, byte[] from, int at) {
    for (int i = 0; i < BLOCK; i++) {
      into[i] ^= from[at + i];
    }
  }

  private static byte[] digits(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes).getBytes(US_ASCII);
  }
}
