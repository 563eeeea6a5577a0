package org.silverteller.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
import org.silverteller.card.CardScheme;
import org.silverteller.money.Denomination;
import org.silverteller.money.MixOffer;
import org.silverteller.money.MixPolicy;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.page.CashPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.ui.JavaPainterFactory;

/**
 * A frame of 1280 × 1024, from a page to pixels: the fullest page, the page with most pictures, and
 * the one painted at every key. A frame is to take at most 10 ms. The fork runs with the JVM
 * options of the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseSerialGC",
      "-Xmx48m",
      "-Djava.awt.headless=true"
    })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PaintBench {

  @Param({"standard", "elder"})
  private String profile;

  private Look look;
  private Painter painter;
  private Page welcome;
  private Page mixChoice;
  private int typed;

  @Setup
  public void open() {
    look = new Look(new ProfileId(profile), Language.CHINESE);
    painter =
        new JavaPainterFactory()
            .painter(
                1280,
                1024,
                17,
                Map.of(
                    "bank.name", "示例银行",
                    "bank.phone", "400-800-1234",
                    "machine.number", "31010042",
                    "police.antifraud", "96110"));
    TreeSet<Denomination> notes = new TreeSet<>();
    for (int yuan : new int[] {100, 50, 20, 10}) {
      notes.add(Denomination.of(yuan));
    }
    welcome = new Page.Welcome(notes, List.of(CardScheme.values()), true, false);
    mixChoice =
        new CashPage.MixChoice(
            Money.ofYuan(1000),
            List.of(
                new MixOffer(MixPolicy.LARGE_NOTES, mix(100, 10)),
                new MixOffer(MixPolicy.WITH_CHANGE, mix(100, 9, 50, 1, 20, 1, 10, 3)),
                new MixOffer(MixPolicy.SMALL_ONLY, mix(50, 16, 20, 5, 10, 10))));
  }

  private static NoteMix mix(int... valuesAndCounts) {
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int i = 0; i < valuesAndCounts.length; i += 2) {
      UnitId unit = UnitId.of("CASS" + (i / 2 + 1));
      parts.add(
          new NoteMix.Part(unit, Denomination.of(valuesAndCounts[i]), valuesAndCounts[i + 1]));
    }
    return new NoteMix(parts);
  }

  @Benchmark
  public Frame welcome() {
    return painter.paint(welcome, look);
  }

  @Benchmark
  public Frame mixChoice() {
    return painter.paint(mixChoice, look);
  }

  @Benchmark
  public Frame pinDigit() {
    typed = (typed + 1) % 7;
    return painter.paint(new Page.PinEntry(typed, Optional.empty()), look);
  }
}
