package org.silverteller.simulator.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page is told, in order, kept for pages that come later or come back. Of lines and
 * messages the last {@value #KEPT} stay; of a condition (state, frame) only the newest, so a slow
 * page skips what is already past.
 */
final class EventLog {

  static final int KEPT = 4000;

  /**
   * One server-sent event.
   *
   * @param number counts up from 1
   * @param data JSON on one line
   */
  record Event(long number, String name, String data) {}

  private final Deque<Event> lines = new ArrayDeque<>();
  private final Map<String, Event> conditions = new HashMap<>();
  private long last;
  private boolean closed;

  /** Adds an event that every page is to see. */
  synchronized void add(String name, String data) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(new Event(++last, name, data));
    notifyAll();
  }

  /** Replaces the newest event of that name, unless it says the same. */
  synchronized void replace(String name, String data) {
    Event before = conditions.get(name);
    if (before == null || !before.data().equals(data)) {
      conditions.put(name, new Event(++last, name, data));
      notifyAll();
    }
  }

  /**
   * What came after the numbered event, oldest first; waits for something to come. Empty when
   * nothing came in time, or on closing.
   */
  synchronized List<Event> after(long number, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (last <= number && !closed) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    var events = new ArrayList<Event>();
    lines.stream().filter(event -> event.number() > number).forEach(events::add);
    conditions.values().stream().filter(event -> event.number() > number).forEach(events::add);
    events.sort(Comparator.comparingLong(Event::number));
    return events;
  }

  synchronized long last() {
    return last;
  }

  synchronized boolean closed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
