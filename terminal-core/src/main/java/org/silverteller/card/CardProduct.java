package org.silverteller.card;

/**
 * What a card range tells about a card before anybody is asked.
 *
 * @param scheme whose mark it bears
 * @param issuer own bank, another domestic bank, or foreign
 * @param senior a pension or senior card: the elder profile opens with it
 */
public record CardProduct(CardScheme scheme, Issuer issuer, boolean senior) {

  /** Who issued the card, seen from this machine's bank. */
  public enum Issuer {
    OWN,
    DOMESTIC,
    FOREIGN
  }

  public boolean own() {
    return issuer == Issuer.OWN;
  }

  public boolean foreign() {
    return issuer == Issuer.FOREIGN;
  }
}
