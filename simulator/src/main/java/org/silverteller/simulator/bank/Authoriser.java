package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.card.CardScheme;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.host.Reply.Balances;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Posting.Standing;

/** Decides on withdrawals and inquiries, and debits before anybody is told. */
final class Authoriser {

  private static final String APPROVED = "00";
  private static final String DUPLICATE = "94";

  private final BankLedger ledger;
  private final CardFile cards;
  private final BusinessDay day;
  private final BankRules rules;
  private final InstantSource clock;
  private final Set<CardScheme> unreachable = EnumSet.noneOf(CardScheme.class);
  private int approvals;

  Authoriser(
      BankLedger ledger, CardFile cards, BusinessDay day, BankRules rules, InstantSource clock) {
    this.ledger = ledger;
    this.cards = cards;
    this.day = day;
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether the network of a scheme answers; 91 when not. */
  void reachable(CardScheme scheme, boolean up) {
    if (up) {
      unreachable.remove(scheme);
    } else {
      unreachable.add(scheme);
    }
  }

  Set<CardScheme> unreachable() {
    return Set.copyOf(unreachable);
  }

  /**
   * @param atMost what a withdrawal is approved for at most; less than asked for makes it a partial
   *     approval, 10
   */
  Decision authorise(Asked asked, Optional<Money> atMost) {
    Optional<Posting> known = ledger.posting(asked.id());
    if (known.isPresent()) {
      ledger.noteRepeat(known.get());
      return Decision.refused(DUPLICATE, asked.amount());
    }
    Optional<CardOnFile> onFile = cards.find(asked.pan());
    if (onFile.isEmpty()) {
      return refuse(asked, "", "14");
    }
    CardOnFile card = onFile.get();
    String code = refusal(asked, card);
    if (!code.equals(APPROVED)) {
      return refuse(asked, card.account(), code);
    }
    return asked.service() == Service.BALANCE ? inform(asked, card) : pay(asked, card, atMost);
  }

  /** Refuses without a look at card or account, as a switch does on the issuer's behalf. */
  Decision refuse(Asked asked, String code) {
    if (ledger.posting(asked.id()).isPresent()) {
      return authorise(asked, Optional.empty());
    }
    return refuse(asked, cards.find(asked.pan()).map(CardOnFile::account).orElse(""), code);
  }

  private String refusal(Asked asked, CardOnFile card) {
    if (unreachable.contains(card.scheme()) && card.issuer() != Issuer.OWN) {
      return "91";
    }
    if (card.status() != CardStatus.GOOD) {
      return card.status().code();
    }
    if (card.expired(day.month())) {
      return "54";
    }
    if (card.chip() && asked.byStripe() && !foreignFallback(asked, card)) {
      return "45";
    }
    String pin = pinRefusal(asked, card);
    return pin.equals(APPROVED) && asked.service() == Service.WITHDRAWAL
        ? moneyRefusal(asked.amount(), card)
        : pin;
  }

  private static boolean foreignFallback(Asked asked, CardOnFile card) {
    return asked.fallback() && card.issuer() == Issuer.FOREIGN;
  }

  private String pinRefusal(Asked asked, CardOnFile card) {
    if (card.wrongPins() >= rules.pinTries()) {
      return "75";
    }
    return switch (asked.pin().compare(asked.pan(), card.pin())) {
      case RIGHT -> {
        card.rightPin();
        yield APPROVED;
      }
      case UNREADABLE -> "99";
      case WRONG -> {
        card.wrongPin();
        yield card.wrongPins() >= rules.pinTries() ? rules.lastTryCode() : "55";
      }
    };
  }

  private String moneyRefusal(Money amount, CardOnFile card) {
    long today = BusinessDay.calendarDay(clock.instant());
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
    return amount.isMoreThan(ledger.available(card.account())) ? "51" : APPROVED;
  }

  private Decision refuse(Asked asked, String account, String code) {
    ledger.enter(posting(asked, clock.instant(), account, code, "", Money.ZERO, Standing.DECLINED));
    return Decision.refused(code, asked.amount());
  }

  private Decision inform(Asked asked, CardOnFile card) {
    Instant now = clock.instant();
    ledger.enter(posting(asked, now, card.account(), APPROVED, "", Money.ZERO, Standing.INQUIRY));
    return approved(card, APPROVED, Money.ZERO, "");
  }

  private Decision pay(Asked asked, CardOnFile card, Optional<Money> atMost) {
    Instant now = clock.instant();
    Money most = atMost.orElse(asked.amount());
    boolean partial = asked.amount().isMoreThan(most);
    Money amount = partial ? most : asked.amount();
    String code = partial ? "10" : APPROVED;
    String authCode = nextAuthCode();
    ledger.enter(posting(asked, now, card.account(), code, authCode, amount, Standing.DEBITED));
    card.draw(BusinessDay.calendarDay(now), amount);
    return approved(card, code, amount, authCode);
  }

  private Decision approved(CardOnFile card, String code, Money amount, String authCode) {
    Balances balances =
        new Balances(ledger.balance(card.account()), ledger.available(card.account()));
    AgeBand band =
        card.issuer() != Issuer.OWN
            ? AgeBand.UNKNOWN
            : card.senior() ? AgeBand.OVER_60 : AgeBand.UNDER_60;
    return new Decision(
        code, amount, authCode, Optional.of(balances), band, Optional.of(card.issuer()));
  }

  private String nextAuthCode() {
    approvals = approvals % 999_999 + 1;
    String digits = Integer.toString(approvals);
    return "0".repeat(6 - digits.length()) + digits;
  }

  private Posting posting(
      Asked asked,
      Instant at,
      String account,
      String code,
      String authCode,
      Money debited,
      Standing standing) {
    return new Posting(
        asked.id(),
        asked.rrn(),
        asked.pan(),
        account,
        at,
        day.date(),
        code,
        authCode,
        asked.amount(),
        debited,
        Money.ZERO,
        standing,
        0,
        0);
  }
}
