package org.silverteller.session;

import java.util.Optional;
import org.silverteller.device.PinBlock;
import org.silverteller.host.Action;
import org.silverteller.host.HostFault;
import org.silverteller.host.HostLink;
import org.silverteller.host.Particulars;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Busy.Work;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.store.TransactionRecord;

/** Asks the host, again with another PIN or with fresh keys where its reply asks for that. */
final class Authorisation {

  private final Dialogue dialogue;
  private final PinQuestion pin;
  private final HostLink host;
  private final AdviceQueue advices;
  private final Ledger ledger;
  private final SessionRules rules;
  private final ProfileSwitch profiles;

  Authorisation(
      Dialogue dialogue,
      PinQuestion pin,
      HostLink host,
      AdviceQueue advices,
      Ledger ledger,
      SessionRules rules,
      ProfileSwitch profiles) {
    this.dialogue = dialogue;
    this.pin = pin;
    this.host = host;
    this.advices = advices;
    this.ledger = ledger;
    this.rules = rules;
    this.profiles = profiles;
  }

  /** What the host decided, as far as the conversation must know. */
  sealed interface Verdict {

    /** Yes. The record stands as REQUESTED until the caller says what the yes means. */
    record Granted(TransactionRecord record, Reply.Answered reply) implements Verdict {}

    /**
     * No, for a reason the customer is told.
     *
     * @param again another try with another amount may succeed
     */
    record Refused(Page.Refusal page, boolean again) implements Verdict {}

    /** The card is to be kept. */
    record Capture() implements Verdict {}
  }

  Verdict ask(Service service, Holder holder, Money amount) throws Cancelled {
    return ask(service, holder, amount, Particulars.NONE);
  }

  Verdict ask(Service service, Holder holder, Money amount, Particulars particulars)
      throws Cancelled {
    int wrongPins = 0;
    boolean freshKeys = false;
    while (true) {
      Optional<PinBlock> block = block(service, holder);
      dialogue.tell(new Page.Busy(Work.ASKING_BANK));
      if (!advices.drain() || !host.ready()) {
        block.ifPresent(PinBlock::erase);
        return refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "");
      }
      TransactionRecord record = ledger.open(service, holder, amount);
      Reply reply = host.authorise(request(record, holder, block, particulars));
      block.ifPresent(PinBlock::erase);
      if (!(reply instanceof Reply.Answered answered)) {
        return unanswered(record, reply);
      }
      profiles.fit(holder, answered.ageBand());
      switch (answered.action()) {
        case APPROVE -> {
          return new Verdict.Granted(record, answered);
        }
        case PIN_AGAIN -> {
          ledger.declined(record, answered);
          wrongPins++;
          if (wrongPins >= rules.pin().tries()) {
            return refused(Reason.WRONG_PIN_TOO_OFTEN, Account.NOT_DEBITED, answered.code());
          }
          pin.ask(holder.account(), Optional.of(rules.pin().tries() - wrongPins));
        }
        case NEW_KEYS_AND_RETRY -> {
          ledger.declined(record, answered);
          if (freshKeys || !signedOn()) {
            return refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, answered.code());
          }
          freshKeys = true;
        }
        default -> {
          return declined(record, holder, answered);
        }
      }
    }
  }

  /**
   * A passbook is looked at before its holder has typed a PIN; its rows are asked for with the PIN
   * that is held, and the bank says when it wants one.
   */
  private Optional<PinBlock> block(Service service, Holder holder) throws Cancelled {
    return switch (service) {
      case BOOK_CHECK -> Optional.empty();
      case BOOK_ROWS -> pin.takeHeld();
      case WITHDRAWAL, BALANCE -> Optional.of(pin.take(holder.account()));
    };
  }

  private static Request request(
      TransactionRecord record, Holder holder, Optional<PinBlock> block, Particulars particulars) {
    return new Request(
        record.service(),
        record.stan(),
        record.rrn(),
        record.time(),
        holder.access(),
        block,
        record.amount(),
        particulars);
  }

  private Verdict unanswered(TransactionRecord record, Reply reply) {
    if (reply instanceof Reply.Unknown unknown) {
      ledger.unanswered(record, unknown.cause());
      return refused(Reason.NO_ANSWER, givenBack(record), "");
    }
    ledger.notSent(record);
    return refused(Reason.BANK_UNREACHABLE, Account.NOT_DEBITED, "");
  }

  private Verdict declined(TransactionRecord record, Holder holder, Reply.Answered reply) {
    Action action = reply.action();
    if (action == Action.UNKNOWN || action == Action.NEW_KEYS_AND_REVERSE) {
      ledger.unanswered(
          record,
          action == Action.UNKNOWN
              ? Reply.Unknown.Cause.HOST_UNSURE
              : Reply.Unknown.Cause.WRONG_MAC);
      renewKeysAfter(action);
      return refused(Reason.NO_ANSWER, givenBack(record), reply.code());
    }
    ledger.declined(record, reply);
    renewKeysAfter(action);
    boolean stopped = action == Action.PIN_STOP && holder instanceof Cardholder;
    boolean keep = action == Action.CAPTURE || stopped && rules.pin().keepCardAfterStop();
    return keep
        ? new Verdict.Capture()
        : refused(reasonOf(action), Account.NOT_DEBITED, reply.code());
  }

  private void renewKeysAfter(Action action) {
    if (action == Action.NEW_KEYS_AND_REVERSE || action == Action.SIGN_ON) {
      signedOn();
    }
  }

  private boolean signedOn() {
    try {
      return host.signOn();
    } catch (HostFault fault) {
      ledger.journal("SIGN-ON FAILED " + fault.getMessage());
      return false;
    }
  }

  /** An inquiry never debits. */
  private static Account givenBack(TransactionRecord record) {
    return record.service().movesMoney() ? Account.GIVEN_BACK : Account.NOT_DEBITED;
  }

  private static Reason reasonOf(Action action) {
    return switch (action) {
      case PIN_AGAIN, PIN_STOP -> Reason.WRONG_PIN_TOO_OFTEN;
      case LOWER_BALANCE -> Reason.NOT_ENOUGH_MONEY;
      case LOWER_LIMIT -> Reason.OVER_LIMIT;
      case COUNT_LIMIT -> Reason.TOO_OFTEN_TODAY;
      case OTHER_AMOUNT -> Reason.AMOUNT_NOT_POSSIBLE;
      case USE_CHIP -> Reason.USE_CHIP;
      case SIGN_ON, ALARM, WAIT, SYSTEM_DOWN, NEW_KEYS_AND_RETRY, NEW_KEYS_AND_REVERSE ->
          Reason.BANK_UNREACHABLE;
      case UNKNOWN -> Reason.NO_ANSWER;
      case APPROVE, CAPTURE, RETURN_CARD -> Reason.CALL_YOUR_BANK;
    };
  }

  private static Verdict refused(Reason reason, Account account, String code) {
    boolean again =
        switch (reason) {
          case NOT_ENOUGH_MONEY, OVER_LIMIT, AMOUNT_NOT_POSSIBLE -> true;
          default -> false;
        };
    return new Verdict.Refused(new Page.Refusal(reason, account, code), again);
  }
}
