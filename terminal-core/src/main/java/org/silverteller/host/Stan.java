package org.silverteller.host;

/**
 * System trace audit number (ISO 8583 field 11). Comes from the store, so that none is used twice
 * across reboots within a day.
 *
 * @param value 1–999999
 */
public record Stan(int value) {

  public Stan {
    if (value < 1 || value > 999_999) {
      throw new IllegalArgumentException("STAN " + value + ": expected 1–999999");
    }
  }

  /** Six digits. */
  @Override
  public String toString() {
    return Integer.toString(1_000_000 + value).substring(1);
  }
}
