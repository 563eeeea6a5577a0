package org.silverteller.simulator.bank;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.silverteller.host.iso8583.AdditionalData.tag;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.host.Service;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.TransferFields;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.TransferBook.Standing;
import org.silverteller.simulator.bank.TransferBook.Transfer;

/** Transfers of the bank's own customers, and what they ask about them. */
final class TransferDesk {

  private static final String NOT_POSSIBLE = "12";
  private static final String NO_SUCH_ACCOUNT = "14";
  private static final String NOT_PERMITTED = "57";
  private static final String RESTRICTED = "62";

  /** A name with a line feed and a bell, as GB 18030 in hexadecimal. */
  private static final String BAD_NAME = "D5C50A07";

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);

  private final BankLedger ledger;
  private final TransferBook book;
  private final PayeeFile payees;
  private final BankRules rules;
  private final InstantSource clock;
  private final Decisions decisions;

  TransferDesk(
      BankLedger ledger,
      TransferBook book,
      PayeeFile payees,
      BankRules rules,
      InstantSource clock,
      Decisions decisions) {
    this.ledger = ledger;
    this.book = book;
    this.payees = payees;
    this.rules = rules;
    this.clock = clock;
    this.decisions = decisions;
  }

  Map<Service, Teller> tellers() {
    return Map.of(
        Service.ACCOUNTS, own(this::accounts),
        Service.PAYEE_CHECK, own(this::check),
        Service.PENDING_TRANSFERS, own(this::pending),
        Service.TRANSFER_CANCEL, own(this::cancel),
        Service.TRANSFER_OWN, own(this::transfer),
        Service.TRANSFER_OTHER, own(this::transfer));
  }

  private interface OwnTeller {
    Decision serve(Asked asked, CardOnFile card);
  }

  /** The bank's own cards only. */
  private Teller own(OwnTeller teller) {
    return (asked, card, atMost) ->
        card.issuer() == Issuer.OWN
            ? teller.serve(asked, card)
            : decisions.refuse(asked, card.account(), NOT_PERMITTED);
  }

  private Decision accounts(Asked asked, CardOnFile card) {
    StringBuilder rows = new StringBuilder();
    for (PayeeFile.Entry entry : payees.ownedBy(card.account())) {
      rows.append(entry.number().reveal()).append(',').append(entry.kind()).append(';');
    }
    return listing(decisions.inform(asked, card), rows);
  }

  private Decision check(Asked asked, CardOnFile card) {
    Decision yes = decisions.inform(asked, card);
    Optional<PayeeFile.Entry> found = asked.to().flatMap(payees::find);
    if (found.isEmpty()) {
      return told(yes, tag(TransferFields.STANDING, "02"));
    }
    PayeeFile.Entry payee = found.get();
    String name = payees.badlyNamed(payee.number()) ? BAD_NAME : TransferFields.hex(payee.name());
    boolean known =
        book.known(card.account(), payee.account())
            || payees.paidBefore(card.account(), payee.number());
    return told(
        yes,
        tag(TransferFields.STANDING, payees.listed(payee.number()) ? "01" : "00")
            + tag(TransferFields.NAME, name)
            + flag(TransferFields.OWN, payee.owner().equals(card.account()))
            + flag(TransferFields.KNOWN, known)
            + flag(TransferFields.REAL_TIME, !payees.slow(payee.number()))
            + tag(TransferFields.LEFT_TODAY, ReplyWriter.digits(leftToday(card))));
  }

  /** A field that would be empty is left out. */
  private static Decision listing(Decision yes, StringBuilder rows) {
    return rows.isEmpty()
        ? yes
        : yes.telling(Map.of(Field.KEYS, rows.toString().getBytes(US_ASCII)));
  }

  private static Decision told(Decision yes, String tags) {
    return yes.telling(Map.of(Field.ADDITIONAL_DATA, tags.getBytes(US_ASCII)));
  }

  private static String flag(String name, boolean set) {
    return tag(name, set ? "1" : "0");
  }

  private Money leftToday(CardOnFile card) {
    long today = BusinessDay.calendarDay(clock.instant());
    Money limit = rules.transferLimit();
    Money sent = card.sentOn(today);
    return sent.isMoreThan(limit) ? Money.ZERO : limit.minus(sent);
  }

  private Decision pending(Asked asked, CardOnFile card) {
    StringBuilder rows = new StringBuilder();
    List<Transfer> held = book.pending(card.account());
    for (Transfer one : held.subList(0, Math.min(held.size(), TransferFields.MOST_ROWS))) {
      rows.append(one.reference())
          .append(',')
          .append(ReplyWriter.digits(one.amount()))
          .append(',')
          .append(UNTIL.format(BusinessDay.local(one.due())))
          .append(',')
          .append(one.tail())
          .append(',')
          .append(TransferFields.hex(one.name()))
          .append(';');
    }
    return listing(decisions.inform(asked, card), rows);
  }

  private Decision cancel(Asked asked, CardOnFile card) {
    return book.cancel(card.account(), asked.reference())
        ? decisions.inform(asked, card)
        : decisions.refuse(asked, card.account(), NOT_POSSIBLE);
  }

  private Decision transfer(Asked asked, CardOnFile card) {
    Optional<PayeeFile.Entry> payee = asked.to().flatMap(payees::find);
    String refusal = payee.isEmpty() ? NO_SUCH_ACCOUNT : refusal(asked, card, payee.get());
    if (!refusal.equals(Decisions.APPROVED)) {
      return decisions.refuse(asked, card.account(), refusal);
    }
    Decision yes = decisions.debit(asked, card, asked.amount(), Decisions.APPROVED);
    Instant now = clock.instant();
    card.send(BusinessDay.calendarDay(now), asked.amount());
    book.accept(
        new Transfer(
            asked.id(),
            asked.rrn(),
            card.account(),
            payee.get().account(),
            payee.get().name(),
            payee.get().number().lastFour(),
            asked.amount(),
            asked.later() ? now.plus(TransferBook.HOLD) : now,
            Standing.HELD));
    return yes;
  }

  private String refusal(Asked asked, CardOnFile card, PayeeFile.Entry payee) {
    if (asked.amount().isZero() || payee.account().equals(card.account())) {
      return "13";
    }
    if (payees.listed(payee.number())) {
      return RESTRICTED;
    }
    boolean own = payee.owner().equals(card.account());
    if (asked.service() == Service.TRANSFER_OWN && !own) {
      return NOT_PERMITTED;
    }
    if (!own && !asked.later() && payees.slow(payee.number())) {
      return NOT_PERMITTED;
    }
    if (asked.amount().isMoreThan(leftToday(card))) {
      return "61";
    }
    return asked.amount().isMoreThan(ledger.available(card.account())) ? "51" : Decisions.APPROVED;
  }
}
