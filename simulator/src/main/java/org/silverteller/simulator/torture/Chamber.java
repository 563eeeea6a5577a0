package org.silverteller.simulator.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silverteller.simulator.scenario.Script;

/** The torture chamber as a person sees it: progress, totals, and the story of a failure. */
public final class Chamber {

  private static final Duration PROGRESS = Duration.ofSeconds(5);
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final int LINES_TOLD = 400;

  private final Campaign.Order order;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * What is asked for.
   *
   * @param hours no world begins after so long; 0 for no such end
   * @param script a customer's script or its file, or null
   * @param faults a file of troubles, or null
   */
  public record Request(
      long seed,
      long sessions,
      double hours,
      int threads,
      String script,
      Path faults,
      ThroughXfs through) {
    public Request {
      if (sessions < 1) {
        throw new IllegalArgumentException("--sessions " + sessions + ": expected at least 1");
      }
      if (threads < 1 || threads > 256) {
        throw new IllegalArgumentException("--threads " + threads + ": expected 1 … 256");
      }
      if (hours < 0) {
        throw new IllegalArgumentException("--hours " + hours + ": expected more than 0");
      }
    }

    Campaign.Order order() throws IOException {
      return new Campaign.Order(
          seed,
          sessions,
          hours == 0 ? FOR_EVER : Duration.ofMillis((long) (hours * 3_600_000)),
          threads,
          new Own(
              script == null ? Optional.empty() : Optional.of(customer()),
              faults == null ? List.of() : OwnTroubles.read(faults),
              through));
    }

    private Script customer() throws IOException {
      Script found = Script.find(script);
      ScriptedVisitor.stepsOf(found);
      return found;
    }
  }

  /**
   * @throws IOException when a file cannot be read
   */
  public Chamber(Request request, PrintWriter out, PrintWriter err) throws IOException {
    this.order = request.order();
    this.out = out;
    this.err = err;
  }

  /**
   * Runs all worlds.
   *
   * @return 0 when no invariant was violated, 1 otherwise
   */
  public int run() throws InterruptedException {
    Campaign campaign = new Campaign(order);
    Thread progress = new Thread(() -> progress(campaign), "progress");
    progress.setDaemon(true);
    progress.start();
    Campaign.Result result = campaign.run();
    progress.interrupt();
    progress.join();
    try (ProgramFaults.Listening listening = ProgramFaults.listen()) {
      result.failure().ifPresent(this::tell);
    }
    totals(result);
    out.println(result.totals().line(order.seed()));
    out.flush();
    return result.failure().isEmpty() ? 0 : 1;
  }

  private void totals(Campaign.Result result) {
    Totals totals = result.totals();
    double seconds = Math.max(0.001, result.took().toMillis() / 1000.0);
    out.printf(
        Locale.ROOT,
        "%,d customers in %,d worlds, %,d paid; %,.0f a second on %d threads, %s%n",
        totals.sessions(),
        totals.worlds(),
        totals.paid(),
        totals.sessions() / seconds,
        order.threads(),
        words(result.took()));
  }

  private void progress(Campaign campaign) {
    long begin = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(PROGRESS.toMillis());
        long sessions = campaign.sessions();
        double seconds = (System.nanoTime() - begin) / 1e9;
        String share =
            order.sessions() > Long.MAX_VALUE / 4
                ? ""
                : String.format(Locale.ROOT, "  %3.0f %%", 100.0 * sessions / order.sessions());
        err.printf(
            Locale.ROOT,
            "  %,d customers%s, %,.0f a second, no violation%n",
            sessions,
            share,
            sessions / seconds);
        err.flush();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static String words(Duration took) {
    return took.toMinutes() > 0
        ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
        : took.toMillis() / 1000.0 + " s";
  }

  private void tell(Campaign.Failure failure) {
    out.println("VIOLATED  " + failure.violation().getMessage());
    out.println(
        "seed "
            + order.seed()
            + ", world "
            + failure.plan().number()
            + ", customer "
            + failure.visit());
    if (failure.violation().getCause() != null) {
      failure.violation().getCause().printStackTrace(out);
    }
    out.println("shortening the run …");
    out.flush();
    Shrinking shrinking = new Shrinking(new Population(), failure.violation().invariant());
    Shrinking.Shortest shortest = shrinking.shorten(failure);
    out.println(
        "the shortest run found has "
            + shortest.visits().size()
            + " customers and "
            + shortest.troubles().size()
            + " troubles; again with");
    out.println(
        "  ./atm torture --seed "
            + order.seed()
            + " --world "
            + failure.plan().number()
            + " --visits "
            + joined(shortest.visits())
            + " --troubles "
            + joined(shortest.troubles()));
    tellLines(shrinking.told(shortest.plan()));
  }

  private void tellLines(List<String> lines) {
    int skipped = Math.max(0, lines.size() - LINES_TOLD);
    if (skipped > 0) {
      out.println("… " + skipped + " lines before");
    }
    lines.subList(skipped, lines.size()).forEach(out::println);
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /**
   * Lives one world and tells it.
   *
   * @param visits only these customers; empty for all
   * @param troubles only these; null for all
   */
  public int tell(int world, int[] visits, int[] troubles) {
    LifePlan plan = LifePlan.of(order.seed(), world, Campaign.VISITS, order.own());
    if (visits.length > 0) {
      BitSet wanted = set(visits);
      plan = plan.onlyVisits(wanted.length(), wanted::get);
    }
    if (troubles != null) {
      plan = plan.onlyTroubles(set(troubles)::get);
    }
    List<String> lines;
    try (ProgramFaults.Listening listening = ProgramFaults.listen()) {
      lines = new Shrinking(new Population(), 0).told(plan);
    }
    lines.forEach(out::println);
    out.flush();
    return lines.get(lines.size() - 1).startsWith("VIOLATED") ? 1 : 0;
  }

  private static BitSet set(int[] numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }
}
