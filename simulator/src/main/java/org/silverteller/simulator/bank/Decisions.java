package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.host.Reply.Balances;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Posting.Standing;

/** Enters what was decided into the books, and words it as the answer to the terminal. */
final class Decisions {

  static final String APPROVED = "00";

  private final BankLedger ledger;
  private final BusinessDay day;
  private final InstantSource clock;
  private int approvals;

  Decisions(BankLedger ledger, BusinessDay day, InstantSource clock) {
    this.ledger = ledger;
    this.day = day;
    this.clock = clock;
  }

  /** Nothing moves. */
  Decision refuse(Asked asked, String account, String code) {
    ledger.enter(posting(asked, account, code, "", Money.ZERO, Standing.DECLINED));
    return Decision.refused(code, asked.amount());
  }

  /** A question is answered; nothing moves. */
  Decision inform(Asked asked, CardOnFile card) {
    ledger.enter(posting(asked, card.account(), APPROVED, "", Money.ZERO, Standing.INQUIRY));
    return decision(card, APPROVED, Money.ZERO, "");
  }

  /** Something other than money has been changed. */
  Decision done(Asked asked, CardOnFile card) {
    ledger.enter(posting(asked, card.account(), APPROVED, "", Money.ZERO, Standing.DONE));
    return decision(card, APPROVED, Money.ZERO, "");
  }

  /** The amount is debited before anybody is told. */
  Decision debit(Asked asked, CardOnFile card, Money amount, String code) {
    String authCode = nextAuthCode();
    ledger.debit(
        posting(asked, card.account(), code, authCode, amount, Standing.DEBITED),
        asked.service().transfers() ? "ATM转账" : "ATM取款");
    return decision(card, code, amount, authCode);
  }

  /** A deposit will be taken; nothing moves before its completion. */
  Decision admit(Asked asked, CardOnFile card) {
    String authCode = nextAuthCode();
    ledger.enter(posting(asked, card.account(), APPROVED, authCode, Money.ZERO, Standing.ADMITTED));
    return decision(card, APPROVED, asked.amount(), authCode);
  }

  /** Rows were told of that were never asked for: should the request still come, it is refused. */
  void tombstone(BookDesk.Printed printed) {
    ledger.enter(
        new Posting(
            printed.original(),
            printed.rrn(),
            printed.number(),
            "",
            clock.instant(),
            day.date(),
            "",
            "",
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            Standing.TOMBSTONE,
            0,
            1));
  }

  private Decision decision(CardOnFile card, String code, Money amount, String authCode) {
    Balances balances =
        new Balances(ledger.balance(card.account()), ledger.available(card.account()));
    AgeBand band =
        card.issuer() != Issuer.OWN
            ? AgeBand.UNKNOWN
            : card.senior() ? AgeBand.OVER_60 : AgeBand.UNDER_60;
    return new Decision(
        code, amount, authCode, Optional.of(balances), band, Optional.of(card.issuer()), Map.of());
  }

  private String nextAuthCode() {
    approvals = approvals % 999_999 + 1;
    String digits = Integer.toString(approvals);
    return "0".repeat(6 - digits.length()) + digits;
  }

  private Posting posting(
      Asked asked, String account, String code, String authCode, Money debited, Standing standing) {
    Instant now = clock.instant();
    return new Posting(
        asked.id(),
        asked.rrn(),
        asked.number(),
        account,
        now,
        day.date(),
        code,
        authCode,
        asked.amount(),
        debited,
        Money.ZERO,
        Money.ZERO,
        standing,
        0,
        0);
  }
}
