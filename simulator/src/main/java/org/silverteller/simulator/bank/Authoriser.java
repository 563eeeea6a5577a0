package org.silverteller.simulator.bank;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.card.CardScheme;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.StatementRows;
import org.silverteller.money.Money;

/**
 * Looks at who asks: a repeat, the card, its PIN, the network of its scheme. What is asked for is
 * then decided by the teller of that service.
 */
final class Authoriser {

  private static final String APPROVED = Decisions.APPROVED;
  private static final String DUPLICATE = "94";

  private final BankLedger ledger;
  private final CardFile cards;
  private final BusinessDay day;
  private final BankRules rules;
  private final Decisions decisions;
  private final BookDesk books;
  private final Map<Service, Teller> tellers;
  private final Set<CardScheme> unreachable = EnumSet.noneOf(CardScheme.class);

  Authoriser(
      BankLedger ledger,
      TransferBook book,
      PayeeFile payees,
      CardFile cards,
      BusinessDay day,
      BankRules rules,
      InstantSource clock,
      Decisions decisions,
      BookDesk books) {
    this.ledger = ledger;
    this.cards = cards;
    this.day = day;
    this.rules = rules;
    this.decisions = decisions;
    this.books = books;
    this.tellers =
        new EnumMap<>(new TransferDesk(ledger, book, payees, rules, clock, decisions).tellers());
    tellers.put(Service.WITHDRAWAL, new CashTeller(ledger, rules, clock, decisions));
    tellers.put(Service.DEPOSIT, new DepositTeller(decisions));
    tellers.put(Service.BALANCE, (asked, card, atMost) -> decisions.inform(asked, card));
    tellers.put(Service.STATEMENT, (asked, card, atMost) -> statement(asked, card));
    tellers.put(Service.PIN_CHANGE, new PinTeller(decisions));
    tellers.put(Service.BOOK_CHECK, (asked, card, atMost) -> books.check(asked, card));
    tellers.put(Service.BOOK_ROWS, (asked, card, atMost) -> books.rows(asked, card));
  }

  private Decision statement(Asked asked, CardOnFile card) {
    return card.issuer() == Issuer.OWN
        ? decisions
            .inform(asked, card)
            .telling(Map.of(Field.KEYS, StatementRows.write(ledger.movements(card.account()))))
        : decisions.refuse(asked, card.account(), "57");
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
    Optional<CardOnFile> onFile = cards.find(asked.number());
    if (onFile.isEmpty()) {
      return decisions.refuse(asked, "", "14");
    }
    CardOnFile card = onFile.get();
    String code = refusal(asked, card);
    if (!code.equals(APPROVED)) {
      return decisions.refuse(asked, card.account(), code);
    }
    return tellers.get(asked.service()).serve(asked, card, atMost);
  }

  /** Refuses without a look at card or account, as a switch does on the issuer's behalf. */
  Decision refuse(Asked asked, String code) {
    if (ledger.posting(asked.id()).isPresent()) {
      return authorise(asked, Optional.empty());
    }
    return decisions.refuse(
        asked, cards.find(asked.number()).map(CardOnFile::account).orElse(""), code);
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
    return books.refusal(asked).orElseGet(() -> pinRefusal(asked, card));
  }

  private static boolean foreignFallback(Asked asked, CardOnFile card) {
    return asked.fallback() && card.issuer() == Issuer.FOREIGN;
  }

  /** A deposit takes nothing from the account: field 52 is conditional, and none is asked for. */
  private String pinRefusal(Asked asked, CardOnFile card) {
    if (asked.service() == Service.DEPOSIT) {
      return APPROVED;
    }
    if (card.wrongPins() >= rules.pinTries()) {
      return "75";
    }
    if (asked.service() == Service.BOOK_CHECK) {
      books.verified(asked, false);
      return APPROVED;
    }
    return switch (asked.pin().compare(asked.number(), card.pin())) {
      case MISSING -> books.verified(asked) ? APPROVED : "55";
      case RIGHT -> {
        books.verified(asked, true);
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
}
