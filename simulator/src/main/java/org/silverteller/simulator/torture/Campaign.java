package org.silverteller.simulator.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many worlds, one after the other on each thread. A world is decided by the seed and its number
 * alone, so the result does not depend on threads or speed.
 */
public final class Campaign {

  /** Customers in one world. */
  public static final int VISITS = 400;

  private final Order order;
  private final AtomicInteger nextWorld = new AtomicInteger();
  private final AtomicLong sessions = new AtomicLong();
  private volatile boolean enough;

  /**
   * What is to be run.
   *
   * @param sessions so many customers, unless the time is over before
   * @param atMost no world begins after that
   * @param own what a person has added to people and troubles
   */
  public record Order(long seed, long sessions, Duration atMost, int threads, Own own) {}

  /** A world in which an invariant did not hold. */
  record Failure(LifePlan plan, int visit, Violated violation) {}

  /** What a run came to, and the first world, by its number, that failed. */
  record Result(Totals totals, Optional<Failure> failure, Duration took) {}

  public Campaign(Order order) {
    this.order = order;
  }

  /** Customers that have come so far, in worlds that have ended. */
  long sessions() {
    return sessions.get();
  }

  /**
   * @throws Error what a world could not go on after and is no finding: a wrong script, no memory
   */
  Result run() throws InterruptedException {
    try (ProgramFaults.Listening listening = ProgramFaults.listen()) {
      return liveAll();
    }
  }

  private Result liveAll() throws InterruptedException {
    long begin = System.nanoTime();
    List<Worker> workers = new ArrayList<>();
    for (int n = 0; n < order.threads(); n++) {
      Worker worker = new Worker(begin + order.atMost().toNanos());
      worker.setName("torture-" + n);
      worker.start();
      workers.add(worker);
    }
    for (Worker worker : workers) {
      worker.join();
    }
    Totals totals = Totals.NONE;
    List<Failure> failures = new ArrayList<>();
    for (Worker worker : workers) {
      if (worker.broken != null) {
        throw worker.broken;
      }
      totals = totals.plus(worker.totals);
      failures.addAll(worker.failures);
    }
    return new Result(
        totals,
        failures.stream().min(Comparator.comparingInt(failure -> failure.plan().number())),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** The world of that number. */
  LifePlan plan(int number) {
    long left = order.sessions() - (long) number * VISITS;
    return LifePlan.of(order.seed(), number, (int) Math.min(VISITS, left), order.own());
  }

  private final class Worker extends Thread {
    private final long deadline;
    private final List<Failure> failures = new ArrayList<>();
    private Totals totals = Totals.NONE;
    private Error broken;

    Worker(long deadline) {
      this.deadline = deadline;
    }

    @Override
    public void run() {
      Population population = new Population();
      while (!enough && System.nanoTime() < deadline) {
        int number = nextWorld.getAndIncrement();
        if ((long) number * VISITS >= order.sessions()) {
          return;
        }
        live(number, plan(number), population);
      }
    }

    private void live(int number, LifePlan plan, Population population) {
      Life life = new Life(plan, population, new Tale(false));
      try {
        Life.End end = life.live();
        totals = totals.plus(number, end);
        sessions.addAndGet(end.sessions());
      } catch (Violated violation) {
        totals = totals.violated();
        failures.add(new Failure(plan, life.visit(), violation));
        enough = true;
      } catch (Error fault) {
        broken = fault;
        enough = true;
      }
    }
  }
}
