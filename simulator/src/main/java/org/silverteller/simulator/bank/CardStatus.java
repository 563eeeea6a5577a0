package org.silverteller.simulator.bank;

/** What the issuer has noted about a card. */
public enum CardStatus {
  GOOD("00"),
  /** Restricted: 62, the card is given back. */
  BLOCKED("62"),
  /** Reported lost: 41, the card is kept. */
  LOST("41"),
  /** Reported stolen: 43, the card is kept. */
  STOLEN("43");

  private final String code;

  CardStatus(String code) {
    this.code = code;
  }

  /** Field 39 of every reply about such a card. */
  String code() {
    return code;
  }
}
