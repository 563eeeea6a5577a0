package org.silverteller.session;

/**
 * How a PIN is asked for. The entry ends with Enter alone: foreign PINs have 4–6 digits, the
 * standard allows 4–12 (ISO 9564-1, 8.1; service rules 3.4).
 *
 * @param minDigits the fewest digits that Enter accepts
 * @param maxDigits the most digits taken
 * @param tries wrong PINs in one session before it ends
 * @param keepCardAfterStop keep the card when its bank says that the PIN tries are used up (38,
 *     75); otherwise it is handed back
 */
public record PinRules(int minDigits, int maxDigits, int tries, boolean keepCardAfterStop) {

  public static final PinRules DEFAULT = new PinRules(4, 12, 3, false);

  public PinRules {
    if (minDigits < 4 || minDigits > maxDigits || maxDigits > 12) {
      throw new IllegalArgumentException(
          "minDigits " + minDigits + " and maxDigits " + maxDigits + ": expected 4 … 12, in order");
    }
    if (tries < 1 || tries > 3) {
      throw new IllegalArgumentException("tries " + tries + ": expected 1 … 3");
    }
  }
}
