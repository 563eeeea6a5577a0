package org.silverteller.card;

/**
 * The name of a payee with most of it hidden, such as 张** (service rules 6.4). What a host sends
 * whole is hidden here.
 */
public record PayeeName(String shown) {

  /** Longer than any name that a bank masks. */
  public static final int LONGEST = 20;

  /**
   * @param shown 1–20 letters, digits, points, blanks or stars of any script
   * @throws IllegalArgumentException for anything else; the text does not repeat the name
   */
  public PayeeName {
    int length = shown.codePointCount(0, shown.length());
    if (shown.isBlank() || length > LONGEST) {
      throw new IllegalArgumentException(
          "payee name of " + length + " characters: expected 1 … " + LONGEST);
    }
    if (!shown.codePoints().allMatch(PayeeName::belongs)) {
      throw new IllegalArgumentException(
          "payee name with a control character or sign: expected letters, digits, points and stars");
    }
    if (shown.indexOf('*') < 0) {
      shown = shown.substring(0, shown.offsetByCodePoints(0, 1)) + "**";
    }
  }

  private static boolean belongs(int character) {
    return Character.isLetterOrDigit(character) || " .·'-*".indexOf(character) >= 0;
  }

  /** The account as a payee's is shown: the last four digits alone. */
  public static String tail(AccountNumber account) {
    return "****" + account.lastFour();
  }

  @Override
  public String toString() {
    return shown;
  }
}
