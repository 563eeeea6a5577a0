package org.silverteller.page;

/**
 * What a customer can answer on a page, apart from amounts, mixes and languages. The painter knows
 * its words in each language.
 */
public enum Wish {
  WITHDRAW,
  /** A withdrawal of ten-yuan and other small notes only. */
  SMALL_NOTES,
  BALANCE,
  /** Another amount, to be typed. */
  OTHER_AMOUNT,
  /** The rest of the options, on another page. */
  MORE,
  YES,
  NO,
  CONFIRM,
  /** One page back; nothing has been decided. */
  BACK,
  /** End, and give the card back. */
  EXIT,
  LANGUAGE,
  /** Big print. */
  ENLARGE,
  /** Back from big print. */
  STANDARD,
  HELP;

  public Option option() {
    return new Option.Plain(this);
  }
}
