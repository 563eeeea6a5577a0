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
        return refused(Reason.BANK_UNREACHABLE, untouched(service), "");
      }
      TransactionRecord record = ledger.open(service, holder, amount, particulars.counterpart());
      Reply reply = host.authorise(request(record, holder, block, particulars));
      if (service.leadsOn() && reply.approved()) {
        block.ifPresent(pin::keep);
      } else {
        block.ifPresent(PinBlock::erase);
      }
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
            return refused(Reason.WRONG_PIN_TOO_OFTEN, untouched(service), answered.code());
          }
          askAgain(holder, particulars, rules.pin().tries() - wrongPins);
        }
        case NEW_KEYS_AND_RETRY -> {
          ledger.declined(record, answered);
          boolean boundToOldKeys = particulars instanceof Particulars.NewPin;
          if (freshKeys || !signedOn() || boundToOldKeys) {
            return refused(Reason.BANK_UNREACHABLE, untouched(service), answered.code());
          }
          freshKeys = true;
        }
        default -> {
          return declined(record, holder, answered);
        }
      }
    }
  }

  /** Whether the bank can be asked anything now: the line stands, and nothing is owed. */
  boolean bankReachable() {
    return advices.drain() && host.ready();
  }

  /**
   * Asks once and without a PIN, about a record that is durable as REQUESTED; what becomes of it is
   * the caller's to say.
   */
  Reply askOnce(TransactionRecord record, Holder holder) {
    if (!bankReachable()) {
      return new Reply.NotSent();
    }
    Reply reply = host.authorise(request(record, holder, Optional.empty(), Particulars.NONE));
    if (reply instanceof Reply.Answered answered) {
      profiles.fit(holder, answered.ageBand());
      renewKeysAfter(answered.action());
    }
    return reply;
  }

  /**
   * A no to what was asked once.
   *
   * @param account what it means for the customer's money
   */
  static Verdict no(Reply reply, Account account) {
    if (reply instanceof Reply.Answered answered) {
      return answered.action() == Action.CAPTURE
          ? new Verdict.Capture()
          : refused(reasonOf(answered.action()), account, answered.code());
    }
    return refused(
        reply instanceof Reply.NotSent ? Reason.BANK_UNREACHABLE : Reason.NO_ANSWER, account, "");
  }

  /**
   * A passbook is looked at before its holder has typed a PIN; its rows are asked for with the PIN
   * that is held, and the bank says when it wants one.
   */
  private Optional<PinBlock> block(Service service, Holder holder) throws Cancelled {
    return switch (service) {
      case BOOK_CHECK -> Optional.empty();
      case BOOK_ROWS -> pin.takeHeld();
      default -> Optional.of(pin.take(holder.account()));
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
      return noAnswer(record, "");
    }
    ledger.notSent(record);
    return refused(Reason.BANK_UNREACHABLE, untouched(record.service()), "");
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
      return noAnswer(record, reply.code());
    }
    ledger.declined(record, reply);
    renewKeysAfter(action);
    boolean stopped = action == Action.PIN_STOP && holder instanceof Cardholder;
    boolean keep = action == Action.CAPTURE || stopped && rules.pin().keepCardAfterStop();
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

  private void askAgain(Holder holder, Particulars particulars, int triesLeft) throws Cancelled {
    if (particulars instanceof Particulars.NewPin) {
      pin.askCurrent(holder.account(), Optional.of(triesLeft));
    } else {
      pin.ask(holder.account(), Optional.of(triesLeft));
    }
  }

  /** Whether a cancellation was heard only asking again can tell. */
  private static Verdict noAnswer(TransactionRecord record, String code) {
    Service service = record.service();
    Reason reason = service == Service.TRANSFER_CANCEL ? Reason.CANCEL_UNKNOWN : Reason.NO_ANSWER;
    Account account =
        switch (service) {
          case WITHDRAWAL -> Account.GIVEN_BACK;
          case PIN_CHANGE -> Account.PIN_UNKNOWN;
          case TRANSFER_OWN, TRANSFER_OTHER -> Account.TRANSFER_GIVEN_BACK;
          case TRANSFER_CANCEL -> Account.ASK_AGAIN;
          default -> untouched(service);
        };
    return refused(reason, account, code);
  }

  /** Nothing has left the account, in the words of the service. */
  private static Account untouched(Service service) {
    return switch (service) {
      case WITHDRAWAL, BALANCE, STATEMENT, DEPOSIT, CASE_ALERT, BOOK_CHECK, BOOK_ROWS ->
          Account.NOT_DEBITED;
      case PIN_CHANGE -> Account.PIN_UNCHANGED;
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
      case OTHER_PIN -> Reason.WEAK_PIN;
      case APPROVE, CAPTURE, RETURN_CARD -> Reason.CALL_YOUR_BANK;
    };
  }

  private static Verdict refused(Reason reason, Account account, String code) {
    boolean again =
        switch (reason) {
          case NOT_ENOUGH_MONEY,
              OVER_LIMIT,
              AMOUNT_NOT_POSSIBLE,
              WEAK_PIN,
              OVER_TRANSFER_LIMIT,
              NOT_PENDING,
              CANCEL_UNKNOWN ->
              true;
          default -> false;
        };
    return new Verdict.Refused(new Page.Refusal(reason, account, code), again);
  }
}
