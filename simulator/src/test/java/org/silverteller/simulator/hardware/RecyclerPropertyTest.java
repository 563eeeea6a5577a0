package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

/**
 * Whatever is deposited and paid in whatever order, with faults, hands and power cuts between:
 * every note is in one place, both devices count the shared units alike and exactly, and only notes
 * that were judged fit are paid again.
 */
class RecyclerPropertyTest {

  private static final int STEPS = 150;
  private static final List<UnitId> SHARED = List.of(UnitId.of("RECYC1"), UnitId.of("RECYC2"));
  private static final int[] YUAN = {100, 50, 10};
  private static final Fault[] FAULTS = {
    Fault.JAM_IN_STACK,
    Fault.JAM_IN_PRESENT,
    Fault.JAM_IN_RETRACT,
    Fault.DOUBLE_PICK,
    Fault.SHORT_COUNT,
    Fault.SHORT_PRESENT,
    Fault.SHORT_RETRACT,
    Fault.UNIT_EMPTY,
    Fault.UNIT_MISSING
  };

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void every_note_is_in_one_place_and_counted_once(@ForAll long seed) {
    new Turmoil(seed).run();
  }

  private static final class Turmoil {
    private final Random random;
    private final VirtualMachine machine;
    private VirtualHardware hardware;
    private long reference;
    private int put;
    private int back;
    private int loaded = 30 + 3;
    private long drawn;

    Turmoil(long seed) {
      random = new Random(seed);
      machine =
          new VirtualMachine(
              MachineSpec.WITH_DEPOSITS.recycling(
                  List.of(
                      UnitSpec.recycling("RECYC1", 100, 30, 0, 45),
                      UnitSpec.recycling("RECYC2", 50, 3, 0, 20))));
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
      hardware = machine.open(event -> {});
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        try {
          if (machine.powered()) {
            act(random.nextInt(24));
          } else {
            machine.restorePower();
            hardware = machine.open(event -> {});
          }
        } catch (DeviceFault fault) {
          assertThat(fault.kind()).isNotNull();
        } catch (PowerCut cut) {
          assertThat(machine.powered()).isFalse();
        }
        check();
      }
    }

    private void disturb() {
      switch (random.nextInt(120)) {
        case 0 -> throw new PowerCut("in turmoil");
        case 1 -> takeBack();
        case 2 -> take(random.nextInt(4));
        default -> {}
      }
      check();
    }

    private void check() {
      MachineLedger ledger = machine.ledger();
      assertThat(ledger.violations()).isEmpty();
      assertThat(ledger.paidOut().yuan()).isEqualTo(drawn);
      DepositLedger books = ledger.deposits().orElseThrow();
      assertThat(books.entered()).hasSize(put);
      assertThat(books.in(AcceptorPlace.HANDS)).hasSize(back);
      int shared =
          ledger.recycling().stream()
              .flatMap(unit -> unit.places().values().stream())
              .mapToInt(List::size)
              .sum();
      assertThat(shared).isEqualTo(loaded + books.in(AcceptorPlace.RECYCLED).size());
      for (int unit = 0; unit < SHARED.size(); unit++) {
        assertThat(books.units().get(unit).unit()).isEqualTo(SHARED.get(unit));
        assertThat(books.units().get(unit).counted())
            .isEqualTo(ledger.notes().get(unit).counted())
            .isLessThanOrEqualTo(machine.spec().units().get(unit).capacity());
      }
    }

    private void act(int what) throws DeviceFault {
      var acceptor = hardware.cashAcceptor().orElseThrow();
      switch (what) {
        case 0, 1 -> acceptor.startCashIn(++reference);
        case 2, 3 -> insert();
        case 4, 5 -> acceptor.acceptNotes();
        case 6, 7, 8 -> acceptor.endCashIn();
        case 9 -> acceptor.rollback();
        case 10 -> acceptor.retract();
        case 11 -> takeBack();
        case 12, 13, 14 -> hardware.dispenser().stack(mix(), ++reference);
        case 15, 16 -> hardware.dispenser().present();
        case 17 -> take(random.nextInt(12));
        case 18 -> hardware.dispenser().retract();
        case 19 -> hardware.dispenser().rejectAll();
        case 20 -> alike();
        case 21 -> breaks();
        case 22 -> repair();
        default -> machine.cutPower();
      }
    }

    private void alike() throws DeviceFault {
      var dispensers = hardware.dispenser().cashUnits();
      var acceptors = hardware.cashAcceptor().orElseThrow().cashUnits();
      assertThat(acceptors.subList(0, 2)).isEqualTo(dispensers.subList(0, 2));
    }

    private void takeBack() {
      back += machine.customer().takeReturnedNotes().size();
    }

    private void take(int most) {
      drawn += machine.customer().takeNotes(most).total().yuan();
    }

    private void insert() {
      List<VirtualNote> notes = new ArrayList<>();
      for (int note = random.nextInt(9); note > 0; note--) {
        Quality quality =
            random.nextInt(3) > 0
                ? Quality.FIT
                : Quality.values()[random.nextInt(Quality.values().length)];
        notes.add(new VirtualNote(YUAN[random.nextInt(YUAN.length)], quality));
      }
      if (machine.customer().insertNotes(notes)) {
        put += notes.size();
      }
    }

    private NoteMix mix() {
      List<NoteMix.Part> parts = new ArrayList<>();
      for (int unit = 0; unit < SHARED.size(); unit++) {
        int notes = random.nextInt(8) - 1;
        if (notes > 0) {
          parts.add(new NoteMix.Part(SHARED.get(unit), Denomination.of(YUAN[unit]), notes));
        }
      }
      return new NoteMix(parts);
    }

    private void breaks() {
      if (random.nextBoolean()) {
        AcceptorFault[] faults = AcceptorFault.values();
        machine.saboteur().arm(faults[random.nextInt(faults.length)], false, random.nextInt(6));
      } else {
        machine
            .saboteur()
            .arm(Sabotage.once(FAULTS[random.nextInt(FAULTS.length)]).notes(random.nextInt(5)));
      }
    }

    private void repair() {
      UnitId unit = SHARED.get(random.nextInt(SHARED.size()));
      switch (random.nextInt(6)) {
        case 0 -> machine.operator().clearAcceptor();
        case 1 -> machine.operator().emptyAcceptor();
        case 2 -> machine.operator().clearJam();
        case 3 -> machine.operator().emptyBins();
        case 4 -> machine.operator().insertUnit(unit);
        default -> load(unit);
      }
    }

    private void load(UnitId unit) {
      int notes = 3;
      try {
        machine.operator().loadUnit(unit, notes);
        loaded += notes;
      } catch (IllegalArgumentException noRoom) {
        assertThat(noRoom).hasMessageContaining("expected 0 to");
      }
    }
  }
}
