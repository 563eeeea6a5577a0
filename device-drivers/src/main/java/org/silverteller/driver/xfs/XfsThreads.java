package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Where the bridge's waiting and its work on events happen, and how time passes for it. */
public interface XfsThreads extends AutoCloseable {

  /**
   * Waits for what a provider completes.
   *
   * @throws TimeoutException when it did not come in time
   */
  <T> T await(CompletableFuture<T> completed, Duration patience) throws TimeoutException;

  /** Does work on an event, in order, away from the provider's thread. */
  void handOver(Runnable work);

  /** Time as it passes, see {@link org.silverteller.event.Stopwatch}. */
  Duration elapsed();

  @Override
  void close();
}
