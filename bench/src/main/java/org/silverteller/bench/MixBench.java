package org.silverteller.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.ExactMixPlanner;
import org.silverteller.money.MixOffer;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.MixRules;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * Mix planning for eight cassettes and bundles of up to 200 notes; held to 50 µs a plan. The fork
 * runs with the JVM options of the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class MixBench {

  /** What stands in the slots. */
  public enum Cassettes {
    USUAL(100, 100, 50, 50, 20, 20, 10, 10),
    EVERY_NOTE(100, 50, 20, 10, 5, 1, 100, 1),
    AWKWARD(110, 90, 70, 30, 30, 70, 90, 110);

    private final int[] yuan;

    Cassettes(int... yuan) {
      this.yuan = yuan;
    }
  }

  /** How much is asked for, seen from the stock of 25 notes a cassette. */
  public enum Wish {
    /** 90 % of all there is. */
    MUCH,
    /** 10 % of it. */
    LITTLE,
    /** 90 % of it with all but the largest notes nearly gone. */
    SCARCE
  }

  @Param public Cassettes cassettes;

  @Param public Wish wish;

  private final ExactMixPlanner planner = new ExactMixPlanner(new MixRules(200, 200));
  private List<CashUnit> units;
  private Money amount;

  /** Fills the cassettes. */
  @Setup
  public void fill() {
    units = new ArrayList<>();
    long all = 0;
    for (int slot = 0; slot < cassettes.yuan.length; slot++) {
      int yuan = cassettes.yuan[slot];
      int notes = wish == Wish.SCARCE && yuan < 100 ? 3 : 25;
      all += (long) notes * yuan;
      units.add(
          new CashUnit(
              UnitId.of("CASS" + (slot + 1)),
              UnitType.BILL,
              Denomination.of(yuan),
              notes,
              0,
              UnitState.OK));
    }
    amount = Money.ofYuan(all * (wish == Wish.LITTLE ? 10 : 90) / 100 / 10 * 10);
  }

  @Benchmark
  public Optional<NoteMix> plan() {
    return planner.plan(amount, MixPolicy.LARGE_NOTES, units);
  }

  /** The three offers that a customer sees. */
  @Benchmark
  public List<MixOffer> offers() {
    return planner.offers(amount, units);
  }

  /** Three payable amounts near a wish that no note can pay. */
  @Benchmark
  public List<Money> nearest() {
    return planner.nearest(amount.plus(Money.ofFen(1)), amount.times(2), 3, units);
  }
}
