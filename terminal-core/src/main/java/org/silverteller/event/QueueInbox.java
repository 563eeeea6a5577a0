package org.silverteller.event;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The inbox of a running machine: a queue, and the time since it was made. */
public final class QueueInbox implements Inbox {

  private final BlockingQueue<TerminalEvent> events = new LinkedBlockingQueue<>();
  private final long made = System.nanoTime();

  @Override
  public TerminalEvent next(Duration patience) {
    try {
      TerminalEvent event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      return event == null ? new TerminalEvent.Silence() : event;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new TerminalEvent.StopRequested();
    }
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - made);
  }

  @Override
  public void post(TerminalEvent event) {
    events.add(event);
  }
}
