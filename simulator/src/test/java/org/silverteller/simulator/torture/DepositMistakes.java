package org.silverteller.simulator.torture;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.silverteller.money.NoteMix;
import org.silverteller.session.AcceptorCare.Drawn;
import org.silverteller.session.CashInEvidence.Verdict;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;
import org.silverteller.store.TransactionRecord;

/** What can be done wrong with deposits. */
final class DepositMistakes {

  private DepositMistakes() {}

  static final class CompletionOwedTwice {
    @Advice.OnMethodExit
    static void again(
        @Advice.Argument(0) List<Entry> entries, @Advice.FieldValue("store") Store store) {
      Wrongs.completionsAgain(entries, store);
    }
  }

  static final class SuspectsCredited {
    @Advice.OnMethodEnter
    static void asGenuine(
        @Advice.Argument(value = 1, readOnly = false) NoteMix notes,
        @Advice.Argument(2) int suspects) {
      notes = Wrongs.withHundreds(notes, suspects);
    }
  }

  static final class StoringNotSaved {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped() {
      return true;
    }

    @Advice.OnMethodExit
    static void same(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Argument(1) NoteMix before,
        @Advice.Return(readOnly = false) TransactionRecord saved) {
      saved = record.storing(before);
    }
  }

  static final class NothingDrawnIn {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean skipped() {
      return true;
    }

    @Advice.OnMethodExit
    static void nothing(@Advice.Return(readOnly = false) Drawn drawn) {
      drawn = new Drawn.Nothing();
    }
  }

  static final class AlwaysStored {
    @Advice.OnMethodExit
    static void stored(@Advice.Return(readOnly = false) Verdict verdict) {
      verdict = verdict == Verdict.IN_PART ? Verdict.STORED : verdict;
    }
  }
}
