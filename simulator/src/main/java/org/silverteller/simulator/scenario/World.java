package org.silverteller.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.silverteller.event.Inbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.bank.VirtualTime;

/**
 * Virtual time and everything that happens in it by itself. The terminal waits here; while it
 * waits, the clock jumps to the next thing that anybody does, and that is done on the terminal's
 * own thread.
 */
public final class World implements Inbox, VirtualTime {

  private final Queue<TerminalEvent> posted = new ConcurrentLinkedQueue<>();
  private final Happenings happenings;
  private final Instant start;
  private Instant now;
  private Duration wrong = Duration.ZERO;

  /** What happens by itself: people, lines, the end of the script. */
  public interface Happenings {

    /**
     * When the next thing is due; empty while there is nothing, or nothing that can happen before
     * the terminal has moved on.
     */
    Optional<Instant> due(Instant now);

    /** Does what is due now. */
    void happen(Instant now);

    /** The terminal is about to wait: a line that works in real time may settle first. */
    void beforeWaiting();
  }

  public World(Instant start, Happenings happenings) {
    this.start = start;
    this.now = start;
    this.happenings = happenings;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Duration elapsed() {
    return Duration.between(start, now);
  }

  /** What the terminal's clock of day shows. */
  public InstantSource wallClock() {
    return () -> now.plus(wrong);
  }

  /** Sets the terminal's clock of day forward or back; time itself goes on evenly. */
  void setClock(Duration by) {
    wrong = wrong.plus(by);
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
    Instant deadline = now.plus(patience);
    while (true) {
      happenings.beforeWaiting();
      TerminalEvent event = posted.poll();
      if (event != null) {
        return event;
      }
      Optional<Instant> due = happenings.due(now).filter(when -> !when.isAfter(deadline));
      if (due.isEmpty()) {
        now = deadline;
        return new TerminalEvent.Silence();
      }
      reach(due.get());
      happenings.happen(now);
    }
  }

  /** While the host is waited for, the clock moves and nobody acts. */
  @Override
  public void advanceTo(Instant when) {
    reach(when);
  }

  /** With the power off nothing waits, but people go on. */
  void passUntil(Instant when) {
    reach(when);
  }

  private void reach(Instant when) {
    now = when.isAfter(now) ? when : now;
  }
}
