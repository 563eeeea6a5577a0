package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.simulator.hardware.Bench.HUNDREDS;
import static org.silverteller.simulator.hardware.Bench.TENS;
import static org.silverteller.simulator.hardware.Bench.both;
import static org.silverteller.simulator.hardware.Bench.hundreds;
import static org.silverteller.simulator.hardware.Bench.tens;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.simulator.hardware.MachineView.Shutter;
import org.silverteller.simulator.scenario.Wiring;

class DispenserTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  private final Bench bench = bench(MachineSpec.STANDARD);

  @Test
  void stacks_out_of_reach_presents_and_notices_the_taking() throws DeviceFault {
    assertThat(bench.dispenser().stack(both(3, 5), 7).notes()).isEqualTo(both(3, 5));
    assertThat(bench.at(Place.STACKER)).isEqualTo(both(3, 5));
    assertThat(bench.dispenser().transport()).isEqualTo(Position.NOT_EMPTY);
    assertThat(bench.customer().takeNotes()).isEqualTo(NoteMix.EMPTY);
    assertStatus(PresentStatus.State.NOT_PRESENTED, both(3, 5), 7);

    assertThat(bench.dispenser().present().notes()).isEqualTo(both(3, 5));
    assertThat(bench.dispenser().exit()).isEqualTo(Position.NOT_EMPTY);
    assertThat(bench.dispenser().transport()).isEqualTo(Position.EMPTY);
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.OPEN);
    assertStatus(PresentStatus.State.PRESENTED, both(3, 5), 7);
    assertThat(bench.events).isEmpty();

    assertThat(bench.customer().takeNotes()).isEqualTo(both(3, 5));
    assertThat(bench.events).containsExactly(new TerminalEvent.NotesTaken());
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.CLOSED);
    assertThat(bench.dispenser().exit()).isEqualTo(Position.EMPTY);
    assertStatus(PresentStatus.State.TAKEN, both(3, 5), 7);
    assertThat(bench.machine.ledger().paidOut().yuan()).isEqualTo(350);
  }

  @Test
  void counts_its_units_down_and_its_bins_up() throws DeviceFault {
    bench.dispenser().stack(both(3, 5), 1);
    bench.dispenser().rejectAll();
    assertThat(unit(HUNDREDS).count()).isEqualTo(1_997);
    assertThat(unit(TENS).count()).isEqualTo(1_995);
    assertThat(unit(UnitId.of("REJECT")).count()).isEqualTo(8);
    bench.machine.ledger().demandBalance();
  }

  @Test
  void lists_its_units_in_cassette_order_with_the_bins_last() throws DeviceFault {
    assertThat(bench.dispenser().cashUnits())
        .extracting(unit -> unit.id().name())
        .containsExactly("CASS1", "CASS2", "CASS3", "CASS4", "REJECT", "RETRACT");
  }

  @Test
  void rejects_what_is_stacked_and_leaves_what_is_at_the_exit() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.SHORT_PRESENT).notes(2));
    bench.dispenser().stack(hundreds(5), 1);
    assertThat(bench.dispenser().present().notes()).isEqualTo(hundreds(3));
    assertThat(bench.dispenser().transport()).isEqualTo(Position.NOT_EMPTY);
    assertThat(bench.dispenser().rejectAll()).isEqualTo(new Counted(hundreds(2), 2));
    assertThat(bench.at(Place.EXIT)).isEqualTo(hundreds(3));
    assertStatus(PresentStatus.State.PRESENTED, hundreds(3), 1);
  }

  @Test
  void retracts_what_the_customer_left_and_counts_only_that() throws DeviceFault {
    bench.dispenser().stack(hundreds(6), 4);
    bench.dispenser().present();
    assertThat(bench.customer().takeNotes(3)).isEqualTo(hundreds(3));
    assertThat(bench.events).isEmpty();
    assertThat(bench.dispenser().retract().notes()).isEqualTo(hundreds(3));
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.CLOSED);
    assertThat(unit(UnitId.of("RETRACT")).count()).isEqualTo(3);
    assertStatus(PresentStatus.State.RETRACTED, hundreds(6), 4);
    assertThat(bench.customer().takeNotes()).isEqualTo(NoteMix.EMPTY);
  }

  @Test
  void finds_no_media_when_the_notes_were_taken_a_moment_before_the_retract() throws DeviceFault {
    bench.dispenser().stack(hundreds(1), 4);
    bench.dispenser().present();
    bench.customer().takeNotes();
    assertFault(Kind.NO_MEDIA, bench.dispenser()::retract);
    assertStatus(PresentStatus.State.TAKEN, hundreds(1), 4);
  }

  @Test
  void does_not_stack_onto_notes_that_are_somewhere_already() throws DeviceFault {
    bench.dispenser().stack(hundreds(1), 1);
    assertFault(Kind.SEQUENCE, () -> bench.dispenser().stack(hundreds(1), 2));
    bench.dispenser().present();
    assertFault(Kind.SEQUENCE, () -> bench.dispenser().stack(hundreds(1), 2));
    assertStatus(PresentStatus.State.PRESENTED, hundreds(1), 1);
  }

  @Test
  void presents_nothing_when_nothing_is_stacked() {
    assertFault(Kind.NO_MEDIA, bench.dispenser()::present);
  }

  @Test
  void stacks_no_more_than_a_bundle_holds() {
    assertFault(Kind.FULL, () -> bench.dispenser().stack(hundreds(201), 1));
    assertThat(bench.at(Place.STACKER)).isEqualTo(NoteMix.EMPTY);
  }

  @Test
  void refuses_units_that_are_not_there_are_bins_or_hold_other_notes() {
    assertFault(Kind.UNIT_MISSING, () -> bench.dispenser().stack(mix("CASS9", 100), 1));
    assertFault(Kind.UNSUPPORTED, () -> bench.dispenser().stack(mix("REJECT", 100), 1));
    assertFault(Kind.UNIT_INOPERATIVE, () -> bench.dispenser().stack(mix("CASS1", 50), 1));
  }

  @Test
  void a_new_bundle_is_known_by_its_reference_before_a_note_has_moved() throws DeviceFault {
    bench.dispenser().stack(hundreds(1), 1);
    bench.dispenser().present();
    bench.customer().takeNotes();
    bench.arm(Sabotage.once(Fault.UNIT_EMPTY));
    assertFault(Kind.UNIT_EMPTY, () -> bench.dispenser().stack(hundreds(2), 2));
    assertStatus(PresentStatus.State.NOT_PRESENTED, NoteMix.EMPTY, 2);
  }

  // ---- what goes wrong in stack

  @Test
  void a_jam_while_stacking_leaves_notes_in_the_transport_and_the_unit_inoperative()
      throws DeviceFault {
    bench.arm(Sabotage.once(Fault.JAM_IN_STACK).notes(3));
    assertFault(Kind.JAMMED, () -> bench.dispenser().stack(hundreds(5), 1));
    assertThat(bench.at(Place.STACKER)).isEqualTo(hundreds(3));
    assertThat(bench.at(Place.TRANSPORT)).isEqualTo(hundreds(1));
    assertThat(unit(HUNDREDS).state()).isEqualTo(UnitState.INOPERATIVE);
    assertThat(unit(HUNDREDS).available()).isZero();
    assertFault(Kind.JAMMED, bench.dispenser()::present);
  }

  @Test
  void after_a_jam_that_does_not_last_all_is_rejected_and_other_units_pay() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.JAM_IN_STACK).notes(3));
    assertFault(Kind.JAMMED, () -> bench.dispenser().stack(hundreds(5), 1));
    assertThat(bench.dispenser().rejectAll()).isEqualTo(new Counted(hundreds(4), 4));
    assertFault(Kind.UNIT_INOPERATIVE, () -> bench.dispenser().stack(hundreds(1), 2));
    assertThat(bench.dispenser().stack(tens(20), 2).notes()).isEqualTo(tens(20));
  }

  @Test
  void after_a_jam_that_lasts_nothing_moves_until_an_operator_came() throws DeviceFault {
    bench.arm(Sabotage.lasting(Fault.JAM_IN_STACK).notes(2));
    assertFault(Kind.JAMMED, () -> bench.dispenser().stack(hundreds(5), 1));
    assertFault(Kind.JAMMED, bench.dispenser()::rejectAll);
    assertFault(Kind.JAMMED, bench.dispenser()::reset);
    assertThat(bench.dispenser().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);

    assertThat(bench.machine.operator().clearJam().notes()).isEqualTo(hundreds(3));
    assertThat(bench.dispenser().status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(bench.dispenser().stack(hundreds(5), 2).notes()).isEqualTo(hundreds(5));
    bench.machine.ledger().demandBalance();
  }

  @Test
  void a_unit_runs_empty_whatever_its_count_says() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.UNIT_EMPTY).in(TENS).notes(2));
    assertFault(Kind.UNIT_EMPTY, () -> bench.dispenser().stack(both(1, 5), 1));
    assertThat(bench.at(Place.STACKER)).isEqualTo(both(1, 2));
    assertThat(unit(TENS).count()).isEqualTo(1_998);
    assertThat(unit(TENS).state()).isEqualTo(UnitState.EMPTY);
    assertThat(bench.dispenser().present().notes()).isEqualTo(both(1, 2));
  }

  @Test
  void a_unit_that_gives_its_last_note_is_empty() throws DeviceFault {
    Bench small =
        bench(
            MachineSpec.STANDARD.withUnits(
                List.of(
                    UnitSpec.cassette("CASS1", 100, 2, 0),
                    UnitSpec.rejectBin(),
                    UnitSpec.retractBin())));
    assertThat(small.dispenser().stack(hundreds(2), 1).notes()).isEqualTo(hundreds(2));
    assertThat(small.dispenser().cashUnits().get(0).state()).isEqualTo(UnitState.EMPTY);
    small.dispenser().rejectAll();
    assertFault(Kind.UNIT_EMPTY, () -> small.dispenser().stack(hundreds(1), 2));
    small.machine.operator().loadUnit(HUNDREDS, 10);
    assertThat(small.dispenser().stack(hundreds(10), 3).notes()).isEqualTo(hundreds(10));
  }

  @Test
  void a_missing_unit_shows_at_once_when_it_was_pulled_and_by_surprise_when_it_lost_contact()
      throws DeviceFault {
    bench.arm(Sabotage.lasting(Fault.UNIT_MISSING).in(TENS));
    assertThat(unit(TENS).state()).isEqualTo(UnitState.MISSING);
    bench.machine.operator().insertUnit(TENS);
    assertThat(unit(TENS).state()).isEqualTo(UnitState.OK);

    bench.arm(Sabotage.once(Fault.UNIT_MISSING).in(TENS).notes(1));
    assertThat(unit(TENS).state()).isEqualTo(UnitState.OK);
    assertFault(Kind.UNIT_MISSING, () -> bench.dispenser().stack(tens(5), 1));
    assertThat(bench.at(Place.STACKER)).isEqualTo(tens(1));
    assertThat(unit(TENS).state()).isEqualTo(UnitState.MISSING);
  }

  @Test
  void double_picks_go_to_the_reject_bin_and_the_bundle_is_complete_all_the_same()
      throws DeviceFault {
    bench.arm(Sabotage.once(Fault.DOUBLE_PICK).notes(2));
    assertThat(bench.dispenser().stack(hundreds(3), 1)).isEqualTo(new Counted(hundreds(3), 4));
    assertThat(bench.at(Place.REJECT)).isEqualTo(hundreds(4));
    assertThat(unit(HUNDREDS).count()).isEqualTo(1_993);
  }

  @Test
  void a_short_count_returns_less_without_a_fault() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.SHORT_COUNT).notes(2));
    assertThat(bench.dispenser().stack(hundreds(5), 1).notes()).isEqualTo(hundreds(3));
    assertThat(bench.at(Place.STACKER)).isEqualTo(hundreds(3));
  }

  @Test
  void a_full_reject_bin_takes_no_more() throws DeviceFault {
    Bench small =
        bench(
            MachineSpec.STANDARD.withUnits(
                List.of(
                    UnitSpec.cassette("CASS1", 100, 50, 0),
                    UnitSpec.rejectBin(3),
                    UnitSpec.retractBin(2))));
    small.dispenser().stack(hundreds(3), 1);
    small.dispenser().rejectAll();
    assertThat(small.dispenser().cashUnits().get(1).state()).isEqualTo(UnitState.FULL);
    assertThat(small.dispenser().status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    small.dispenser().stack(hundreds(3), 2);
    assertFault(Kind.FULL, small.dispenser()::rejectAll);
    assertThat(small.at(Place.STACKER)).isEqualTo(hundreds(3));

    small.dispenser().present();
    assertFault(Kind.FULL, small.dispenser()::retract);
    assertThat(small.at(Place.EXIT)).isEqualTo(hundreds(3));

    assertThat(small.machine.operator().emptyBins().rejected()).isEqualTo(hundreds(3));
    assertThat(small.customer().takeNotes(1)).isEqualTo(hundreds(1));
    assertThat(small.dispenser().retract().notes()).isEqualTo(hundreds(2));
  }

  // ---- what goes wrong in present and retract

  @Test
  void a_shutter_that_does_not_open_leaves_the_bundle_stacked() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.SHUTTER_STUCK));
    bench.dispenser().stack(hundreds(2), 1);
    assertFault(Kind.SHUTTER, bench.dispenser()::present);
    assertThat(bench.customer().takeNotes()).isEqualTo(NoteMix.EMPTY);
    assertStatus(PresentStatus.State.NOT_PRESENTED, hundreds(2), 1);
    assertThat(bench.dispenser().rejectAll().notes()).isEqualTo(hundreds(2));
  }

  @Test
  void a_shutter_that_does_not_close_stays_open_until_it_is_freed() throws DeviceFault {
    bench.dispenser().stack(hundreds(2), 1);
    bench.dispenser().present();
    bench.arm(Sabotage.lasting(Fault.SHUTTER_STUCK));
    assertFault(Kind.SHUTTER, bench.dispenser()::retract);
    bench.customer().takeNotes();
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.OPEN);
    assertFault(Kind.SHUTTER, bench.dispenser()::reset);
    bench.machine.operator().clearJam();
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.CLOSED);
  }

  @Test
  void a_jam_while_presenting_leaves_part_at_the_exit_and_tells_how_much() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.JAM_IN_PRESENT).notes(2));
    bench.dispenser().stack(hundreds(5), 9);
    assertFault(Kind.JAMMED, bench.dispenser()::present);
    assertThat(bench.at(Place.TRANSPORT)).isEqualTo(hundreds(3));
    assertStatus(PresentStatus.State.PRESENTED, hundreds(2), 9);
    assertThat(bench.customer().takeNotes()).isEqualTo(hundreds(2));
  }

  @Test
  void a_jam_before_the_exit_has_presented_nothing() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.JAM_IN_PRESENT));
    bench.dispenser().stack(hundreds(5), 9);
    assertFault(Kind.JAMMED, bench.dispenser()::present);
    assertStatus(PresentStatus.State.NOT_PRESENTED, hundreds(5), 9);
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.CLOSED);
    assertThat(bench.dispenser().rejectAll().notes()).isEqualTo(hundreds(5));
  }

  @Test
  void a_jam_while_retracting_leaves_the_count_unknown_and_the_notes_out_of_reach()
      throws DeviceFault {
    bench.dispenser().stack(hundreds(5), 9);
    bench.dispenser().present();
    bench.arm(Sabotage.once(Fault.JAM_IN_RETRACT).notes(1));
    assertFault(Kind.JAMMED, bench.dispenser()::retract);
    assertThat(bench.at(Place.RETRACT)).isEqualTo(hundreds(1));
    assertThat(bench.at(Place.TRANSPORT)).isEqualTo(hundreds(4));
    assertThat(bench.customer().notesWaiting()).isZero();
    assertThat(bench.dispenser().presentStatus().state()).isEqualTo(PresentStatus.State.UNKNOWN);
  }

  @Test
  void a_short_retract_leaves_what_it_missed_in_the_transport() throws DeviceFault {
    bench.dispenser().stack(hundreds(5), 9);
    bench.dispenser().present();
    bench.arm(Sabotage.once(Fault.SHORT_RETRACT).notes(2));
    assertThat(bench.dispenser().retract().notes()).isEqualTo(hundreds(3));
    assertThat(bench.dispenser().transport()).isEqualTo(Position.NOT_EMPTY);
    assertThat(bench.dispenser().rejectAll().notes()).isEqualTo(hundreds(2));
  }

  @Test
  void a_dead_sensor_notices_nothing() throws DeviceFault {
    bench.arm(Sabotage.lasting(Fault.TAKEN_SENSOR_DEAD));
    bench.dispenser().stack(hundreds(1), 3);
    bench.dispenser().present();
    bench.customer().takeNotes();
    assertThat(bench.events).isEmpty();
    assertThat(bench.dispenser().exit()).isEqualTo(Position.UNKNOWN);
    assertStatus(PresentStatus.State.PRESENTED, hundreds(1), 3);
    assertFault(Kind.NO_MEDIA, bench.dispenser()::retract);
    assertStatus(PresentStatus.State.TAKEN, hundreds(1), 3);
  }

  @Test
  void one_missed_taking_is_known_when_it_is_asked_for() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.TAKEN_SENSOR_DEAD));
    bench.dispenser().stack(hundreds(1), 3);
    bench.dispenser().present();
    bench.customer().takeNotes();
    assertThat(bench.events).isEmpty();
    assertStatus(PresentStatus.State.TAKEN, hundreds(1), 3);
  }

  @Test
  void off_the_line_it_answers_nothing() throws DeviceFault {
    bench.arm(Sabotage.lasting(Fault.DISPENSER_OFFLINE));
    assertThat(bench.dispenser().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(bench.dispenser().transport()).isEqualTo(Position.UNKNOWN);
    assertThat(bench.dispenser().exit()).isEqualTo(Position.UNKNOWN);
    assertFault(Kind.OFFLINE, () -> bench.dispenser().stack(hundreds(1), 1));
    assertFault(Kind.OFFLINE, bench.dispenser()::presentStatus);
    assertFault(Kind.OFFLINE, bench.dispenser()::cashUnits);
    bench.machine.saboteur().clear(Fault.DISPENSER_OFFLINE);
    assertThat(bench.dispenser().stack(hundreds(1), 1).notes()).isEqualTo(hundreds(1));
  }

  @Test
  void a_fault_armed_once_strikes_once() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.DISPENSER_OFFLINE));
    assertFault(Kind.OFFLINE, () -> bench.dispenser().stack(hundreds(1), 1));
    assertThat(bench.machine.saboteur().armed()).isEmpty();
    assertThat(bench.dispenser().stack(hundreds(1), 1).notes()).isEqualTo(hundreds(1));
  }

  private CashUnit unit(UnitId id) throws DeviceFault {
    return bench.dispenser().cashUnits().stream()
        .filter(unit -> unit.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static NoteMix mix(String unit, int yuan) {
    return new NoteMix(List.of(new NoteMix.Part(UnitId.of(unit), Denomination.of(yuan), 1)));
  }

  private void assertStatus(PresentStatus.State state, NoteMix notes, long reference)
      throws DeviceFault {
    PresentStatus status = bench.dispenser().presentStatus();
    assertThat(status.state()).isEqualTo(state);
    assertThat(status.bundle().notes()).isEqualTo(notes);
    assertThat(status.reference()).isEqualTo(reference);
  }

  private static void assertFault(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
