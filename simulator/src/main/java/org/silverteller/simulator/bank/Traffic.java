package org.silverteller.simulator.bank;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.silverteller.host.iso8583.Iso8583Codec;
import org.silverteller.host.iso8583.MalformedMessage;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.MessageView;
import org.silverteller.host.iso8583.MessageView.Line;

/**
 * What went over the bank's lines, decoded and masked, newest last and bounded. Costs nothing while
 * it keeps nothing and nobody listens. Safe for several threads.
 */
public final class Traffic {

  private final int capacity;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();

  /** Seen from the bank. */
  public enum Direction {
    IN,
    OUT
  }

  /**
   * One message.
   *
   * @param at when the bank received it, or when it goes out
   * @param terminal field 41, or empty when it has none
   * @param mti four digits, or empty when the bytes are no message
   * @param fields masked
   * @param note what is wrong with it, for instance {@code reply lost}; empty when nothing is
   */
  public record Entry(
      Instant at,
      Direction direction,
      String terminal,
      String mti,
      List<Line> fields,
      String note) {}

  /**
   * @param capacity how many entries are kept; 0 keeps none
   */
  public Traffic(int capacity) {
    this.capacity = capacity;
  }

  /** Called with every entry, on the thread that serves the line. */
  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  boolean wanted() {
    return capacity > 0 || !listeners.isEmpty();
  }

  void message(Instant at, Direction direction, String terminal, Message message, String note) {
    if (wanted()) {
      add(
          new Entry(
              at, direction, terminal, message.mti().toString(), MessageView.lines(message), note));
    }
  }

  void bytes(
      Instant at,
      Direction direction,
      String terminal,
      byte[] bytes,
      Iso8583Codec codec,
      String note) {
    if (!wanted()) {
      return;
    }
    try {
      message(at, direction, terminal, codec.decode(bytes), note);
    } catch (MalformedMessage broken) {
      String why = note.isEmpty() ? broken.getMessage() : note + "; " + broken.getMessage();
      undecodable(at, direction, terminal, bytes.length, why);
    }
  }

  void undecodable(Instant at, Direction direction, String terminal, int length, String why) {
    if (wanted()) {
      String note = length + " bytes that are no message: " + why;
      add(new Entry(at, direction, terminal, "", List.of(), note));
    }
  }

  private void add(Entry entry) {
    synchronized (this) {
      if (capacity > 0) {
        if (entries.size() == capacity) {
          entries.removeFirst();
        }
        entries.addLast(entry);
      }
    }
    listeners.forEach(listener -> listener.accept(entry));
  }
}
