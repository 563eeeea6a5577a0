package org.silverteller.session;

import org.silverteller.host.Advice;
import org.silverteller.host.AdviceAnswer;
import org.silverteller.host.HostLink;
import org.silverteller.host.Service;
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

  private boolean deliver(OwedAdvice owed) {
    Advice advice = owed.advice();
    store.commit(new Entry.Attempted(owed.id()));
    AdviceAnswer answer = host.deliver(advice);
    if (!answer.settled()) {
      ledger.journal(described(advice) + " NOT ANSWERED");
      return false;
    }
    store.commit(
        new Entry.Settled(owed.id(), answer.code()),
        new Entry.Journaled(
            ledger.now(),
            described(advice)
                + " ACK "
                + answer.code()
                + (answer.exceptional() ? " EXCEPTION" : "")));
    return true;
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
        advice.kind() == Advice.Kind.COMPLETION
            ? "COMPLETION 0220"
            : "REVERSAL " + (advice.attempts() == 0 ? "0420" : "0421");
    return type
        + " STAN "
        + advice.stan()
        + " ORIG "
        + advice.original().stan()
        + " REQ "
        + advice.requested()
        + " DISP "
        + advice.dispensed();
  }
}
