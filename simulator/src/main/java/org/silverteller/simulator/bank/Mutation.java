package org.silverteller.simulator.bank;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Damages bytes as a broken line, a broken host or an attacker does; the same way for the same
 * seed.
 */
final class Mutation {

  private static final int MOST_STEPS = 4;

  private Mutation() {}

  /** Bytes that differ from those given, and may be none at all. */
  static byte[] of(byte[] bytes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] damaged = bytes.clone();
    for (int steps = 1 + random.nextInt(MOST_STEPS); steps > 0; steps--) {
      damaged = step(damaged, random);
    }
    return Arrays.equals(damaged, bytes) ? flip(damaged, 0, 0x80) : damaged;
  }

  private static byte[] step(byte[] bytes, SplittableRandom random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> flip(bytes, at, 1 << random.nextInt(8));
      case 1 -> flip(bytes, at, 1 + random.nextInt(255));
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> joined(bytes, at, at + 1 + random.nextInt(8), new byte[0]);
      default -> joined(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
    };
  }

  private static byte[] flip(byte[] bytes, int at, int bits) {
    bytes[at] ^= (byte) bits;
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int end, int resume, byte[] between) {
    byte[] tail =
        resume < bytes.length ? Arrays.copyOfRange(bytes, resume, bytes.length) : new byte[0];
    byte[] joined = Arrays.copyOf(bytes, end + between.length + tail.length);
    System.arraycopy(between, 0, joined, end, between.length);
    System.arraycopy(tail, 0, joined, end + between.length, tail.length);
    return joined;
  }
}
