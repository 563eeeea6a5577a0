package org.silverteller.simulator.hardware;

import org.silverteller.card.CardFormatException;
import org.silverteller.card.CardScheme;
import org.silverteller.card.Pan;
import org.silverteller.card.Track2;

/**
 * A bank card of the simulation, and what its holder knows.
 *
 * @param name how people and scripts call it, for instance {@code own-0421}
 * @param track2 what was written on the stripe (ISO/IEC 7813)
 * @param pin 4–12 digits, as the holder remembers it; no part of a real machine ever sees it in
 *     clear
 * @param scheme the mark on its front
 * @param stripe the condition of the magnetic stripe
 */
public record VirtualCard(
    String name, Track2 track2, String pin, CardScheme scheme, Stripe stripe) {

  /** The condition of a magnetic stripe. */
  public enum Stripe {
    GOOD,
    /** Scratched or wiped: no head reads it. */
    DAMAGED
  }

  private static final String DISCRETIONARY = "00000";

  /**
   * @throws IllegalArgumentException when the check digit is wrong (ISO/IEC 7812-1) or the PIN is
   *     not one; tells the card's name, never its digits
   */
  public VirtualCard {
    if (!checkDigitHolds(track2.pan().reveal())) {
      throw new IllegalArgumentException(name + ": the PAN's check digit is wrong");
    }
    if (!pin.matches("[0-9]{4,12}")) {
      throw new IllegalArgumentException(
          name + ": a PIN of " + pin.length() + " characters; expected 4–12 digits");
    }
  }

  /**
   * A card with a good stripe.
   *
   * @param pan 12–19 digits with a right check digit
   * @param expiry YYMM
   * @param serviceCode three digits (ISO/IEC 7813)
   * @throws IllegalArgumentException naming the card and what is wrong with it
   */
  public static VirtualCard of(
      String name, String pan, String expiry, String serviceCode, String pin, CardScheme scheme) {
    try {
      Track2 track2 = Track2.parse(pan + "=" + expiry + serviceCode + DISCRETIONARY);
      return new VirtualCard(name, track2, pin, scheme, Stripe.GOOD);
    } catch (CardFormatException wrong) {
      throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
    }
  }

  /** The same card with a stripe that no head reads. */
  public VirtualCard damaged() {
    return new VirtualCard(name, track2, pin, scheme, Stripe.DAMAGED);
  }

  /** What a head reads off the stripe: a copy, which its reader may erase. */
  Track2 read() {
    try {
      return Track2.parse(track2.reveal());
    } catch (CardFormatException wrong) {
      throw new IllegalStateException(name + ": the stripe has changed by itself", wrong);
    }
  }

  public Pan pan() {
    return track2.pan();
  }

  /** YYMM. */
  public String expiry() {
    return track2.expiry();
  }

  public String serviceCode() {
    return track2.serviceCode();
  }

  /** Name and masked PAN. */
  @Override
  public String toString() {
    return name + " " + pan().masked();
  }

  private static boolean checkDigitHolds(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int doubled = digit * 2;
      sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
