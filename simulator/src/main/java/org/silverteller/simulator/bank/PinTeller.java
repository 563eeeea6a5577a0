package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.money.Money;

/** PIN changes of the own bank's cards: refused when they are too easy to guess. */
final class PinTeller implements Teller {

  private static final String NOT_PERMITTED = "57";
  private static final String UNREADABLE = "99";
  private static final String WEAK = "63";

  private final Decisions decisions;

  PinTeller(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Decision serve(Asked asked, CardOnFile card, Optional<Money> atMost) {
    if (card.issuer() != Issuer.OWN) {
      return decisions.refuse(asked, card.account(), NOT_PERMITTED);
    }
    Optional<String> pin = asked.pin().newPin(asked.number());
    if (pin.isEmpty()) {
      return decisions.refuse(asked, card.account(), UNREADABLE);
    }
    if (weak(pin.get())) {
      return decisions.refuse(asked, card.account(), WEAK);
    }
    card.changePin(asked.id(), pin.get());
    return decisions.done(asked, card);
  }

  /** One digit again and again, or a run up or down. */
  private static boolean weak(String pin) {
    int step = pin.charAt(1) - pin.charAt(0);
    for (int i = 1; i < pin.length(); i++) {
      if (pin.charAt(i) - pin.charAt(i - 1) != step) {
        return false;
      }
    }
    return Math.abs(step) <= 1;
  }
}
