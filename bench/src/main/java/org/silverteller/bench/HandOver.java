package org.silverteller.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What two threads cost that hand a thing over and back, and do nothing else: a question put under
 * a monitor wakes a thread, the answer wakes the one that asked. A manager on its own thread waits
 * as the one does, whoever asks for a status as the other.
 */
final class HandOver implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;
  private static final long LOOK_MILLISECONDS = 20;

  private final Deque<CompletableFuture<Integer>> questions = new ArrayDeque<>();
  private final Thread answering = new Thread(this::answer, "hand-over");
  private int answered;
  private volatile boolean closed;

  private HandOver() {}

  static HandOver start() {
    HandOver started = new HandOver();
    started.answering.setDaemon(true);
    started.answering.start();
    return started;
  }

  /** There and back; the number of answers so far. */
  int roundTrip() {
    CompletableFuture<Integer> question = new CompletableFuture<>();
    synchronized (questions) {
      questions.add(question);
      questions.notifyAll();
    }
    try {
      return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException never) {
      throw new IllegalStateException("nothing was handed back", never);
    }
  }

  private void answer() {
    try {
      while (!closed) {
        CompletableFuture<Integer> question;
        synchronized (questions) {
          if (questions.isEmpty()) {
            questions.wait(LOOK_MILLISECONDS);
          }
          question = questions.poll();
        }
        if (question != null) {
          question.complete(++answered);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      answering.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
