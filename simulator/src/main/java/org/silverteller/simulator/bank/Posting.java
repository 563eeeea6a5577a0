package org.silverteller.simulator.bank;

import java.time.Instant;
import java.time.LocalDate;
import org.silverteller.card.AccountNumber;
import org.silverteller.money.Money;

/**
 * What the books say of one transaction.
 *
 * @param rrn field 37, or empty when only its reversal was ever seen
 * @param number of the card or passbook; masks itself
 * @param account number of the account, or empty when the card is on no account here
 * @param at when the bank first heard of it
 * @param code what the bank decided (field 39), whatever reply arrived; empty for a tombstone
 * @param authCode field 38, or empty
 * @param requested what was asked for
 * @param debited taken from the account before the reply was sent
 * @param reversed given back; at most {@code debited}, and in one piece
 * @param credited given to the account for a deposit, in one piece
 * @param repeats how many duplicate requests were refused with 94
 * @param advices how many reversals and completions came for it, repeats included
 */
public record Posting(
    TransactionId id,
    String rrn,
    AccountNumber number,
    String account,
    Instant at,
    LocalDate businessDate,
    String code,
    String authCode,
    Money requested,
    Money debited,
    Money reversed,
    Money credited,
    Standing standing,
    int repeats,
    int advices) {

  /** How far the bank considers a transaction settled. */
  public enum Standing {
    /** A question about the balance: nothing to settle. */
    INQUIRY,
    /** Refused: nothing was debited. */
    DECLINED,
    /** Something other than money was changed, and nobody has taken it back since. */
    DONE,
    /** Debited, and nobody has said since what became of it. */
    DEBITED,
    /** A deposit that will be taken: nothing is credited before its completion. */
    ADMITTED,
    /** A reversal has given back all of it or the part that was not paid. */
    REVERSED,
    /** A transfer that its customer has taken back before it was posted. */
    CANCELLED,
    /** A completion has told the amount that was paid. */
    COMPLETED,
    /** A completion has told that the outcome is unknown; the debit stands until people decide. */
    SUSPECT,
    /** Its reversal came, the request did not; should it still come, it is refused with 94. */
    TOMBSTONE
  }

  public Posting {
    if (reversed.isMoreThan(debited)) {
      throw new IllegalStateException(id + ": reversed " + reversed + " of " + debited);
    }
  }

  /** What the customer has paid in the end. */
  public Money retained() {
    return debited.minus(reversed);
  }

  /** An advice has closed it, so that a further one can only repeat or contradict. */
  public boolean settled() {
    return switch (standing) {
      case REVERSED, COMPLETED, CANCELLED -> true;
      case INQUIRY, DECLINED, DONE, DEBITED, ADMITTED, SUSPECT, TOMBSTONE -> false;
    };
  }

  Posting repeated() {
    return copy(reversed, credited, standing, repeats + 1, advices);
  }

  Posting advised() {
    return copy(reversed, credited, standing, repeats, advices + 1);
  }

  Posting advised(Standing next, Money back) {
    return copy(back, credited, next, repeats, advices + 1);
  }

  /** A deposit as its completion tells it. */
  Posting completed(Money stored) {
    return copy(reversed, stored, Standing.COMPLETED, repeats, advices + 1);
  }

  private Posting copy(
      Money back, Money given, Standing next, int requestsRefused, int advicesSeen) {
    return new Posting(
        id,
        rrn,
        number,
        account,
        at,
        businessDate,
        code,
        authCode,
        requested,
        debited,
        back,
        given,
        next,
        requestsRefused,
        advicesSeen);
  }
}
