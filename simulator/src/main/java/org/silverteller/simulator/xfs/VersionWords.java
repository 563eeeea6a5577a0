package org.silverteller.simulator.xfs;

/**
 * Version words of the API: the major number in the low byte, the minor one in the high byte, and
 * ranges of them with the lowest in the high word.
 */
final class VersionWords {

  static final int V3_00 = 0x0003;
  static final int V3_30 = 0x1E03;

  private VersionWords() {}

  static int lowest(int range) {
    return range >>> 16;
  }

  static int highest(int range) {
    return range & 0xFFFF;
  }

  static boolean newer(int one, int other) {
    return inOrder(one) > inOrder(other);
  }

  static int older(int one, int other) {
    return newer(one, other) ? other : one;
  }

  private static int inOrder(int word) {
    return (word & 0xFF) << 8 | word >>> 8;
  }
}
