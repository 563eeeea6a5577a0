package org.silverteller.driver.xfs;

import java.util.concurrent.CompletableFuture;

/**
 * One READ_RAW_DATA from before it is begun until its data is taken. Where no card is inside it
 * opens the slot and waits for one. May be used from any thread.
 */
final class IdcRead {

  private final CompletableFuture<Object> heard = new CompletableFuture<>();
  private volatile boolean awaited;
  private volatile Requests.Pending request;
  private volatile CompletableFuture<Void> ended = new CompletableFuture<>();

  /**
   * The service has taken it.
   *
   * @param input of the command, freed when it has ended; a provider that never ends it keeps it
   */
  void begun(Requests.Pending pending, XfsArena input) {
    request = pending;
    ended =
        pending.completed().whenComplete((result, givenUp) -> input.close()).thenRun(this::opened);
  }

  /** Does this when the command has ended, on the thread that tells it. */
  void whenEnded(Runnable work) {
    ended = ended.thenRun(work);
  }

  boolean isBegun() {
    return request != null;
  }

  Requests.Pending request() {
    return request;
  }

  /** The reader has told that its slot is open. */
  void opened() {
    heard.complete(true);
  }

  /** Completes when the slot is open, or the command has ended. */
  CompletableFuture<Object> heard() {
    return heard;
  }

  /** From now on somebody waits for its end, and says what it means. */
  void await() {
    awaited = true;
  }

  boolean isAwaited() {
    return awaited;
  }

  boolean over() {
    return request.completed().isDone();
  }

  /** Whether it has ended with an error. */
  boolean failed() {
    return over()
        && !request.completed().isCancelled()
        && request.completed().join().hResult() != Xfs.WFS_SUCCESS;
  }
}
