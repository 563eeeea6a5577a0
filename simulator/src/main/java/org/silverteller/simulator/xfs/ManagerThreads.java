package org.silverteller.simulator.xfs;

import java.util.List;
import org.silverteller.simulator.PowerCut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of a real manager: one for each service, so that completions and events come from
 * other threads than those that ask. They end on {@link #close}, or when the power fails.
 */
public final class ManagerThreads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ManagerThreads.class);

  /** How often a station looks for itself whether a person has done his part. */
  private static final long LOOK_MILLISECONDS = 20;

  private static final long END_MILLISECONDS = 2_000;

  private final VirtualXfsManager manager;
  private final List<Thread> threads;
  private volatile boolean closed;

  private ManagerThreads(VirtualXfsManager manager) {
    this.manager = manager;
    this.threads = manager.stations().stream().map(this::thread).toList();
  }

  /** Makes the manager work from now on. */
  public static ManagerThreads start(VirtualXfsManager manager) {
    ManagerThreads started = new ManagerThreads(manager);
    manager.worksByItself(true);
    started.threads.forEach(Thread::start);
    return started;
  }

  private Thread thread(Station station) {
    Thread thread = new Thread(() -> work(station), "xfs-" + station.logicalName());
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((ended, error) -> ended(station, error));
    return thread;
  }

  private void work(Station station) {
    try {
      while (!closed) {
        if (!station.step()) {
          station.awaitWork(LOOK_MILLISECONDS);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** A power cut strikes in the midst of one service's work, and ends that of all. */
  private void ended(Station station, Throwable error) {
    closed = true;
    if (error instanceof PowerCut) {
      manager.powerLost();
      LOG.info("{}: {}", station.logicalName(), error.getMessage());
    } else {
      LOG.error("{} has ended", station.logicalName(), error);
    }
  }

  /** Each thread does to the end what it is doing. */
  @Override
  public void close() {
    closed = true;
    try {
      for (Thread thread : threads) {
        thread.join(END_MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      manager.worksByItself(false);
    }
  }
}
