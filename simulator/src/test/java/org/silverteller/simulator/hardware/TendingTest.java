package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.simulator.hardware.Bench.HUNDREDS;
import static org.silverteller.simulator.hardware.Bench.TENS;
import static org.silverteller.simulator.hardware.Bench.both;
import static org.silverteller.simulator.hardware.Bench.hundreds;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.scenario.Wiring;

/** What people do to a dispenser's units: fill and count them, and test that they give. */
class TendingTest {

  static final UnitId REJECT = UnitId.of("REJECT");

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  final Bench bench = new Bench(MachineSpec.STANDARD, wiring());

  CashUnit unit(UnitId id) throws DeviceFault {
    return bench.dispenser().cashUnits().stream()
        .filter(unit -> unit.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static void faults(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }

  // ---- counts

  @Test
  void a_dispenser_that_cannot_count_its_cassettes_is_told() throws DeviceFault {
    UnitId fifties = UnitId.of("CASS2");
    int others = unit(fifties).count();
    bench.machine.operator().stuffUnit(HUNDREDS, -1_500);
    bench.machine.operator().stuffUnit(TENS, 200);
    assertThat(bench.machine.ledger().violations()).hasSize(2);

    bench.dispenser().setCounts(Map.of(HUNDREDS, 500, TENS, 2_200));

    assertThat(unit(HUNDREDS).count()).isEqualTo(500);
    assertThat(unit(TENS).count()).isEqualTo(2_200);
    assertThat(unit(fifties).count()).isEqualTo(others);
    assertThat(bench.seen).contains("dispenser counts CASS1 500, CASS4 2200");
    bench.machine.ledger().demandBalance();
  }

  @Test
  void the_terminal_hears_that_counts_have_changed() throws DeviceFault {
    bench.events.clear();
    bench.dispenser().setCounts(Map.of(HUNDREDS, 1_999));
    assertThat(bench.events)
        .containsExactly(new TerminalEvent.DeviceChanged(DeviceName.CASH_DISPENSER));
  }

  @Test
  void a_cassette_found_empty_is_believed_again_when_it_was_counted() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.UNIT_EMPTY).notes(0));
    assertThatThrownBy(() -> bench.dispenser().stack(hundreds(1), 1))
        .isInstanceOf(DeviceFault.class);
    assertThat(unit(HUNDREDS).state()).isEqualTo(UnitState.EMPTY);

    bench.dispenser().setCounts(Map.of(HUNDREDS, 2_000));

    assertThat(unit(HUNDREDS).state()).isEqualTo(UnitState.OK);
    assertThat(bench.dispenser().stack(hundreds(1), 2).notes()).isEqualTo(hundreds(1));
  }

  @Test
  void counts_are_refused_while_notes_are_out() throws DeviceFault {
    bench.dispenser().stack(hundreds(1), 1);
    faults(Kind.SEQUENCE, () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)));
    bench.dispenser().present();
    faults(Kind.SEQUENCE, () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10)));
    bench.customer().takeNotes();
    bench.machine.ledger().demandBalance();
    assertThat(unit(HUNDREDS).count()).isEqualTo(1_999);
  }

  @Test
  void counts_of_a_unit_that_is_not_there_are_refused_and_none_changes() throws DeviceFault {
    bench.machine.operator().removeUnit(TENS);
    faults(Kind.UNIT_MISSING, () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10, TENS, 1_000)));
    faults(
        Kind.UNIT_MISSING,
        () -> bench.dispenser().setCounts(Map.of(HUNDREDS, 10, UnitId.of("CASS9"), 10)));
    assertThat(unit(HUNDREDS).count()).isEqualTo(2_000);
    assertThat(bench.dispenser().stack(hundreds(1), 1).notes()).isEqualTo(hundreds(1));
  }

  @Test
  void more_than_a_unit_holds_is_refused_and_the_dispenser_still_gives() throws DeviceFault {
    faults(Kind.FULL, () -> bench.dispenser().setCounts(Map.of(TENS, 10, HUNDREDS, 1_000_000)));
    assertThat(unit(TENS).count()).isEqualTo(2_000);
    assertThat(bench.dispenser().stack(both(1, 1), 1).notes()).isEqualTo(both(1, 1));
  }

  @Test
  void after_a_power_cut_a_count_is_told_or_not_and_can_be_told_again() throws DeviceFault {
    for (boolean before : new boolean[] {true, false}) {
      Bench cut = new Bench(MachineSpec.STANDARD, wiring());
      cut.machine.operator().stuffUnit(HUNDREDS, -1_500);
      cut.machine.hook(new CutAt(Effect.COUNTS_SET, before));
      assertThatThrownBy(() -> cut.dispenser().setCounts(Map.of(HUNDREDS, 500)))
          .isInstanceOf(PowerCut.class);
      cut.machine.hook(EffectHook.NONE);
      cut.reboot();

      cut.dispenser().setCounts(Map.of(HUNDREDS, 500));

      cut.machine.ledger().demandBalance();
      assertThat(cut.dispenser().stack(hundreds(2), 1).notes()).isEqualTo(hundreds(2));
    }
  }

  private record CutAt(Effect effect, boolean early) implements EffectHook {
    @Override
    public void before(Effect now) {
      cut(now, early);
    }

    @Override
    public void after(Effect now) {
      cut(now, !early);
    }

    private void cut(Effect now, boolean here) {
      if (here && now == effect) {
        throw new PowerCut("in a test");
      }
    }
  }

  // ---- test cash

  @Test
  void test_cash_goes_from_each_cassette_to_the_reject_bin_and_is_counted() throws DeviceFault {
    Counted tested = bench.dispenser().testUnits();

    assertThat(tested.notes().notes()).isEqualTo(4);
    assertThat(tested.notes().parts()).allMatch(part -> part.notes() == 1);
    assertThat(tested.rejected()).isEqualTo(4);
    assertThat(unit(HUNDREDS).count()).isEqualTo(1_999);
    assertThat(unit(REJECT).count()).isEqualTo(4);
    assertThat(bench.at(Place.REJECT).notes()).isEqualTo(4);
    assertThat(bench.customer().takeNotes().isEmpty()).isTrue();
    bench.machine.ledger().demandBalance();
  }

  @Test
  void a_cassette_that_gives_no_note_does_not_end_the_test() throws DeviceFault {
    bench.machine.operator().removeUnit(HUNDREDS);

    Counted tested = bench.dispenser().testUnits();

    assertThat(tested.notes().notesFrom(HUNDREDS)).isZero();
    assertThat(tested.rejected()).isEqualTo(3);
    assertThat(unit(HUNDREDS).state()).isEqualTo(UnitState.MISSING);
    bench.machine.ledger().demandBalance();
  }

  @Test
  void a_jam_ends_the_test_and_what_moved_stays_counted() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.JAM_IN_STACK).in(UnitId.of("CASS2")));
    faults(Kind.JAMMED, bench.dispenser()::testUnits);
    assertThat(unit(HUNDREDS).count()).isEqualTo(1_999);
    assertThat(unit(REJECT).count()).isEqualTo(1);
    bench.machine.ledger().demandBalance();
  }

  @Test
  void nothing_is_tested_while_notes_are_out() throws DeviceFault {
    bench.dispenser().stack(hundreds(1), 1);
    faults(Kind.SEQUENCE, bench.dispenser()::testUnits);
    bench.dispenser().present();
    faults(Kind.SEQUENCE, bench.dispenser()::testUnits);
    assertThat(bench.at(Place.REJECT).isEmpty()).isTrue();
  }

  // ---- the bundle before

  @Test
  void the_bundle_before_stays_known_over_filling_and_testing() throws DeviceFault {
    bench.dispenser().stack(both(3, 5), 7);
    bench.dispenser().present();
    bench.customer().takeNotes();

    bench.dispenser().setCounts(Map.of(HUNDREDS, 2_000, TENS, 2_000, REJECT, 0));
    bench.dispenser().testUnits();

    PresentStatus status = bench.dispenser().presentStatus();
    assertThat(status.reference()).isEqualTo(7);
    assertThat(status.state()).isEqualTo(PresentStatus.State.TAKEN);
    assertThat(status.bundle()).isEqualTo(new Counted(both(3, 5), 0));
  }

  @Test
  void a_retracted_bundle_stays_retracted_over_filling_and_testing() throws DeviceFault {
    bench.dispenser().stack(hundreds(2), 9);
    bench.dispenser().present();
    bench.dispenser().retract();

    bench.dispenser().testUnits();
    bench.dispenser().setCounts(Map.of(HUNDREDS, 2_000));

    assertThat(bench.dispenser().presentStatus().state()).isEqualTo(PresentStatus.State.RETRACTED);
    assertThat(bench.dispenser().presentStatus().reference()).isEqualTo(9);
    assertThat(bench.seen)
        .filteredOn(line -> line.startsWith("dispenser"))
        .startsWith("dispenser stack 100x2 → ok")
        .endsWith("dispenser counts CASS1 2000");
  }
}
