package org.silverteller.session;

import java.util.Optional;
import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.HostLink;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.store.Entry;
import org.silverteller.store.OwedAdvice;
import org.silverteller.store.Store;

/**
 * What is owed to the host, first to last. Nothing new is asked of the host while something is owed
 * (head of line), and nothing is ever given up.
 */
public final class AdviceQueue {

  private final Store store;
  private final HostLink host;
  private final Ledger ledger;

  public AdviceQueue(Store store, HostLink host, Ledger ledger) {
    this.store = store;
    this.host = host;
    this.ledger = ledger;
  }

  public boolean isEmpty() {
    return store.owed().isEmpty();
  }

  /**
   * Sends each advice once, in order, and stops at the first that the host does not settle.
   *
   * @return whether nothing is owed any more
   */
  public boolean drain() {
    for (OwedAdvice owed : store.owed()) {
      if (!host.ready() || !deliver(owed)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Sends each advice once, in order, as far as one that speaks of this request.
   *
   * @return what the host said to that one; empty when it is still owed
   */
  Optional<AdviceAnswer> drainTo(Stan original) {
    for (OwedAdvice owed : store.owed()) {
      AdviceAnswer answer = host.ready() ? told(owed) : AdviceAnswer.SILENCE;
      if (!answer.settled()) {
        return Optional.empty();
      }
      if (owed.advice().original().stan().equals(original)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  private boolean deliver(OwedAdvice owed) {
    return told(owed).settled();
  }

  private AdviceAnswer told(OwedAdvice owed) {
    Advice advice = owed.advice();
    store.commit(new Entry.Attempted(owed.id()));
    AdviceAnswer answer = host.deliver(advice);
    if (!answer.settled()) {
      ledger.journal(described(advice) + " NOT ANSWERED");
      return answer;
    }
    store.commit(
        new Entry.Settled(owed.id(), answer.code()),
        new Entry.Journaled(
            ledger.now(),
            described(advice)
                + " ACK "
                + answer.code()
                + (answer.exceptional() ? " EXCEPTION" : "")));
    return answer;
  }

  private static String described(Advice advice) {
    if (advice.original().service() == Service.BOOK_ROWS) {
      return "BOOK ROWS 0220 STAN "
          + advice.stan()
          + " ORIG "
          + advice.original().stan()
          + " "
          + advice.data();
    }
    String type =
        switch (advice.kind()) {
          case COMPLETION -> "COMPLETION 0220";
          case ALERT -> "ALERT 0220";
          case REVERSAL, PARTIAL_REVERSAL ->
              "REVERSAL " + (advice.attempts() == 0 ? "0420" : "0421");
        };
    return type
        + " STAN "
        + advice.stan()
        + " ORIG "
        + advice.original().stan()
        + " REQ "
        + advice.requested()
        + (advice.original().service() == Service.DEPOSIT ? " STORED " : " DISP ")
        + advice.dispensed();
  }
}
