package org.silverteller.simulator.torture;

import net.bytebuddy.asm.Advice;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Reply;
import org.silverteller.session.Ledger;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What can be done wrong where notes move, while a customer is served and after a power cut. */
final class CashMistakes {

  private CashMistakes() {}

  /** A method that tells whether something is so always says yes, without looking. */
  static final class Yes {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead() {
      return true;
    }

    @Advice.OnMethodExit
    static void yes(@Advice.Return(readOnly = false) boolean answer) {
      answer = true;
    }
  }

  static final class DeliveredAgain {
    @Advice.OnMethodEnter
    static void again(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.FieldValue("dispenser") CashDispenser dispenser)
        throws DeviceFault {
      if (!dispenser.capabilities().stacker()) {
        dispenser.stack(record.planned(), record.id());
      }
    }
  }

  static final class StackedAgainAtBoot {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.FieldValue("store") Store store,
        @Advice.FieldValue("ledger") Ledger ledger,
        @Advice.FieldValue("hardware") Hardware hardware)
        throws DeviceFault {
      if (record.state() != TransactionState.PRESENTED) {
        return false;
      }
      TransactionRecord again = record.stacking(record.planned());
      store.commit(new Entry.Saved(again));
      hardware.dispenser().stack(again.planned(), again.id());
      ledger.taken(again.presented(again.planned()));
      return true;
    }
  }

  static final class BootReverses {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("ledger") Ledger ledger) {
      ledger.unpaid(
          record, org.silverteller.host.Advice.Reason.SUSPECT, "RECOVERED, NOTHING PRESENTED");
      return true;
    }
  }

  static final class BootBelievesPaid {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("ledger") Ledger ledger) {
      if (record.state() != TransactionState.PRESENTING) {
        return false;
      }
      ledger.taken(record.presented(record.counted()));
      return true;
    }
  }

  static final class BootForgetsRequests {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) TransactionRecord record, @Advice.FieldValue("store") Store store) {
      if (record.state() != TransactionState.REQUESTED) {
        return false;
      }
      store.commit(new Entry.Saved(record.in(TransactionState.NOT_SENT)));
      return true;
    }
  }

  static final class AnyBundleIsThis {
    @Advice.OnMethodEnter
    static void believes(
        @Advice.Argument(value = 1, readOnly = false) PresentStatus status,
        @Advice.Argument(3) TransactionRecord record) {
      status = new PresentStatus(status.state(), status.bundle(), record.id());
    }
  }

  static final class TransportNotLookedAt {
    @Advice.OnMethodExit
    static void allButTheTransport(
        @Advice.FieldValue("hardware") Hardware hardware,
        @Advice.Return(readOnly = false) boolean works) {
      works =
          hardware.dispenser().status().works()
              && hardware.cardReader().status().works()
              && hardware.cardReader().media() == CardReader.Media.NOT_PRESENT
              && hardware.pinPad().status().works()
              && hardware.dispenser().exit() != Position.NOT_EMPTY;
    }
  }

  /** A flag that says "taken" is not cleared between two bundles of one machine. */
  static final class TakenOnceTakenAlways {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(@Advice.This Object dialogue, @Advice.Argument(0) TerminalEvent taken) {
      return taken instanceof TerminalEvent.NotesTaken && Wrongs.remembers(dialogue);
    }

    @Advice.OnMethodExit
    static void remember(
        @Advice.Enter boolean before,
        @Advice.This Object dialogue,
        @Advice.Argument(0) TerminalEvent awaited,
        @Advice.Return(readOnly = false) boolean taken) {
      taken |= before;
      if (taken && awaited instanceof TerminalEvent.NotesTaken) {
        Wrongs.remember(dialogue);
      }
    }
  }

  static final class LostLineMeansNotSent {
    @Advice.OnMethodExit
    static void believes(@Advice.Return(readOnly = false) Reply reply) {
      if (reply.equals(new Reply.Unknown(Reply.Unknown.Cause.LINE_LOST))) {
        reply = new Reply.NotSent();
      }
    }
  }
}
