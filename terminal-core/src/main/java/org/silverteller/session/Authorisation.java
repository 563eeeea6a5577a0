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
      PinBlock block = pin.take(holder.account());
      dialogue.tell(new Page.Busy(Work.ASKING_BANK));
      if (!advices.drain() || !host.ready()) {
        block.erase();
        return refused(Reason.BANK_UNREACHABLE, untouched(service), "");
      }
      TransactionRecord record = ledger.open(service, holder, amount, particulars.counterpart());
      Reply reply = host.authorise(request(record, holder, block, particulars));
      if (service.leadsOn() && reply.approved()) {
        pin.keep(block);
      } else {
        block.erase();
      }
      if (!(reply instanceof Reply.Answered answered)) {
        return unanswered(record, reply);
      }
      holder.product().ifPresent(product -> profiles.fit(product, answered.ageBand()));
      switch (answered.action()) {
        case APPROVE -> {
          return new Verdict.Granted(record, answered);
        }
        case PIN_AGAIN -> {
          ledger.declined(record, answered);
          wrongPins++;
          if (wrongPins >= rules.pin().tries()) {
            return refused(Reason.WRONG_PIN_TOO_OFTEN, untouched(service), answered.code());
          }
          pin.ask(holder.account(), Optional.of(rules.pin().tries() - wrongPins));
        }
        case NEW_KEYS_AND_RETRY -> {
          ledger.declined(record, answered);
          if (freshKeys || !signedOn()) {
            return refused(Reason.BANK_UNREACHABLE, untouched(service), answered.code());
          }
          freshKeys = true;
        }
        default -> {
          return declined(record, answered);
        }
      }
    }
  }

  private static Request request(
      TransactionRecord record, Holder holder, PinBlock block, Particulars particulars) {
    return new Request(
        record.service(),
        record.stan(),
        record.rrn(),
        record.time(),
        holder.access(),
        Optional.of(block),
        record.amount(),
        particulars);
  }

  private Verdict unanswered(TransactionRecord record, Reply reply) {
    if (reply instanceof Reply.Unknown unknown) {
      ledger.unanswered(record, unknown.cause());
      return noAnswer(record, "");
    }
    ledger.notSent(record);
    return refused(Reason.BANK_UNREACHABLE, untouched(record.service()), "");
  }

  private Verdict declined(TransactionRecord record, Reply.Answered reply) {
    Action action = reply.action();
    if (action == Action.UNKNOWN || action == Action.NEW_KEYS_AND_REVERSE) {
      ledger.unanswered(
          record,
          action == Action.UNKNOWN
              ? Reply.Unknown.Cause.HOST_UNSURE
              : Reply.Unknown.Cause.WRONG_MAC);
      renewKeysAfter(action);
      return noAnswer(record, reply.code());
    }
    ledger.declined(record, reply);
    renewKeysAfter(action);
    boolean keep =
        action == Action.CAPTURE || action == Action.PIN_STOP && rules.pin().keepCardAfterStop();
    return keep ? new Verdict.Capture() : no(record.service(), action, reply.code());
  }

  private static Verdict no(Service service, Action action, String code) {
    Reason reason = reasonOf(action);
    if (service == Service.TRANSFER_CANCEL) {
      return reason == Reason.CALL_YOUR_BANK
          ? refused(Reason.NOT_PENDING, Account.UNCHANGED, code)
          : refused(reason, Account.UNCHANGED, code);
    }
    boolean limit = reason == Reason.OVER_LIMIT || reason == Reason.TOO_OFTEN_TODAY;
    return refused(
        service.transfers() && limit ? Reason.OVER_TRANSFER_LIMIT : reason,
        untouched(service),
        code);
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

  /** An inquiry never debits; whether a cancellation was heard only asking again can tell. */
  private static Verdict noAnswer(TransactionRecord record, String code) {
    if (record.service() == Service.TRANSFER_CANCEL) {
      return refused(Reason.CANCEL_UNKNOWN, Account.ASK_AGAIN, code);
    }
    if (record.service().transfers()) {
      return refused(Reason.NO_ANSWER, Account.TRANSFER_GIVEN_BACK, code);
    }
    boolean debits = record.service().debits();
    return refused(
        Reason.NO_ANSWER, debits ? Account.GIVEN_BACK : untouched(record.service()), code);
  }

  /** Nothing has left the account, in the words of the service. */
  private static Account untouched(Service service) {
    return switch (service) {
      case WITHDRAWAL, BALANCE, CASE_ALERT -> Account.NOT_DEBITED;
      case TRANSFER_OWN, TRANSFER_OTHER, ACCOUNTS, PAYEE_CHECK -> Account.NOT_TRANSFERRED;
      case PENDING_TRANSFERS, TRANSFER_CANCEL -> Account.UNCHANGED;
    };
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
          case NOT_ENOUGH_MONEY,
              OVER_LIMIT,
              AMOUNT_NOT_POSSIBLE,
              OVER_TRANSFER_LIMIT,
              NOT_PENDING,
              CANCEL_UNKNOWN ->
              true;
          default -> false;
        };
    return new Verdict.Refused(new Page.Refusal(reason, account, code), again);
  }
}
