package org.silverteller.host.iso8583;

import java.util.Optional;

/**
 * The message types this terminal and its host exchange (ISO 8583:1987, 4.1). Anything else is
 * refused before it is parsed.
 */
public enum Mti {
  AUTHORISATION_REQUEST(0x0100),
  AUTHORISATION_RESPONSE(0x0110),
  FINANCIAL_REQUEST(0x0200),
  FINANCIAL_RESPONSE(0x0210),
  FINANCIAL_ADVICE(0x0220),
  FINANCIAL_ADVICE_REPEAT(0x0221),
  FINANCIAL_ADVICE_RESPONSE(0x0230),
  REVERSAL_ADVICE(0x0420),
  REVERSAL_ADVICE_REPEAT(0x0421),
  REVERSAL_ADVICE_RESPONSE(0x0430),
  NETWORK_REQUEST(0x0800),
  NETWORK_RESPONSE(0x0810),
  NETWORK_ADVICE(0x0820),
  NETWORK_ADVICE_RESPONSE(0x0830);

  private static final Mti[] ALL = values();

  private final int code;
  private final String digits;

  Mti(int code) {
    this.code = code;
    this.digits = String.format("%04x", code);
  }

  /** The four digits as packed BCD: 0x0200. */
  public int code() {
    return code;
  }

  static Optional<Mti> ofCode(int code) {
    for (Mti mti : ALL) {
      if (mti.code == code) {
        return Optional.of(mti);
      }
    }
    return Optional.empty();
  }

  /**
   * The type that answers this one: 0200 → 0210, 0420 and 0421 → 0430, 0820 → 0830.
   *
   * @throws IllegalStateException when this is an answer itself
   */
  public Mti response() {
    return ofCode((code & 0xfff0) + 0x10)
        .filter(answer -> !isResponse())
        .orElseThrow(() -> new IllegalStateException(digits + " is not answered"));
  }

  public boolean isResponse() {
    return (code & 0x10) != 0;
  }

  /** Four digits: {@code 0200}. */
  @Override
  public String toString() {
    return digits;
  }
}
