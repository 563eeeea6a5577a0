package org.silverteller.driver.xfs;

import java.util.Optional;

/**
 * Versions of the XFS structures. A version word holds the major number in its low byte and the
 * minor number in its high byte: 3.30 is 0x1E03 (CWA 16926-1, version negotiation).
 */
public enum XfsVersion {
  V3_00(3, 0),
  V3_10(3, 10),
  V3_20(3, 20),
  V3_30(3, 30);

  private final int major;
  private final int minor;

  XfsVersion(int major, int minor) {
    this.major = major;
    this.minor = minor;
  }

  public int word() {
    return minor << 8 | major;
  }

  /**
   * A range as WFSStartUp and WFSOpen take it: lowest version in the high word, highest in the low.
   */
  public static int range(XfsVersion lowest, XfsVersion highest) {
    return lowest.word() << 16 | highest.word();
  }

  /**
   * The newest of these versions whose structures a provider of this version word fills: 3.03 fills
   * those of 3.00, 3.40 those of 3.30 and more.
   *
   * @return empty below 3.00
   */
  public static Optional<XfsVersion> filledBy(int word) {
    int found = number(word & 0xFF, word >>> 8 & 0xFF);
    Optional<XfsVersion> newest = Optional.empty();
    for (XfsVersion version : values()) {
      if (number(version.major, version.minor) <= found) {
        newest = Optional.of(version);
      }
    }
    return newest;
  }

  /** A version word as people write it, such as 3.30. */
  public static String text(int word) {
    return String.format("%d.%02d", word & 0xFF, word >>> 8 & 0xFF);
  }

  private static int number(int major, int minor) {
    return major * 100 + minor;
  }

  @Override
  public String toString() {
    return text(word());
  }
}
