package org.silverteller.simulator.bank;

import java.time.InstantSource;
import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.money.Money;

/** Withdrawals: within the limits of bank and account, debited before anybody is told. */
final class CashTeller implements Teller {

  private final BankLedger ledger;
  private final BankRules rules;
  private final InstantSource clock;
  private final Decisions decisions;

  CashTeller(BankLedger ledger, BankRules rules, InstantSource clock, Decisions decisions) {
    this.ledger = ledger;
    this.rules = rules;
    this.clock = clock;
    this.decisions = decisions;
  }

  @Override
  public Decision serve(Asked asked, CardOnFile card, Optional<Money> atMost) {
    long today = BusinessDay.calendarDay(clock.instant());
    String refusal = refusal(asked.amount(), card, today);
    if (!refusal.equals(Decisions.APPROVED)) {
      return decisions.refuse(asked, card.account(), refusal);
    }
    Money most = atMost.orElse(asked.amount());
    boolean partial = asked.amount().isMoreThan(most);
    Money amount = partial ? most : asked.amount();
    card.draw(today, amount);
    return decisions.debit(asked, card, amount, partial ? "10" : Decisions.APPROVED);
  }

  private String refusal(Money amount, CardOnFile card, long today) {
    if (amount.isZero() || amount.fen() % 100 != 0) {
      return "13";
    }
    if (card.issuer() == Issuer.FOREIGN && amount.isMoreThan(rules.foreignLimit())) {
      return "61";
    }
    if (card.timesOn(today) >= rules.dailyCount()) {
      return "65";
    }
    if (card.drawnOn(today).plus(amount).isMoreThan(rules.dailyLimit())) {
      return "61";
    }
    return amount.isMoreThan(ledger.available(card.account())) ? "51" : Decisions.APPROVED;
  }
}
