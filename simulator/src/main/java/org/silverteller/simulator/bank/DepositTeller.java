package org.silverteller.simulator.bank;

import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.money.Money;

/** Deposits: says whether an own account takes it. Nothing is credited before the completion. */
final class DepositTeller implements Teller {

  private static final String NOT_PERMITTED = "57";
  private static final String INVALID_AMOUNT = "13";

  private final Decisions decisions;

  DepositTeller(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Decision serve(Asked asked, CardOnFile card, Optional<Money> atMost) {
    if (card.issuer() != Issuer.OWN) {
      return decisions.refuse(asked, card.account(), NOT_PERMITTED);
    }
    return asked.amount().isZero()
        ? decisions.refuse(asked, card.account(), INVALID_AMOUNT)
        : decisions.admit(asked, card);
  }
}
