package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Real time, and one thread of the bridge's own for events. */
final class OwnThread implements XfsThreads {

  private final long start = System.nanoTime();
  private final ExecutorService events =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "xfs-events");
            thread.setDaemon(true);
            return thread;
          });

  /** An interrupt ends the waiting like a time-out and stays set: whoever sent it wants the end. */
  @Override
  public <T> T await(CompletableFuture<T> completed, Duration patience) throws TimeoutException {
    try {
      return completed.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      TimeoutException end = new TimeoutException("interrupted");
      end.initCause(stop);
      throw end;
    } catch (ExecutionException bug) {
      throw new IllegalStateException("an XFS request ended by an exception", bug.getCause());
    }
  }

  @Override
  public void handOver(Runnable work) {
    try {
      events.execute(work);
    } catch (RejectedExecutionException closed) {
      work.run();
    }
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    events.shutdown();
  }
}
