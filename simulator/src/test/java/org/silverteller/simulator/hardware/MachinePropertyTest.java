package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.Key;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.PowerCut;

/**
 * Whatever commands, hands, faults and power cuts come in whatever order, no note and no card is
 * lost.
 */
class MachinePropertyTest {

  private static final int STEPS = 150;
  private static final int RESTART = 29;
  private static final List<UnitId> CASSETTES =
      List.of(UnitId.of("CASS1"), UnitId.of("CASS2"), UnitId.of("CASS3"), UnitId.of("CASS4"));
  private static final int[] YUAN = {100, 50, 20, 10};

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void no_note_and_no_card_is_ever_lost(
      @ForAll("dispensers") CashDispenser.Capabilities dispenser,
      @ForAll("readers") CardReader.Capabilities reader,
      @ForAll long seed) {
    new Turmoil(spec(dispenser, reader), seed).run();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void the_same_turmoil_is_witnessed_alike_twice(
      @ForAll("dispensers") CashDispenser.Capabilities dispenser, @ForAll long seed) {
    MachineSpec spec = spec(dispenser, MachineSpec.STANDARD.reader());
    assertThat(new Turmoil(spec, seed).run()).isEqualTo(new Turmoil(spec, seed).run());
  }

  @Provide
  Arbitrary<CashDispenser.Capabilities> dispensers() {
    return Arbitraries.integers()
        .between(0, 15)
        .map(
            bits ->
                new CashDispenser.Capabilities(
                    (bits & 1) == 0, (bits & 2) == 0, (bits & 4) == 0, (bits & 8) == 0, 30));
  }

  @Provide
  Arbitrary<CardReader.Capabilities> readers() {
    return Arbitraries.integers()
        .between(0, 3)
        .map(bits -> new CardReader.Capabilities(false, false, bits > 0, bits > 1, bits));
  }

  private static MachineSpec spec(
      CashDispenser.Capabilities dispenser, CardReader.Capabilities reader) {
    return MachineSpec.STANDARD
        .withDispenser(dispenser)
        .withReader(reader)
        .withSlips(12)
        .withUnits(
            List.of(
                UnitSpec.cassette("CASS1", 100, 60, 2),
                UnitSpec.cassette("CASS2", 50, 40, 2),
                UnitSpec.cassette("CASS3", 20, 10, 0),
                UnitSpec.cassette("CASS4", 10, 80, 5),
                UnitSpec.rejectBin(40),
                UnitSpec.retractBin(25)));
  }

  /** One machine, and everybody at it at random. */
  private static final class Turmoil {

    private final Random random;
    private final VirtualMachine machine;
    private final List<String> seen = new ArrayList<>();
    private final int[] drawn = new int[1];
    private VirtualHardware hardware;
    private long reference;

    Turmoil(MachineSpec spec, long seed) {
      random = new Random(seed);
      machine = new VirtualMachine(spec);
      machine.witness(seen::add);
      machine.hook(
          new EffectHook() {
            @Override
            public void before(Effect effect) {
              disturb();
            }

            @Override
            public void after(Effect effect) {
              disturb();
            }
          });
      hardware = machine.open(event -> seen.add(event.toString()));
    }

    List<String> run() {
      for (int step = 0; step < STEPS; step++) {
        try {
          act(machine.powered() || random.nextInt(3) == 0 ? random.nextInt(30) : RESTART);
        } catch (DeviceFault fault) {
          seen.add(fault.getMessage());
        } catch (PowerCut cut) {
          assertThat(machine.powered()).isFalse();
        }
        check();
      }
      return seen;
    }

    /** What may happen between any two effects. */
    private void disturb() {
      switch (random.nextInt(150)) {
        case 0 -> throw new PowerCut("in turmoil");
        case 1, 2 -> take(random.nextInt(4));
        case 3 -> machine.customer().takeCard();
        default -> {}
      }
      check();
    }

    private void check() {
      MachineLedger ledger = machine.ledger();
      assertThat(ledger.violations()).isEmpty();
      assertThat(ledger.paidOut().yuan()).isEqualTo(drawn[0]);
    }

    private void take(int most) {
      drawn[0] += (int) machine.customer().takeNotes(most).total().yuan();
    }

    private void act(int what) throws DeviceFault {
      switch (what) {
        case 0, 1, 2, 3 -> hardware.dispenser().stack(mix(), ++reference);
        case 4, 5, 6 -> hardware.dispenser().present();
        case 7 -> hardware.dispenser().retract();
        case 8, 9 -> hardware.dispenser().rejectAll();
        case 10 -> hardware.dispenser().reset();
        case 11 -> assertThat(hardware.dispenser().presentStatus().state()).isNotNull();
        case 12, 13 -> take(random.nextInt(12));
        case 14 -> hardware.cardReader().accept(true);
        case 15, 16 -> machine.customer().insertCard(card());
        case 17 -> hardware.cardReader().eject();
        case 18 -> hardware.cardReader().retain();
        case 19 -> machine.customer().takeCard();
        case 20 -> assertThat(hardware.cardReader().readTrack2()).isNotNull();
        case 21 -> hardware.cardReader().reset();
        case 22 -> hardware.receiptPrinter().print(List.of("slip"));
        case 23 -> hardware.pinPad().openPin(4, 12);
        case 24 -> machine.customer().press(Key.ofDigit(random.nextInt(10)));
        case 25 -> machine.saboteur().arm(sabotage());
        case 26 -> {
          if (random.nextBoolean()) {
            machine.saboteur().clearAll();
          } else {
            machine.saboteur().clear(any(Fault.values()));
          }
        }
        case 27 -> repair();
        case 28 -> machine.cutPower();
        default -> restart();
      }
    }

    private void restart() {
      machine.restorePower();
      hardware = machine.open(event -> seen.add(event.toString()));
    }

    private void repair() {
      switch (random.nextInt(5)) {
        case 0 -> machine.operator().clearJam();
        case 1 -> machine.operator().emptyBins();
        case 2 -> machine.operator().addPaper();
        case 3 -> machine.operator().loadUnit(any(CASSETTES.toArray(UnitId[]::new)), 10);
        default -> machine.operator().insertUnit(any(CASSETTES.toArray(UnitId[]::new)));
      }
    }

    private Sabotage sabotage() {
      Optional<UnitId> unit =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(any(CASSETTES.toArray(UnitId[]::new)));
      return new Sabotage(any(Fault.values()), random.nextBoolean(), random.nextInt(6), unit);
    }

    private NoteMix mix() {
      List<NoteMix.Part> parts = new ArrayList<>();
      for (int unit = 0; unit < YUAN.length; unit++) {
        int notes = random.nextInt(9) - 2;
        if (notes > 0) {
          parts.add(new NoteMix.Part(CASSETTES.get(unit), Denomination.of(YUAN[unit]), notes));
        }
      }
      return new NoteMix(parts);
    }

    private VirtualCard card() {
      return Wallet.cards().get(random.nextInt(Wallet.cards().size()));
    }

    private <T> T any(T[] of) {
      return of[random.nextInt(of.length)];
    }
  }
}
