package org.silverteller.host;

/** How the card's data were read (ISO 8583 field 22). */
public enum CardEntry {
  STRIPE("021"),
  CHIP("051"),
  CONTACTLESS("071"),
  FALLBACK("801");

  private final String code;

  CardEntry(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
