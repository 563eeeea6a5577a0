package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Capabilities;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

class AcceptorTest {

  private Bench bench;

  @BeforeEach
  void fitted() {
    bench = new Bench(MachineSpec.WITH_DEPOSITS);
  }

  private CashAcceptor acceptor() {
    return bench.hardware.cashAcceptor().orElseThrow();
  }

  private DepositLedger books() {
    MachineLedger ledger = bench.machine.ledger();
    assertThat(ledger.violations()).isEmpty();
    return ledger.deposits().orElseThrow();
  }

  private List<VirtualNote> at(AcceptorPlace place) {
    return books().in(place);
  }

  /** 300 fit, 10 unfit, one suspect, one that is no note. */
  private static List<VirtualNote> bunch() {
    List<VirtualNote> notes = new ArrayList<>(VirtualNote.fit(100, 3));
    notes.add(new VirtualNote(10, Quality.UNFIT));
    notes.add(new VirtualNote(100, Quality.SUSPECT));
    notes.add(new VirtualNote(20, Quality.UNREADABLE));
    return notes;
  }

  private Escrow counted() throws DeviceFault {
    acceptor().startCashIn(7);
    bench.customer().insertNotes(bunch());
    return acceptor().acceptNotes();
  }

  private void reboot() {
    bench.machine.hook(EffectHook.NONE);
    bench.reboot();
  }

  private void cut(Effect effect, boolean before, int nth) {
    bench.machine.hook(
        new EffectHook() {
          private int left = nth;

          @Override
          public void before(Effect now) {
            if (before && now == effect && --left == 0) {
              throw new PowerCut("test");
            }
          }

          @Override
          public void after(Effect now) {
            if (!before && now == effect && --left == 0) {
              throw new PowerCut("test");
            }
          }
        });
  }

  private static void fails(Kind kind, ThrowingCallable what) {
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(what)
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind))
        .satisfies(fault -> assertThat(fault.device()).isEqualTo(DeviceName.CASH_ACCEPTOR));
  }

  @Test
  void counts_genuine_notes_into_escrow_hands_others_back_and_keeps_suspects() throws DeviceFault {
    Escrow escrow = counted();
    assertThat(escrow).hasToString("ACTIVE 100x3 10x1 refused 1 suspects 1");
    assertThat(escrow.reference()).isEqualTo(7);
    assertThat(escrow.accepted().value().yuan()).isEqualTo(310);
    assertThat(at(AcceptorPlace.ESCROW)).hasSize(4);
    assertThat(at(AcceptorPlace.EXIT)).containsExactly(new VirtualNote(20, Quality.UNREADABLE));
    assertThat(acceptor().escrowStatus()).isEqualTo(escrow);
    assertThat(bench.customer().takeReturnedNotes()).hasSize(1);
    assertThat(bench.events)
        .contains(new TerminalEvent.NotesInserted(), new TerminalEvent.ReturnTaken());
    assertThat(bench.seen)
        .containsSubsequence(
            "acceptor start",
            "customer puts in 100x4 20x1 10x1",
            "acceptor accept → ACTIVE 100x3 10x1 refused 1 suspects 1",
            "customer takes back 20x1");
  }

  @Test
  void more_can_be_added_and_is_told_together() throws DeviceFault {
    counted();
    bench.customer().takeReturnedNotes();
    bench.customer().insertNotes(VirtualNote.fit(50, 2));
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE 100x3 50x2 10x1 refused 1 suspects 1");
  }

  @Test
  void refused_notes_must_be_taken_before_more_is_counted_or_another_begins() throws DeviceFault {
    counted();
    bench.customer().insertNotes(VirtualNote.fit(50, 1));
    fails(Kind.SEQUENCE, () -> acceptor().acceptNotes());
    acceptor().endCashIn();
    fails(Kind.SEQUENCE, () -> acceptor().startCashIn(8));
    bench.customer().takeReturnedNotes();
    acceptor().startCashIn(8);
  }

  @Test
  void stores_fit_notes_where_they_are_recycled_and_unfit_ones_never() throws DeviceFault {
    counted();
    assertThat(acceptor().endCashIn().value().yuan()).isEqualTo(310);
    assertThat(unit("RECYC1").count()).isEqualTo(3);
    assertThat(unit("RECYC1").type()).isEqualTo(UnitType.RECYCLE);
    assertThat(unit("DEPOSIT").count()).isEqualTo(1);
    assertThat(unit("SUSPECT").count()).isEqualTo(1);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.STORED);
    assertThat(bench.seen).contains("acceptor end → 100x3 10x1");
    bench.customer().takeReturnedNotes();
    assertThat(books().idleViolations()).isEmpty();
    assertThat(bench.machine.operator().emptyAcceptor()).hasSize(2);
    assertThat(unit("DEPOSIT").count()).isZero();
    books();
  }

  private CashUnit unit(String name) throws DeviceFault {
    return acceptor().cashUnits().stream()
        .filter(unit -> unit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void rollback_hands_everything_back_except_suspects() throws DeviceFault {
    counted();
    assertThat(acceptor().rollback().value().yuan()).isEqualTo(310);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETURNED);
    assertThat(bench.customer().returnedNotesWaiting()).isEqualTo(5);
    assertThat(bench.customer().takeReturnedNotes()).hasSize(5);
    assertThat(books().idleViolations()).isEmpty();
    assertThat(at(AcceptorPlace.HANDS)).hasSize(5);
    fails(Kind.SEQUENCE, () -> acceptor().rollback());
    fails(Kind.SEQUENCE, () -> acceptor().endCashIn());
    fails(Kind.SEQUENCE, () -> acceptor().acceptNotes());
  }

  @Test
  void notes_that_nobody_takes_are_drawn_in_and_counted() throws DeviceFault {
    counted();
    acceptor().rollback();
    var drawn = acceptor().retract();
    assertThat(drawn.value().yuan()).isEqualTo(310);
    assertThat(drawn.rejected()).isEqualTo(1);
    assertThat(unit("LEFT").count()).isEqualTo(5);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETRACTED);
    assertThat(books().idleViolations()).isEmpty();
    fails(Kind.NO_MEDIA, () -> acceptor().retract());
  }

  @Test
  void refused_notes_drawn_in_later_do_not_change_that_the_cash_in_is_stored() throws DeviceFault {
    counted();
    acceptor().endCashIn();
    assertThat(acceptor().retract().rejected()).isEqualTo(1);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.STORED);
  }

  @Test
  void the_input_takes_notes_only_while_a_cash_in_waits_for_them() throws DeviceFault {
    assertThat(bench.customer().insertNotes(bunch())).isFalse();
    acceptor().startCashIn(1);
    fails(Kind.SEQUENCE, () -> acceptor().startCashIn(2));
    assertThat(bench.customer().insertNotes(List.of())).isFalse();
    assertThat(bench.customer().insertNotes(bunch())).isTrue();
    assertThat(bench.customer().takeReturnedNotes()).hasSize(6);
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE");
    acceptor().endCashIn();
    assertThat(bench.customer().insertNotes(bunch())).isFalse();
    assertThat(new Bench().customer().insertNotes(bunch())).isFalse();
    assertThat(new Bench().hardware.cashAcceptor()).isEmpty();
  }

  @Test
  void what_has_no_room_in_escrow_and_what_is_not_known_is_handed_back() throws DeviceFault {
    bench =
        new Bench(
            MachineSpec.WITH_DEPOSITS.withAcceptor(
                AcceptorSpec.STANDARD.withCapabilities(
                    new Capabilities(true, false, true, true, 2))));
    acceptor().startCashIn(1);
    bench.customer().insertNotes(VirtualNote.fit(2, 1));
    bench.customer().insertNotes(VirtualNote.fit(100, 3));
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE 100x2 refused 2");
    acceptor().endCashIn();
    assertThat(unit("DEPOSIT").count()).isEqualTo(2);
  }

  @Test
  void without_an_escrow_notes_are_stored_at_once_and_cannot_come_back() throws DeviceFault {
    bench =
        new Bench(
            MachineSpec.WITH_DEPOSITS.withAcceptor(
                AcceptorSpec.STANDARD.withCapabilities(
                    new Capabilities(false, true, true, false, 200))));
    acceptor().startCashIn(1);
    bench.customer().insertNotes(VirtualNote.fit(100, 2));
    acceptor().acceptNotes();
    assertThat(unit("RECYC1").count()).isEqualTo(2);
    fails(Kind.UNSUPPORTED, () -> acceptor().rollback());
    acceptor().endCashIn();
    assertThat(acceptor().escrowStatus()).hasToString("STORED 100x2");
  }

  @Test
  void full_units_are_told_before_anything_is_stored() throws DeviceFault {
    bench =
        new Bench(
            MachineSpec.WITH_DEPOSITS.withAcceptor(
                AcceptorSpec.STANDARD.withUnits(
                    List.of(
                        AcceptorSpec.unit("BOX", UnitType.CASH_IN, Denomination.MIXED, 2),
                        AcceptorSpec.unit("SUSPECT", UnitType.REJECT, Denomination.MIXED, 1),
                        AcceptorSpec.unit("LEFT", UnitType.RETRACT, Denomination.MIXED, 1)))));
    counted();
    fails(Kind.FULL, () -> acceptor().endCashIn());
    assertThat(at(AcceptorPlace.ESCROW)).hasSize(4);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.ACTIVE);
    fails(Kind.FULL, () -> acceptor().retract());
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    assertThat(unit("SUSPECT").state()).isEqualTo(UnitState.FULL);
    assertThat(acceptor().rollback().notes().notes()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void a_jam_while_counting_leaves_one_note_in_the_transport_and_the_rest_counted(int after)
      throws DeviceFault {
    bench.machine.saboteur().arm(AcceptorFault.JAM_IN_ACCEPT, false, after);
    fails(Kind.JAMMED, this::counted);
    assertThat(at(AcceptorPlace.TRANSPORT)).hasSize(1);
    assertThat(at(AcceptorPlace.INPUT)).hasSize(5 - after);
    Escrow escrow = acceptor().escrowStatus();
    assertThat(escrow.accepted().notes().notes() + escrow.refused() + escrow.suspects())
        .isEqualTo(after);
    acceptor().rollback();
    assertThat(bench.customer().takeReturnedNotes()).hasSize(after == 5 ? 5 : 6);
    books();
  }

  @Test
  void a_jam_while_storing_makes_it_unknown_until_somebody_counts() throws DeviceFault {
    counted();
    bench.machine.saboteur().arm(AcceptorFault.JAM_IN_STORE, true, 2);
    fails(Kind.JAMMED, () -> acceptor().endCashIn());
    assertThat(unit("RECYC1").count()).isEqualTo(2);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.UNKNOWN);
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    fails(Kind.SEQUENCE, () -> acceptor().rollback());
    fails(Kind.JAMMED, () -> acceptor().reset());
    assertThat(bench.machine.operator().clearAcceptor()).isEqualTo(VirtualNote.fit(100, 1));
    assertThat(acceptor().endCashIn().value().yuan()).isEqualTo(10);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.STORED);
  }

  @Test
  void a_jam_while_handing_back_leaves_some_in_reach_and_the_rest_stuck() throws DeviceFault {
    counted();
    bench.machine.saboteur().arm(AcceptorFault.JAM_IN_ROLLBACK, false, 1);
    fails(Kind.JAMMED, () -> acceptor().rollback());
    assertThat(at(AcceptorPlace.EXIT)).hasSize(2);
    assertThat(at(AcceptorPlace.TRANSPORT)).hasSize(3);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.UNKNOWN);
    bench.machine.saboteur().arm(AcceptorFault.JAM_IN_RETRACT, false, 2);
    fails(Kind.JAMMED, () -> acceptor().retract());
    assertThat(unit("LEFT").count()).isEqualTo(2);
    bench.machine.saboteur().clearAll();
    assertThat(acceptor().retract().value().yuan()).isEqualTo(210);
  }

  @Test
  void a_shutter_that_sticks_stops_it_before_anything_moves() throws DeviceFault {
    bench.machine.saboteur().arm(AcceptorFault.SHUTTER_STUCK, false, 0);
    fails(Kind.SHUTTER, () -> acceptor().startCashIn(1));
    assertThat(acceptor().escrowStatus()).isEqualTo(Escrow.NOTHING);
    counted();
    bench.machine.saboteur().arm(AcceptorFault.UNITS_FULL, false, 0);
    fails(Kind.FULL, () -> acceptor().endCashIn());
    acceptor().endCashIn();
  }

  @Test
  void off_the_line_it_answers_nothing_until_cleared() throws DeviceFault {
    bench.machine.saboteur().arm(AcceptorFault.OFFLINE, true, 0);
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.OFFLINE);
    fails(Kind.OFFLINE, () -> acceptor().startCashIn(1));
    fails(Kind.OFFLINE, () -> acceptor().cashUnits());
    bench.machine.saboteur().clear(AcceptorFault.OFFLINE);
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.ONLINE);
    acceptor().startCashIn(1);
  }

  @Test
  void reset_draws_in_what_lies_inside_and_ends_the_cash_in() throws DeviceFault {
    counted();
    acceptor().reset();
    assertThat(unit("LEFT").count()).isEqualTo(4);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETRACTED);
    assertThat(at(AcceptorPlace.EXIT)).hasSize(1);
  }

  // ---- power

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void a_cut_while_counting_leaves_every_note_where_it_lies(int note) throws DeviceFault {
    cut(Effect.NOTE_ACCEPTED, true, note);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(this::counted);
    reboot();
    Escrow escrow = acceptor().escrowStatus();
    assertThat(escrow.state()).isEqualTo(State.ACTIVE);
    assertThat(escrow.reference()).isEqualTo(7);
    assertThat(escrow.accepted().notes().notes() + escrow.refused() + escrow.suspects())
        .isEqualTo(note - 1);
    assertThat(at(AcceptorPlace.INPUT)).hasSize(7 - note);
    acceptor().rollback();
    bench.customer().takeReturnedNotes();
    assertThat(books().idleViolations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void a_cut_while_storing_is_told_as_unknown_and_ended_by_ending_again(int note)
      throws DeviceFault {
    counted();
    cut(Effect.NOTE_STORED, false, note);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().endCashIn());
    reboot();
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.UNKNOWN);
    assertThat(acceptor().escrowStatus().accepted().value().yuan()).isEqualTo(310);
    assertThat(acceptor().endCashIn().notes().notes()).isEqualTo(4 - note);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.STORED);
    books();
  }

  @Test
  void a_cut_after_the_last_note_is_stored_leaves_it_stored() throws DeviceFault {
    counted();
    cut(Effect.NOTE_STORED, false, 5);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().endCashIn());
    reboot();
    assertThat(acceptor().escrowStatus()).hasToString("STORED 100x3 10x1 refused 1 suspects 1");
  }

  @Test
  void a_cut_before_or_after_any_other_step_prevents_it_or_does_not() throws DeviceFault {
    cut(Effect.CASH_IN_BEGUN, true, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().startCashIn(9));
    reboot();
    assertThat(acceptor().escrowStatus()).isEqualTo(Escrow.NOTHING);
    counted();
    cut(Effect.ESCROW_RETURNED, false, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().rollback());
    assertThat(bench.customer().takeReturnedNotes()).hasSize(5);
    reboot();
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETURNED);
    acceptor().reset();
    acceptor().startCashIn(10);
    bench.customer().insertNotes(bunch());
    acceptor().acceptNotes();
    cut(Effect.DEPOSIT_RETRACTED, true, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().retract());
    reboot();
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.ACTIVE);
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(10);
  }

  @Test
  void a_device_that_forgets_says_that_it_does_not_know() throws DeviceFault {
    counted();
    bench.machine.saboteur().arm(AcceptorFault.MEMORY_LOST, false, 0);
    bench.machine.cutPower();
    reboot();
    assertThat(acceptor().escrowStatus())
        .isEqualTo(new Escrow(State.UNKNOWN, 0, org.silverteller.device.Counted.NOTHING, 0, 0));
    assertThat(acceptor().retract().value().yuan()).isEqualTo(310);
  }

  @Test
  void a_specification_refuses_an_acceptor_without_its_bins() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> AcceptorSpec.STANDARD.withUnits(List.of()))
        .withMessage("0 units of type REJECT in the acceptor: expected 1");
    assertThat(MachineSpec.STANDARD.fitted(DeviceName.CASH_ACCEPTOR)).isFalse();
    assertThat(MachineSpec.STANDARD.extras())
        .isEqualTo(Set.of(DeviceName.SPEAKER, DeviceName.LIGHTS));
  }
}
