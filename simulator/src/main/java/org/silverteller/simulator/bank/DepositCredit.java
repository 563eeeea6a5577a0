package org.silverteller.simulator.bank;

import java.time.InstantSource;
import java.util.Optional;
import org.silverteller.card.CardProduct.Issuer;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankLedger.BankException;
import org.silverteller.simulator.bank.Posting.Standing;
import org.silverteller.simulator.bank.Settlement.Completion;

/**
 * Credits deposits by their completions, once for each original, whether or not the request ever
 * came: what a terminal tells to be stored is the customer's (CUPS: a deposit confirmation that
 * finds no original is posted). A reversal only makes the request void, and moves nothing.
 */
final class DepositCredit {

  private static final String ACCEPTED = "00";
  private static final String INVALID = "12";
  private static final String UNKNOWN_ACCOUNT = "14";

  private final BankLedger ledger;
  private final CardFile cards;
  private final BusinessDay day;
  private final InstantSource clock;

  DepositCredit(BankLedger ledger, CardFile cards, BusinessDay day, InstantSource clock) {
    this.ledger = ledger;
    this.cards = cards;
    this.day = day;
    this.clock = clock;
  }

  /** Field 39 of the 0430: a late request is refused from now on. */
  String withdraw(Posting posting) {
    if (posting.standing() == Standing.ADMITTED) {
      ledger.settle(posting, Standing.REVERSED, Money.ZERO, day.date());
    } else {
      ledger.noteAdvice(posting);
    }
    return ACCEPTED;
  }

  /**
   * Field 39 of the 0230.
   *
   * @param known the posting of the original, when the bank has heard of it
   */
  String credit(Optional<Posting> known, Completion completion) {
    Optional<CardOnFile> card = cards.find(completion.number());
    if (card.filter(one -> one.issuer() == Issuer.OWN).isEmpty()) {
      return raise(completion, UNKNOWN_ACCOUNT, "deposit to an account that is not here");
    }
    if (completion.paid().isEmpty()) {
      return raise(completion, INVALID, "deposit without an amount");
    }
    Money stored = completion.paid().get();
    if (known.isEmpty()) {
      Posting late = unheardOf(completion, card.get());
      ledger.enter(late);
      ledger.complete(late, stored, day.date());
      return ACCEPTED;
    }
    Posting posting = known.get();
    if (!posting.number().equals(completion.number())) {
      return refuse(posting, completion, "completion for another card");
    }
    if (posting.standing() != Standing.COMPLETED) {
      ledger.complete(posting, stored, day.date());
      return ACCEPTED;
    }
    if (!posting.credited().equals(stored)) {
      return refuse(
          posting, completion, "credited with " + posting.credited() + ", now told " + stored);
    }
    ledger.noteAdvice(posting);
    return ACCEPTED;
  }

  private String refuse(Posting posting, Completion completion, String what) {
    ledger.noteAdvice(posting);
    return raise(completion, INVALID, what);
  }

  private String raise(Completion completion, String code, String what) {
    ledger.raise(new BankException(clock.instant(), completion.original(), code, what));
    return code;
  }

  private Posting unheardOf(Completion completion, CardOnFile card) {
    return new Posting(
        completion.original(),
        completion.rrn(),
        completion.number(),
        card.account(),
        clock.instant(),
        day.date(),
        "",
        "",
        completion.paid().orElseThrow(),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        Standing.ADMITTED,
        0,
        0);
  }
}
