package org.silverteller.simulator.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire;

/**
 * A line to a {@link VirtualBank} in the same process and in virtual time. Bytes go straight into
 * the bank; what comes back arrives when it is due. Waiting moves the clock, so whatever else is
 * due happens on the way.
 *
 * <p>A line that has dropped loses what was on it and stands again after a while. A terminal that
 * boots anew gets a new wire. For one thread.
 */
public final class LoopbackWire implements Wire {

  private static final Comparator<Arrival> IN_ORDER =
      Comparator.<Arrival, Instant>comparing(arrival -> arrival.due)
          .thenComparingLong(arrival -> arrival.number);

  private final VirtualBank bank;
  private final VirtualTime time;
  private final Runnable hostChanged;
  private final Duration repair;
  private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>(IN_ORDER);

  private long number;
  private Instant upAgain = Instant.MIN;
  private Cut cut = Cut.NONE;
  private boolean closed;
  private boolean told = true;

  private static final class Arrival {
    private final Instant due;
    private final long number;
    private final Outgoing what;
    private boolean announced;

    Arrival(Instant due, long number, Outgoing what) {
      this.due = due;
      this.number = number;
      this.what = what;
    }
  }

  /** How the next send breaks the line. */
  public enum Cut {
    NONE,
    /** Before the first byte has left: {@link HostFault} DOWN. */
    BEFORE_THE_FIRST_BYTE,
    /** Half way; the bank never sees the message: {@link Wire.LineLost}. */
    HALF_WAY,
    /** The bank has all of it, but the sender cannot know: {@link Wire.LineLost}. */
    AFTER_THE_LAST_BYTE
  }

  /**
   * @param hostChanged called when the line comes up, goes down, or holds a message while nobody
   *     waits; see {@link #announce()}
   * @param repair from a drop until the line stands again
   */
  public LoopbackWire(VirtualBank bank, VirtualTime time, Runnable hostChanged, Duration repair) {
    this.bank = bank;
    this.time = time;
    this.hostChanged = hostChanged;
    this.repair = repair;
  }

  @Override
  public boolean up() {
    return !closed && !time.instant().isBefore(upAgain);
  }

  /** Breaks the line at the next {@link #send}. */
  public void cutNext(Cut how) {
    cut = how;
  }

  /** The line goes down now and stands again after the repair time. */
  public void drop() {
    drop(repair);
  }

  /** The line goes down now and stands again after that time. */
  public void drop(Duration outage) {
    arrivals.clear();
    upAgain = time.instant().plus(outage);
    told = false;
    hostChanged.run();
  }

  /** Puts on the line what the bank sends unasked. */
  public void deliver(List<Outgoing> unasked) {
    if (up()) {
      schedule(unasked);
    }
  }

  /**
   * When {@link #announce()} should be called next: when a message arrives that nobody waits for,
   * or the line comes up again.
   */
  public Optional<Instant> nextChange() {
    if (!told) {
      return Optional.of(upAgain);
    }
    return Optional.ofNullable(nextUnannounced()).map(arrival -> arrival.due);
  }

  /** Tells the terminal, which does not wait on the line now, what has changed by now. */
  public void announce() {
    Instant now = time.instant();
    if (!told && !now.isBefore(upAgain)) {
      told = true;
      hostChanged.run();
    }
    Arrival next = nextUnannounced();
    while (next != null && !next.due.isAfter(now)) {
      next.announced = true;
      if (next.what instanceof Outgoing.LineDropped) {
        drop();
      } else {
        hostChanged.run();
      }
      next = nextUnannounced();
    }
  }

  private Arrival nextUnannounced() {
    Arrival next = null;
    for (Arrival arrival : arrivals) {
      if (!arrival.announced && (next == null || IN_ORDER.compare(arrival, next) < 0)) {
        next = arrival;
      }
    }
    return next;
  }

  @Override
  public void send(byte[] message) throws HostFault, LineLost {
    if (!up()) {
      throw new HostFault(HostFault.Kind.DOWN, "the line is down");
    }
    Cut how = cut;
    cut = Cut.NONE;
    if (how == Cut.NONE || how == Cut.AFTER_THE_LAST_BYTE) {
      schedule(bank.receive(message.clone()));
    }
    if (how != Cut.NONE) {
      drop();
      if (how == Cut.BEFORE_THE_FIRST_BYTE) {
        throw new HostFault(HostFault.Kind.DOWN, "the line broke before the message left");
      }
      throw new LineLost("the line broke while the message was sent");
    }
  }

  @Override
  public Optional<byte[]> receive(Duration patience) throws LineLost {
    Instant deadline = time.instant().plus(patience);
    while (true) {
      if (!up()) {
        throw new LineLost("the line went down");
      }
      Arrival first = arrivals.peek();
      Instant now = time.instant();
      if (first != null && !first.due.isAfter(now)) {
        arrivals.remove();
        return Optional.of(arrived(first));
      }
      if (!now.isBefore(deadline)) {
        return Optional.empty();
      }
      time.advanceTo(first == null || first.due.isAfter(deadline) ? deadline : first.due);
    }
  }

  @Override
  public void close() {
    closed = true;
    arrivals.clear();
  }

  private byte[] arrived(Arrival arrival) throws LineLost {
    if (arrival.what instanceof Outgoing.Sent sent) {
      return sent.message();
    }
    drop();
    throw new LineLost("the host closed the line");
  }

  private void schedule(List<Outgoing> outgoing) {
    Instant now = time.instant();
    for (Outgoing what : outgoing) {
      arrivals.add(new Arrival(now.plus(what.after()), number++, what));
    }
  }
}
