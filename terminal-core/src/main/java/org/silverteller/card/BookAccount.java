package org.silverteller.card;

/**
 * The account number of a passbook, as its stripe tells it. Masks itself: only the last four digits
 * are ever shown (service rules 6.4).
 */
public final class BookAccount implements AccountNumber {

  private static final int FEWEST = 12;
  private static final int MOST = 28;

  private final String digits;

  private BookAccount(String digits) {
    this.digits = digits;
  }

  /**
   * @param digits 12–28 digits (fields 102 and 103 hold no more than 28)
   * @throws CardFormatException when it is anything else; the text tells the length, not the digits
   */
  public static BookAccount of(String digits) throws CardFormatException {
    boolean all = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits.length() < FEWEST || digits.length() > MOST || !all) {
      throw new CardFormatException(
          "passbook account of " + digits.length() + " characters: expected 12–28 digits");
    }
    return new BookAccount(digits);
  }

  @Override
  public String reveal() {
    return digits;
  }

  /** {@code ***************1234}. */
  @Override
  public String masked() {
    return "*".repeat(digits.length() - 4) + lastFour();
  }

  @Override
  public String lastFour() {
    return digits.substring(digits.length() - 4);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BookAccount account && account.digits.equals(digits);
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
