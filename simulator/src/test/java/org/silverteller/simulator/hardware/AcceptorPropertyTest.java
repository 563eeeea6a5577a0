package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Capabilities;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

/**
 * Whatever commands, hands, faults and power cuts come in whatever order, no note that was put into
 * the acceptor is lost, and none is stored and handed back.
 */
class AcceptorPropertyTest {

  private static final int STEPS = 120;
  private static final int[] YUAN = {100, 50, 10, 2};

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void no_deposited_note_is_ever_lost(@ForAll("acceptors") Capabilities can, @ForAll long seed) {
    new Turmoil(can, seed).run();
  }

  @Provide
  Arbitrary<Capabilities> acceptors() {
    return Arbitraries.integers()
        .between(0, 15)
        .map(
            bits ->
                new Capabilities(
                    (bits & 1) == 0, (bits & 2) == 0, (bits & 4) == 0, (bits & 8) == 0, 20));
  }

  private static AcceptorSpec spec(Capabilities can) {
    List<UnitSpec> units = new ArrayList<>();
    units.add(AcceptorSpec.unit("REC", UnitType.RECYCLE, Denomination.of(100), 30));
    units.add(AcceptorSpec.unit("BOX", UnitType.CASH_IN, Denomination.MIXED, 40));
    units.add(AcceptorSpec.unit("SUSPECT", UnitType.REJECT, Denomination.MIXED, 5));
    if (can.retract()) {
      units.add(AcceptorSpec.unit("LEFT", UnitType.RETRACT, Denomination.MIXED, 25));
    }
    return new AcceptorSpec(can, units, AcceptorSpec.STANDARD.known());
  }

  private static final class Turmoil {
    private final Random random;
    private final VirtualMachine machine;
    private CashAcceptor acceptor;
    private long reference;
    private int put;
    private int back;

    Turmoil(Capabilities can, long seed) {
      random = new Random(seed);
      machine = new VirtualMachine(MachineSpec.WITH_DEPOSITS.withAcceptor(spec(can)));
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
      open();
    }

    private void open() {
      acceptor = machine.open(event -> {}).cashAcceptor().orElseThrow();
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        try {
          if (machine.powered()) {
            act(random.nextInt(20));
          } else {
            machine.restorePower();
            open();
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
      switch (random.nextInt(80)) {
        case 0 -> throw new PowerCut("in turmoil");
        case 1, 2 -> take();
        default -> {}
      }
      check();
    }

    private void check() {
      MachineLedger ledger = machine.ledger();
      assertThat(ledger.violations()).isEmpty();
      DepositLedger books = ledger.deposits().orElseThrow();
      assertThat(books.entered()).hasSize(put);
      assertThat(books.in(AcceptorPlace.HANDS)).hasSize(back);
    }

    private void take() {
      back += machine.customer().takeReturnedNotes().size();
    }

    private void act(int what) throws DeviceFault {
      switch (what) {
        case 0, 1, 2 -> acceptor.startCashIn(++reference);
        case 3, 4, 5 -> insert();
        case 6, 7, 8, 9 -> acceptor.acceptNotes();
        case 10, 11 -> stored();
        case 12 -> acceptor.rollback();
        case 13 -> acceptor.retract();
        case 14, 15 -> take();
        case 16 -> acceptor.reset();
        case 17 -> {
          AcceptorFault[] faults = AcceptorFault.values();
          AcceptorFault fault = faults[random.nextInt(faults.length)];
          machine.saboteur().arm(fault, random.nextBoolean(), random.nextInt(6));
        }
        case 18 -> repair();
        default -> machine.cutPower();
      }
    }

    private void stored() throws DeviceFault {
      Escrow before = acceptor.escrowStatus();
      int stored = acceptor.endCashIn().notes().notes();
      Escrow after = acceptor.escrowStatus();
      assertThat(after.state()).isEqualTo(Escrow.State.STORED);
      assertThat(after.reference()).isEqualTo(before.reference());
      assertThat(stored).isLessThanOrEqualTo(after.accepted().notes().notes());
    }

    private void insert() {
      List<VirtualNote> notes = new ArrayList<>();
      for (int note = random.nextInt(8); note > 0; note--) {
        Quality[] qualities = Quality.values();
        notes.add(
            new VirtualNote(
                YUAN[random.nextInt(YUAN.length)], qualities[random.nextInt(qualities.length)]));
      }
      if (machine.customer().insertNotes(notes)) {
        put += notes.size();
      }
    }

    private void repair() {
      switch (random.nextInt(3)) {
        case 0 -> machine.operator().clearAcceptor();
        case 1 -> machine.operator().emptyAcceptor();
        default -> machine.saboteur().clearAll();
      }
    }
  }
}
