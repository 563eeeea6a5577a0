package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.Optional;
import net.bytebuddy.asm.Advice;
import org.silverteller.card.Pan;
import org.silverteller.host.Action;
import org.silverteller.host.HostLink;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.host.Stan;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.store.Entry;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/**
 * What can be done wrong where the terminal speaks with the bank, and where it writes things down.
 */
final class HostMistakes {

  private HostMistakes() {}

  static final class AmountNotCompared {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static Money asked(@Advice.Argument(0) Request request) {
      return request.amount();
    }

    @Advice.OnMethodExit
    static void believes(
        @Advice.Enter Money asked, @Advice.Return(readOnly = false) Optional<Money> amount) {
      amount = Optional.of(asked);
    }
  }

  static final class OnlyTypeCompared {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead() {
      return true;
    }

    @Advice.OnMethodExit
    static void believes(
        @Advice.Argument(0) Message asked,
        @Advice.Argument(1) Message answer,
        @Advice.Return(readOnly = false) boolean answers) {
      answers = answer.mti() == asked.mti().response();
    }
  }

  static final class UnsureIsNo {
    @Advice.OnMethodExit
    static void believes(@Advice.Return(readOnly = false) Action action) {
      action = action == Action.UNKNOWN ? Action.RETURN_CARD : action;
    }
  }

  static final class SettledUnheard {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) OwedAdvice owed,
        @Advice.FieldValue("store") Store store,
        @Advice.FieldValue("host") HostLink host) {
      store.commit(new Entry.Settled(owed.id(), ""));
      host.deliver(owed.advice());
      return true;
    }

    @Advice.OnMethodExit
    static void done(@Advice.Return(readOnly = false) boolean settled) {
      settled = true;
    }
  }

  static final class GivenUpAfterThree {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead(
        @Advice.Argument(0) OwedAdvice owed, @Advice.FieldValue("store") Store store) {
      if (owed.advice().attempts() < 3) {
        return false;
      }
      store.commit(new Entry.Settled(owed.id(), ""));
      return true;
    }

    @Advice.OnMethodExit
    static void done(
        @Advice.Enter boolean givenUp, @Advice.Return(readOnly = false) boolean settled) {
      settled |= givenUp;
    }
  }

  static final class SentBeforeWritten {
    @Advice.OnMethodEnter
    static void sends(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(1) Reply reply,
        @Advice.FieldValue("host") HostLink host) {
      if (reply instanceof Reply.Unknown && host.ready() && !record.amount().isZero()) {
        host.deliver(Wrongs.reversal(record, new Stan(record.stan().value() % 999_999 + 1)));
      }
    }
  }

  static final class NeverTriedAgain {
    @Advice.OnMethodExit
    static void never(
        @Advice.Argument(0) boolean well,
        @Advice.FieldValue(value = "nextTry", readOnly = false) Duration nextTry) {
      if (!well) {
        nextTry = nextTry.plusDays(3650);
      }
    }
  }

  static final class StansFromOne {
    @Advice.OnMethodEnter
    static void forgets(@Advice.Argument(value = 1, readOnly = false) Store store) {
      store = StoreWithMistakes.stansFromOne(store);
    }
  }

  static final class OneByOne {
    @Advice.OnMethodEnter
    static void splits(@Advice.Argument(value = 1, readOnly = false) Store store) {
      store = StoreWithMistakes.oneByOne(store);
    }
  }

  static final class CardNumberAsItIs {
    @Advice.OnMethodExit
    static void reveals(@Advice.This Pan pan, @Advice.Return(readOnly = false) String masked) {
      masked = pan.reveal();
    }
  }

  static final class MaskForgotten {
    @Advice.OnMethodExit
    static void asItIs(
        @Advice.Argument(0) String text, @Advice.Return(readOnly = false) String masked) {
      masked = text;
    }
  }
}
