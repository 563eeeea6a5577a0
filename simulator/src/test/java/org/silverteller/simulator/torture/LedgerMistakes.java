package org.silverteller.simulator.torture;

import net.bytebuddy.asm.Advice;
import org.silverteller.host.Advice.Reason;
import org.silverteller.host.Reply;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.session.Ledger;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.StoreFailure;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What can be done wrong where the money rules are: {@code session.Ledger}. */
final class LedgerMistakes {

  private LedgerMistakes() {}

  static final class RequestNotSaved {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped(@Advice.Argument(0) TransactionRecord record) {
      return record.state() == TransactionState.REQUESTED;
    }

    @Advice.OnMethodExit
    static void same(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Return(readOnly = false) TransactionRecord saved) {
      saved = record;
    }
  }

  static final class ApprovalNotSaved {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped(@Advice.Argument(0) TransactionRecord record) {
      return record.state() == TransactionState.APPROVED;
    }

    @Advice.OnMethodExit
    static void same(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Return(readOnly = false) TransactionRecord saved) {
      saved = record;
    }
  }

  static final class StackingNotSaved {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped() {
      return true;
    }

    @Advice.OnMethodExit
    static void onlyInMind(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(1) NoteMix mix,
        @Advice.Return(readOnly = false) TransactionRecord intent) {
      intent = record.stacking(mix);
    }
  }

  /** The intent to present is written together with its outcome. */
  static final class PresentingSavedLate {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      if (record.state() == TransactionState.PRESENTED) {
        store.commit(new Entry.Saved(record.in(TransactionState.PRESENTING)));
      }
      return record.state() == TransactionState.PRESENTING;
    }

    @Advice.OnMethodExit
    static void same(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Return(readOnly = false) TransactionRecord saved) {
      saved = record;
    }
  }

  static final class FailedWriteIgnored {
    @Advice.OnMethodExit(onThrowable = StoreFailure.class)
    static void goesOn(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Thrown(readOnly = false) Throwable failure,
        @Advice.Return(readOnly = false) TransactionRecord saved) {
      failure = null;
      saved = record;
    }
  }

  static final class TimeOutDeclines {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(1) Reply.Unknown.Cause cause,
        @Advice.FieldValue("store") Store store) {
      if (cause != Reply.Unknown.Cause.SILENCE) {
        return false;
      }
      store.commit(new Entry.Saved(record.in(TransactionState.DECLINED)));
      return true;
    }
  }

  static final class SilentTransferDone {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      if (!record.service().transfers()) {
        return false;
      }
      store.commit(new Entry.Saved(record.in(TransactionState.DONE)));
      return true;
    }
  }

  static final class SilentTransferForgotten {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      if (!record.service().transfers()) {
        return false;
      }
      store.commit(new Entry.Saved(record.in(TransactionState.UNANSWERED)));
      return true;
    }
  }

  static final class DoneTransferReversed {
    @Advice.OnMethodExit
    static void besides(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      store.commit(new Entry.Owed(Wrongs.reversal(record, store.takeStan())));
    }
  }

  static final class ReversedTwice {
    @Advice.OnMethodExit
    static void again(@Advice.This Ledger ledger, @Advice.Argument(0) TransactionRecord record) {
      ledger.unpaid(record, Reason.TIME_OUT, "NO ANSWER");
    }
  }

  static final class RetractBelievedWhole {
    @Advice.OnMethodEnter
    static void believes(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(value = 1, readOnly = false) NoteMix back) {
      back = record.presented();
    }
  }

  static final class PartReversedWhole {
    @Advice.OnMethodEnter
    static void requestedForCounted(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(value = 1, readOnly = false) Money paid) {
      paid = paid.equals(record.amount()) ? paid : Money.ZERO;
    }
  }

  static final class PresentedAsPlanned {
    @Advice.OnMethodEnter
    static void believes(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(value = 1, readOnly = false) NoteMix notes) {
      notes = record.planned();
    }
  }

  static final class UnknownReversed {
    @Advice.OnMethodExit
    static void alsoReverses(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      store.commit(new Entry.Owed(Wrongs.reversal(record, store.takeStan())));
    }
  }

  static final class NoCaseOpened {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      store.commit(new Entry.Saved(record.in(TransactionState.UNKNOWN)));
      return true;
    }
  }

  static final class RetainingNotWritten {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped(@Advice.Argument(0) String text) {
      return text.startsWith("CARD RETAINING");
    }
  }

  /** What was not paid is closed, and its reversal is forgotten. */
  static final class UnpaidNotReversed {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      store.commit(new Entry.Saved(record.in(TransactionState.UNPAID)));
      return true;
    }
  }
}
