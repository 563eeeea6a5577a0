package org.silverteller.page;

/**
 * An account number as far as it is typed. Stands on the screen whole, for its owner to compare,
 * and nowhere else: its text tells only how long it is.
 */
public record TypedAccount(String digits) {

  public static final TypedAccount NOTHING = new TypedAccount("");

  public TypedAccount then(int digit) {
    return new TypedAccount(digits + digit);
  }

  public int length() {
    return digits.length();
  }

  @Override
  public String toString() {
    return digits.length() + " digits";
  }
}
