package org.silverteller.simulator.torture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.silverteller.event.Inbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.bank.VirtualTime;

/**
 * Virtual time and everybody who acts in it. Whoever waits, at the inbox or for the host, moves the
 * clock to the next thing that anybody does, and that is done on the waiting thread. The terminal's
 * wall clock may be wrong; the true time goes on evenly.
 */
final class World implements Inbox, VirtualTime {

  /** More waits and acts than this for one customer mean that nothing ends. */
  private static final int MOST_WAITS = 100_000;

  private static final TerminalEvent SILENCE = new TerminalEvent.Silence();

  private final Queue<TerminalEvent> posted = new ArrayDeque<>();
  private final List<Actor> actors = new ArrayList<>();
  private final Tale tale;
  private final Instant start;
  private Instant now;
  private Duration wrong = Duration.ZERO;
  private int waits;

  World(Instant start, Tale tale) {
    this.start = start;
    this.now = start;
    this.tale = tale;
  }

  void add(Actor actor) {
    actors.add(actor);
  }

  /** The true time. */
  @Override
  public Instant instant() {
    return now;
  }

  /** The true time too, since this world began. */
  @Override
  public Duration elapsed() {
    return Duration.between(start, now);
  }

  /** What the terminal's clock shows. */
  InstantSource wallClock() {
    return () -> now.plus(wrong);
  }

  /** Sets the terminal's clock forward or back. */
  void setClock(Duration by) {
    wrong = wrong.plus(by);
  }

  /** A new customer: the count of waits begins anew. */
  void begin() {
    waits = 0;
  }

  @Override
  public void post(TerminalEvent event) {
    posted.add(event);
  }

  /** Nothing of what was under way reaches a terminal that boots anew. */
  void forgetEvents() {
    posted.clear();
  }

  @Override
  public TerminalEvent next(Duration patience) {
    count();
    Instant deadline = now.plus(patience);
    TerminalEvent event = posted.poll();
    while (event == null) {
      if (!actBefore(deadline)) {
        reach(deadline);
        return SILENCE;
      }
      event = posted.poll();
    }
    return event;
  }

  @Override
  public void advanceTo(Instant when) {
    while (actBefore(when)) {
      continue;
    }
    reach(when);
  }

  /** Lets the first actor act that is due until then; false when nobody is. */
  private boolean actBefore(Instant deadline) {
    Actor first = null;
    Instant due = deadline;
    for (Actor actor : actors) {
      Instant its = actor.due();
      if (first == null ? !its.isAfter(due) : its.isBefore(due)) {
        first = actor;
        due = its;
      }
    }
    if (first == null) {
      return false;
    }
    count();
    reach(due);
    first.act();
    return true;
  }

  private void count() {
    if (++waits > MOST_WAITS) {
      throw new Violated(15, MOST_WAITS + " waits and acts for one customer, and no end");
    }
  }

  private void reach(Instant when) {
    if (when.isAfter(now)) {
      now = when;
      tale.at(when);
    }
  }
}
