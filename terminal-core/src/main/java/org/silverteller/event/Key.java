package org.silverteller.event;

/** A key of the PIN pad. */
public enum Key {
  D0,
  D1,
  D2,
  D3,
  D4,
  D5,
  D6,
  D7,
  D8,
  D9,
  /** A digit of a PIN: which one is not told. */
  HIDDEN,
  ENTER,
  CLEAR,
  CANCEL;

  private static final Key[] ALL = values();

  /** A digit that is told. */
  public boolean digit() {
    return ordinal() <= D9.ordinal();
  }

  /**
   * The value of a digit that is told, 0–9.
   *
   * @throws IllegalStateException for any other key
   */
  public int value() {
    if (!digit()) {
      throw new IllegalStateException(this + " is no digit");
    }
    return ordinal();
  }

  public static Key ofDigit(int digit) {
    return ALL[digit];
  }
}
