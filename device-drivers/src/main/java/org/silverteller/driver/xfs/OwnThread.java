package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real time, and one thread of the bridge's own for events. */
public final class OwnThread implements XfsThreads {

  private static final Logger LOG = LoggerFactory.getLogger(OwnThread.class);

  /** How long what was handed over may still take when everything ends. */
  private static final Duration LAST_WORK = Duration.ofSeconds(2);

  /**
   * How long a waiter looks for himself before he sleeps: a quick provider's answer is there within
   * this, and to be woken costs as much. A poll every second spends 0.005 % of a core on it.
   */
  private static final long LOOK_NANOSECONDS = 50_000;

  /** Where there is only one core, whoever looks keeps the provider from its work. */
  private static final boolean LOOKS = Runtime.getRuntime().availableProcessors() > 1;

  private final long start = System.nanoTime();
  private volatile Optional<Thread> worker = Optional.empty();
  private final ExecutorService events =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "xfs-events");
            thread.setDaemon(true);
            worker = Optional.of(thread);
            return thread;
          });

  /** An interrupt ends the waiting like a time-out and stays set: whoever sent it wants the end. */
  @Override
  public <T> T await(CompletableFuture<T> completed, Duration patience) throws TimeoutException {
    if (LOOKS) {
      look(completed);
    }
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

  private static void look(CompletableFuture<?> completed) {
    long began = System.nanoTime();
    while (!completed.isDone() && System.nanoTime() - began < LOOK_NANOSECONDS) {
      Thread.onSpinWait();
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

  /** What was handed over is done before this returns, unless it is this that is done. */
  @Override
  public void close() {
    events.shutdown();
    if (worker.isPresent() && worker.get() == Thread.currentThread()) {
      return;
    }
    try {
      if (!events.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("XFS events are still being worked on");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
