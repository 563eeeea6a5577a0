package org.silverteller.simulator.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.bank.BankRules;
import org.silverteller.simulator.bank.BankSpec;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.Posting;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.simulator.scenario.WatchedPainter;
import org.silverteller.simulator.world.VolatileStore;
import org.silverteller.store.Entry;

/** A full day's queue of advices goes out in order, as fast as the line carries it. */
class AdviceDrainTest {

  private static final int ADVICES = 1_000;
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final Instant START =
      LocalDateTime.of(2026, 6, 18, 9, 0).atZone(Cast.ZONE).toInstant();

  private final Population population = new Population();
  private final World world = new World(START, new Tale(false));
  private final VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
  private final VirtualBank bank =
      new VirtualBank(
          BankSpec.of(Wallet.cards(), BankRules.USUAL.withLatency(LATENCY)),
          world,
          1,
          FaultSource.NONE,
          new Traffic(0));
  private VolatileStore store = new VolatileStore(VolatileStore.Hooks.NONE);

  @Test
  void a_thousand_advices_take_a_thousand_round_trips_and_no_pause() {
    oweAThousand();
    boot(Integer.MAX_VALUE);
    assertThat(store.owed()).isEmpty();
    Duration took = Duration.between(START, world.instant());
    assertThat(took).isBetween(LATENCY.multipliedBy(ADVICES), LATENCY.multipliedBy(ADVICES + 20));
    assertThat(delivered()).isEqualTo(stansInOrder());
  }

  @Test
  void the_queue_goes_on_in_order_where_a_power_cut_stopped_it() {
    oweAThousand();
    boot(400);
    assertThat(store.owed()).hasSize(ADVICES - 399);
    boot(Integer.MAX_VALUE);
    assertThat(store.owed()).isEmpty();
    assertThat(delivered()).isEqualTo(stansInOrder());
    assertThat(bank.ledger().postings()).allMatch(posting -> posting.advices() <= 2);
  }

  private void oweAThousand() {
    LocalDateTime time = LocalDateTime.of(2026, 6, 17, 9, 0);
    for (int n = 1; n <= ADVICES; n++) {
      Advice advice =
          new Advice(
              Advice.Kind.REVERSAL,
              store.takeStan(),
              time,
              new Advice.Original(
                  Service.WITHDRAWAL, new Stan(500_000 + n), String.format("%012d", n), time),
              Wallet.OWN.pan(),
              CardEntry.STRIPE,
              Money.ofYuan(100),
              Money.ZERO,
              Advice.Reason.TIME_OUT,
              "",
              "",
              0);
      store.commit(new Entry.Owed(advice));
    }
  }

  /** Runs a terminal until it is at rest; the power fails at that advice. */
  private void boot(int cutAtMessage) {
    store = store.reboot();
    machine.restorePower();
    LoopbackWire wire = new LoopbackWire(bank, world, () -> {}, Duration.ofSeconds(20));
    Cast cast =
        new Cast(
            world,
            world.wallClock(),
            population.table(),
            population.host(new java.util.SplittableRandom(1)),
            painter -> new WatchedPainter(painter, this::stopAtRest),
            durable -> durable);
    try {
      cast.terminal(
              machine.open(world::post),
              store,
              new CountedWire(wire, cutAtMessage),
              population.painter())
          .run();
    } catch (PowerCut cut) {
      machine.cutPower();
      world.forgetEvents();
    }
  }

  private void stopAtRest(Frame frame) {
    if (frame.page() instanceof Page.Welcome) {
      world.post(new TerminalEvent.StopRequested());
    }
  }

  private List<Integer> delivered() {
    return bank.ledger().postings().stream().map(Posting::id).map(id -> id.stan()).toList();
  }

  private static List<Integer> stansInOrder() {
    List<Integer> stans = new ArrayList<>();
    for (int n = 1; n <= ADVICES; n++) {
      stans.add(500_000 + n);
    }
    return stans;
  }

  /** The power fails when the advice of that number has been sent. */
  private record CountedWire(LoopbackWire wire, int cutAt, int[] advices)
      implements org.silverteller.host.Wire {

    CountedWire(LoopbackWire wire, int cutAt) {
      this(wire, cutAt, new int[1]);
    }

    @Override
    public boolean up() {
      return wire.up();
    }

    @Override
    public void send(byte[] message) throws org.silverteller.host.HostFault, LineLost {
      wire.send(message);
      boolean advice = Peek.at(message).type() == 0x0420 || Peek.at(message).type() == 0x0421;
      if (advice && ++advices[0] == cutAt) {
        throw new PowerCut("after advice " + cutAt);
      }
    }

    @Override
    public java.util.Optional<byte[]> receive(Duration patience) throws LineLost {
      return wire.receive(patience);
    }

    @Override
    public void close() {
      wire.close();
    }
  }
}
