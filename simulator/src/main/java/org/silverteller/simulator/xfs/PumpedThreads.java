package org.silverteller.simulator.xfs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.silverteller.driver.xfs.XfsThreads;
import org.silverteller.event.Stopwatch;

/**
 * The bridge's threads where there are none: whoever waits makes the manager work, so that all is
 * done in one order, on the terminal's own thread, and a power cut throws through it.
 */
public final class PumpedThreads implements XfsThreads {

  /** What passes when a provider has nothing to do and the bridge still waits. */
  @FunctionalInterface
  public interface Idle {

    /**
     * Lets time pass, at most so much.
     *
     * @return whether something may have happened before all of it had passed
     */
    boolean pass(Duration most);
  }

  private final VirtualXfsManager manager;
  private final Stopwatch stopwatch;
  private final Idle idle;
  private final Runnable demandPower;
  private final Queue<Runnable> handedOver = new ArrayDeque<>();

  /**
   * @param demandPower throws when the run of the terminal that uses the bridge is over
   */
  public PumpedThreads(
      VirtualXfsManager manager, Stopwatch stopwatch, Idle idle, Runnable demandPower) {
    this.manager = manager;
    this.stopwatch = stopwatch;
    this.idle = idle;
    this.demandPower = demandPower;
  }

  @Override
  public <T> T await(CompletableFuture<T> completed, Duration patience) throws TimeoutException {
    demandPower.run();
    Duration deadline = stopwatch.elapsed().plus(patience);
    while (true) {
      if (completed.isDone()) {
        return completed.join();
      }
      boolean worked = manager.step();
      drain();
      if (!worked && !completed.isDone()) {
        Duration left = deadline.minus(stopwatch.elapsed());
        if (left.isNegative() || left.isZero() || !idle.pass(left)) {
          throw new TimeoutException("no completion within " + patience);
        }
      }
    }
  }

  @Override
  public void handOver(Runnable work) {
    synchronized (handedOver) {
      handedOver.add(work);
    }
  }

  /** Does what was handed over, in order. */
  public void drain() {
    for (Runnable work = next(); work != null; work = next()) {
      work.run();
    }
  }

  private Runnable next() {
    synchronized (handedOver) {
      return handedOver.poll();
    }
  }

  @Override
  public Duration elapsed() {
    demandPower.run();
    return stopwatch.elapsed();
  }

  @Override
  public void close() {
    drain();
  }
}
