package org.silverteller.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.money.Money;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.ProfileId;
import org.silverteller.page.TransferPage;
import org.silverteller.page.TransferPage.Stopped.Cause;
import org.silverteller.page.Wish;
import org.silverteller.session.GuardRules.Answer;
import org.silverteller.session.GuardRules.Consequence;
import org.silverteller.session.GuardRules.Deed;
import org.silverteller.session.GuardRules.Question;
import org.silverteller.store.TransactionRecord;

/**
 * Stands between a customer and a fraudster who tells the customer what to do: asks the bank's
 * questions, lets time pass, and stops what a risky answer or the case list says must not go on
 * (service rules 5.4 and 5.5). What was asked and answered is journaled by the ids of question and
 * answer, never in words of the customer.
 */
final class FraudGuard {

  /** The seconds left are shown anew so often. */
  private static final Duration TICK = Duration.ofSeconds(5);

  private final Dialogue dialogue;
  private final Ledger ledger;
  private final GuardRules rules;
  private boolean transfersStopped;

  FraudGuard(Dialogue dialogue, Ledger ledger, GuardRules rules) {
    this.dialogue = dialogue;
    this.ledger = ledger;
    this.rules = rules;
  }

  /** A new customer. */
  void forget() {
    transfersStopped = false;
  }

  /** No transfer is made any more while this customer stands here. */
  boolean transfersStopped() {
    return transfersStopped;
  }

  /**
   * @return whether the transfer may go on; when not, the customer has been told
   */
  boolean letsTransfer(Details.Payee payee) throws Cancelled {
    return !rules.asksBeforeTransfer(payee.own(), payee.known())
        || passes(Deed.TRANSFER, Cause.TRANSFER);
  }

  /**
   * @param drawn what this machine has paid from the account today, each withdrawal
   * @return whether the cash may be paid; when not, the customer has been told
   */
  boolean letsDraw(Holder holder, Money amount, List<Money> drawn) throws Cancelled {
    return !rules.asksBeforeCash(elder(holder), amount, drawn) || passes(Deed.CASH, Cause.CASH);
  }

  /** In big print, or with a card for seniors though the customer has gone back to small print. */
  private boolean elder(Holder holder) {
    return dialogue.look().profile().equals(ProfileId.ELDER)
        || holder.product().filter(product -> product.senior()).isPresent();
  }

  private boolean passes(Deed deed, Cause cause) throws Cancelled {
    ledger.journal("GUARD ASKS BEFORE " + deed);
    for (Question question : rules.before(deed)) {
      Answer answer = ask(question);
      ledger.journal("GUARD " + question.id() + " ANSWERED " + answer.id());
      if (answer.leadsTo() != Consequence.GO_ON) {
        stop(deed, cause, question, answer);
        return false;
      }
    }
    cool();
    ledger.journal("GUARD PASSED");
    return true;
  }

  private Answer ask(Question question) throws Cancelled {
    var choice =
        new PagedChoice<>(
            dialogue,
            question.answers(),
            Answer::option,
            (shown, more) ->
                new TransferPage.GuardQuestion(
                    question.id(),
                    question.words(),
                    shown.stream().map(Answer::option).toList(),
                    more));
    while (true) {
      Optional<Answer> answer = choice.ask();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  private void cool() throws Cancelled {
    if (!rules.cooling().isZero()) {
      dialogue.hold(
          rules.cooling(),
          TICK,
          left -> new TransferPage.Cooling(rules.notice(), (int) left.toSeconds()));
    }
  }

  private void stop(Deed deed, Cause cause, Question question, Answer answer) throws Cancelled {
    transfersStopped = true;
    ledger.journal("GUARD STOPPED " + deed + " AT " + question.id());
    Option option = dialogue.ask(new TransferPage.Stopped(cause, instead(answer.leadsTo(), deed)));
    if (option.equals(Wish.CALL.option())) {
      ledger.journal("GUARD CUSTOMER WILL CALL");
      dialogue.tellAwhile(notice(Kind.CALL_FIRST));
    } else if (option.equals(tomorrow(deed).option())) {
      ledger.journal("GUARD CUSTOMER WILL COME TOMORROW");
      dialogue.tellAwhile(notice(Kind.COME_TOMORROW));
    } else {
      ledger.journal("GUARD CUSTOMER GOES TO THE COUNTER");
      dialogue.tellAwhile(notice(Kind.GO_TO_COUNTER));
    }
  }

  private static Page notice(Kind kind) {
    return new Page.Notice(kind, Optional.empty());
  }

  private static Wish tomorrow(Deed deed) {
    return deed == Deed.TRANSFER ? Wish.TOMORROW : Wish.COME_TOMORROW;
  }

  private static List<Wish> instead(Consequence consequence, Deed deed) {
    List<Wish> wishes = new ArrayList<>(List.of(Wish.CALL, tomorrow(deed), Wish.COUNTER));
    Wish first =
        switch (consequence) {
          case TOMORROW -> tomorrow(deed);
          case COUNTER -> Wish.COUNTER;
          case CALL, STOP, GO_ON -> Wish.CALL;
        };
    wishes.remove(first);
    wishes.add(0, first);
    return wishes;
  }

  /**
   * The payee stands on the case list: the customer is told in neutral words, the bank's staff
   * durably.
   *
   * @param check the question about the payee
   * @param reply what the bank has answered
   */
  void stopAtCase(TransactionRecord check, Reply.Answered reply, Money amount) {
    transfersStopped = true;
    ledger.stoppedAtCase(check, reply, amount);
    dialogue.tellAwhile(new TransferPage.Stopped(Cause.CASE_ACCOUNT, List.of()));
  }
}
