package org.silverteller.card;

/**
 * A primary account number that masks itself. The digits leave this type only through {@link
 * #reveal()}, for the message codec, the PIN block and the sealed record; never for a log, a page,
 * a slip or an exception text (requirement: at most first six and last four).
 */
public final class Pan implements AccountNumber {

  private final String digits;

  private Pan(String digits) {
    this.digits = digits;
  }

  /**
   * @param digits 12–19 digits (ISO/IEC 7812-1). The check digit is not looked at: some domestic
   *     cards fail it, and only the issuer knows which numbers exist
   * @throws CardFormatException when it is anything else; the text tells the length, not the digits
   */
  public static Pan of(String digits) throws CardFormatException {
    if (digits.length() < 12 || digits.length() > 19 || !allDigits(digits)) {
      throw new CardFormatException(
          "PAN of " + digits.length() + " characters: expected 12–19 digits");
    }
    return new Pan(digits);
  }

  private static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * All digits. Callers are held to the codec, the PIN pad and the sealed record by an architecture
   * test.
   */
  @Override
  public String reveal() {
    return digits;
  }

  /** First six and last four: {@code 622848******1234}. */
  @Override
  public String masked() {
    return digits.substring(0, 6) + "*".repeat(digits.length() - 10) + lastFour();
  }

  @Override
  public String lastFour() {
    return digits.substring(digits.length() - 4);
  }

  public int length() {
    return digits.length();
  }

  public boolean startsWith(String prefix) {
    return digits.startsWith(prefix);
  }

  /** Whether the first digits lie between two prefixes of equal length, both included. */
  boolean startsBetween(String low, String high) {
    return startComparedTo(low) >= 0 && startComparedTo(high) <= 0;
  }

  private int startComparedTo(String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (digits.charAt(i) != prefix.charAt(i)) {
        return digits.charAt(i) - prefix.charAt(i);
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pan pan && pan.digits.equals(digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
