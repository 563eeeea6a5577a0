package org.silverteller.simulator.bank;

import java.time.InstantSource;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger.BankException;
import org.silverteller.simulator.bank.Posting.Standing;

/**
 * Takes reversals (0420, 0421) and completions (0220, 0221). Whatever comes twice, late or in the
 * wrong order has the effect of coming once: the first one settles, a repeat is answered 00, and
 * one that contradicts it is answered 12 and left to people.
 */
final class Settlement {

  private static final String ACCEPTED = "00";
  private static final String INVALID = "12";
  private static final String NOT_FOUND = "25";

  private final BankLedger ledger;
  private final CardFile cards;
  private final BusinessDay day;
  private final InstantSource clock;

  /**
   * A reversal, free of how it was written.
   *
   * @param original what field 90 names, at the terminal that sends it
   * @param requested field 4: the original amount
   * @param paid field 95: what the customer has; empty when nothing was paid
   */
  record Reversal(
      TransactionId original,
      String rrn,
      AccountNumber number,
      Money requested,
      Optional<Money> paid) {}

  /**
   * A completion, free of how it was written.
   *
   * @param paid field 4: the actual amount; empty when the terminal cannot know
   */
  record Completion(TransactionId original, AccountNumber number, Optional<Money> paid) {}

  Settlement(BankLedger ledger, CardFile cards, BusinessDay day, InstantSource clock) {
    this.ledger = ledger;
    this.cards = cards;
    this.day = day;
    this.clock = clock;
  }

  /** Field 39 of the 0430. */
  String reverse(Reversal reversal) {
    Optional<Posting> known = ledger.posting(reversal.original());
    if (known.isEmpty()) {
      ledger.enter(tombstone(reversal));
      return ACCEPTED;
    }
    Posting posting = known.get();
    return switch (posting.standing()) {
      case TOMBSTONE, DECLINED, INQUIRY -> acknowledge(posting);
      case DEBITED, SUSPECT -> {
        String objection = objection(posting, reversal);
        yield objection.isEmpty()
            ? settle(posting, Standing.REVERSED, reversal.paid().orElse(Money.ZERO))
            : refuse(posting, objection);
      }
      case REVERSED, COMPLETED -> confirm(posting, reversal.paid().orElse(Money.ZERO));
    };
  }

  /** Field 39 of the 0230. */
  String complete(Completion completion) {
    Optional<Posting> known = ledger.posting(completion.original());
    if (known.isEmpty()) {
      return raise(completion.original(), NOT_FOUND, "completion of a request that never came");
    }
    Posting posting = known.get();
    if (!posting.number().equals(completion.number())) {
      return refuse(posting, "completion for another card");
    }
    return switch (posting.standing()) {
      case TOMBSTONE, DECLINED, INQUIRY ->
          completion.paid().filter(Money::isZero).isPresent()
              ? acknowledge(posting)
              : refuse(posting, "completion of what was never debited");
      case DEBITED, SUSPECT -> close(posting, completion.paid());
      case REVERSED, COMPLETED ->
          completion.paid().isPresent()
              ? confirm(posting, completion.paid().get())
              : refuse(posting, "unknown outcome told after the settlement");
    };
  }

  private String close(Posting posting, Optional<Money> paid) {
    if (paid.isEmpty()) {
      ledger.settle(posting, Standing.SUSPECT, Money.ZERO);
      return ACCEPTED;
    }
    return paid.get().isMoreThan(posting.debited())
        ? refuse(posting, "completion of " + paid.get() + " for a debit of " + posting.debited())
        : settle(posting, Standing.COMPLETED, paid.get());
  }

  private String objection(Posting posting, Reversal reversal) {
    if (!posting.number().equals(reversal.number())) {
      return "reversal for another card";
    }
    if (!posting.requested().equals(reversal.requested())) {
      return "reversal of " + reversal.requested() + " for a request of " + posting.requested();
    }
    if (reversal.paid().isPresent() && !ownCard(reversal.number())) {
      return "field 95 for another bank's card";
    }
    return reversal.paid().filter(paid -> paid.isMoreThan(posting.debited())).isPresent()
        ? "reversal that leaves more than the debit of " + posting.debited()
        : "";
  }

  private boolean ownCard(AccountNumber number) {
    return cards.find(number).filter(card -> card.issuer() == Issuer.OWN).isPresent();
  }

  private String settle(Posting posting, Standing standing, Money paid) {
    Money back = posting.debited().minus(paid);
    ledger.settle(posting, standing, back);
    cards
        .find(posting.number())
        .ifPresent(card -> card.undraw(BusinessDay.calendarDay(posting.at()), back, paid.isZero()));
    return ACCEPTED;
  }

  private String confirm(Posting posting, Money paid) {
    return posting.retained().equals(paid)
        ? acknowledge(posting)
        : refuse(posting, "settled with " + posting.retained() + " paid, now told " + paid);
  }

  private String acknowledge(Posting posting) {
    ledger.noteAdvice(posting);
    return ACCEPTED;
  }

  private String refuse(Posting posting, String what) {
    ledger.noteAdvice(posting);
    return raise(posting.id(), INVALID, what);
  }

  private String raise(TransactionId id, String code, String what) {
    ledger.raise(new BankException(clock.instant(), id, code, what));
    return code;
  }

  private Posting tombstone(Reversal reversal) {
    return new Posting(
        reversal.original(),
        reversal.rrn(),
        reversal.number(),
        cards.find(reversal.number()).map(CardOnFile::account).orElse(""),
        clock.instant(),
        day.date(),
        "",
        "",
        reversal.requested(),
        Money.ZERO,
        Money.ZERO,
        Standing.TOMBSTONE,
        0,
        1);
  }
}
