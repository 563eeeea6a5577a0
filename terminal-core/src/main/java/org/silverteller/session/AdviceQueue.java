package org.silverteller.session;

import java.util.ArrayList;
import java.util.List;
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
 * that speaks of money (head of line), and nothing of that is ever given up. Alerts settle nothing:
 * they are told apart, so that no reversal and no customer waits for them.
 */
public final class AdviceQueue {

  /** Alerts that the host did not take; staff tell the bank by hand. */
  static final String ALERTS_REFUSED = "alerts refused";

  private final Store store;
  private final HostLink host;
  private final Ledger ledger;

  public AdviceQueue(Store store, HostLink host, Ledger ledger) {
    this.store = store;
    this.host = host;
    this.ledger = ledger;
  }

  /** Nothing is owed that speaks of money. */
  public boolean isEmpty() {
    return store.owed().stream().allMatch(AdviceQueue::isAlert);
  }

  public boolean hasAlerts() {
    return store.owed().stream().anyMatch(AdviceQueue::isAlert);
  }

  /**
   * Sends each advice that speaks of money once, in order, and stops at the first that the host
   * does not settle.
   *
   * @return whether nothing of this is owed any more
   */
  public boolean drain() {
    return drain(false);
  }

  /**
   * Sends each alert once, in order, and stops at the first that the host neither takes nor
   * refuses. One that is refused leaves the queue; journal and a counter tell staff.
   *
   * @return whether no alert is owed any more
   */
  public boolean drainAlerts() {
    return drain(true);
  }

  private boolean drain(boolean alerts) {
    for (OwedAdvice owed : store.owed()) {
      if (isAlert(owed) == alerts && (!host.ready() || !deliver(owed))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlert(OwedAdvice owed) {
    return owed.advice().kind() == Advice.Kind.ALERT;
  }

  /**
   * Sends each advice that speaks of money once, in order, as far as one that speaks of this
   * request.
   *
   * @return what the host said to that one; empty when it is still owed
   */
  Optional<AdviceAnswer> drainTo(Stan original) {
    for (OwedAdvice owed : store.owed()) {
      if (isAlert(owed)) {
        continue;
      }
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
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                new Entry.Settled(owed.id(), answer.code()),
                ledger.line(
                    described(advice)
                        + " ACK "
                        + answer.code()
                        + (answer.exceptional() ? " EXCEPTION" : ""))));
    if (isAlert(owed) && answer.exceptional()) {
      entries.add(new Entry.Added(ALERTS_REFUSED, 1));
      entries.add(
          ledger.line("STAFF MUST TELL THE BANK OF STAN " + advice.original().stan() + " BY HAND"));
    }
    store.commit(entries);
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
