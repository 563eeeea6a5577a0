package org.silverteller.simulator.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * What has been told so far, the last {@value #KEPT} of it; who comes later hears it first. Nobody
 * hears anything twice or out of order.
 */
final class Told<T> {

  private static final int KEPT = 2000;

  private final Deque<T> kept = new ArrayDeque<>();
  private final List<Consumer<T>> listeners = new ArrayList<>();
  private long count;

  /**
   * @param made from its number, counted from 1
   */
  synchronized void add(LongFunction<T> made) {
    T news = made.apply(++count);
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(news);
    listeners.forEach(listener -> listener.accept(news));
  }

  synchronized void listen(Consumer<T> listener) {
    kept.forEach(listener);
    listeners.add(listener);
  }
}
