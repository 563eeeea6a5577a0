package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.AcceptorFault;
import org.silverteller.simulator.hardware.AcceptorPlace;
import org.silverteller.simulator.hardware.AcceptorSpec;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.VirtualNote;
import org.silverteller.simulator.hardware.VirtualNote.Quality;

class XfsCashAcceptorTest {

  private static final int CASH_IN_START = 1301;
  private static final int CASH_IN = 1302;
  private static final int CASH_IN_ROLLBACK = 1304;
  private static final int CASH_IN_STATUS = 1307;
  private static final int GET_P6_INFO = 1308;

  private DepositBench bench = new DepositBench(MachineSpec.WITH_DEPOSITS, XfsVersion.V3_30, false);

  private CashAcceptor acceptor() {
    return bench.acceptor();
  }

  private void built(MachineSpec spec, XfsVersion version, boolean shutterByApplication)
      throws DeviceFault {
    bench.close();
    bench = new DepositBench(spec, version, shutterByApplication);
  }

  /** Whatever was done: notes are conserved, and all native memory is given back. */
  @AfterEach
  void nothing_is_lost_and_nothing_leaks() throws DeviceFault {
    assertThat(bench.machine.ledger().violations()).isEmpty();
    if (bench.machine.powered()) {
      bench.close();
      assertThat(bench.stations.manager().unfreed()).isZero();
    }
    assertThat(bench.stations.manager().freedTwice()).isZero();
  }

  private static List<VirtualNote> bunch() {
    List<VirtualNote> notes = new ArrayList<>(VirtualNote.fit(100, 3));
    notes.add(new VirtualNote(10, Quality.UNFIT));
    notes.add(new VirtualNote(100, Quality.SUSPECT));
    notes.add(new VirtualNote(20, Quality.UNREADABLE));
    return notes;
  }

  private Escrow counted(long reference) throws DeviceFault {
    acceptor().startCashIn(reference);
    assertThat(bench.machine.customer().insertNotes(bunch())).isTrue();
    return acceptor().acceptNotes();
  }

  private void mischief(int command, org.silverteller.simulator.xfs.XfsFault fault) {
    bench.stations.manager().mischief().arm("CIM", command, fault);
  }

  private void wrongAnswer(int category, org.silverteller.simulator.xfs.XfsFault fault) {
    bench.stations.manager().mischief().armInfo("CIM", category, fault);
  }

  private static void fails(Kind kind, ThrowingCallable what) {
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(what)
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind))
        .satisfies(fault -> assertThat(fault.device()).isEqualTo(DeviceName.CASH_ACCEPTOR));
  }

  private void cut(Effect effect, boolean before, int nth) {
    bench.machine.hook(
        new EffectHook() {
          private int left = nth;

          @Override
          public void before(Effect now) {
            strike(before && now == effect);
          }

          @Override
          public void after(Effect now) {
            strike(!before && now == effect);
          }

          private void strike(boolean here) {
            if (here && --left == 0) {
              throw new PowerCut("test");
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(XfsVersion.class)
  void a_deposit_is_counted_stored_and_told_in_every_version(XfsVersion version)
      throws DeviceFault {
    built(MachineSpec.WITH_DEPOSITS, version, false);
    assertThat(counted(7)).hasToString("ACTIVE 100x3 10x1 refused 1 suspects 1");
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(7);
    assertThat(bench.machine.customer().takeReturnedNotes()).hasSize(1);
    assertThat(acceptor().endCashIn().notes()).hasToString("100x3 10x1");
    assertThat(acceptor().escrowStatus()).hasToString("STORED 100x3 10x1 refused 1 suspects 1");
    assertThat(bench.events)
        .containsSubsequence(new TerminalEvent.NotesInserted(), new TerminalEvent.ReturnTaken());
    assertThat(acceptor().cashUnits())
        .extracting(CashUnit::toString)
        .containsExactly(
            "CashUnit[id=RECYC1, type=RECYCLE, denomination=100, count=3, minimum=0, state=LOW]",
            "CashUnit[id=DEPOSIT, type=CASH_IN, denomination=mixed, count=1, minimum=0, state=OK]",
            "CashUnit[id=SUSPECT, type=REJECT, denomination=mixed, count=1, minimum=0, state=OK]",
            "CashUnit[id=LEFT, type=RETRACT, denomination=mixed, count=0, minimum=0, state=OK]");
  }

  @Test
  void one_that_is_offline_when_it_is_opened_tells_later_that_it_recycles() throws DeviceFault {
    bench.machine.saboteur().arm(AcceptorFault.OFFLINE, true, 0);
    bench.machine.cutPower();
    bench.reboot();
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(acceptor().capabilities().recycles()).isFalse();
    bench.machine.saboteur().clear(AcceptorFault.OFFLINE);
    acceptor().startCashIn(7);
    assertThat(acceptor().capabilities().recycles()).isTrue();
  }

  @Test
  void it_tells_what_the_port_tells_of_itself() throws DeviceFault {
    assertThat(acceptor().capabilities()).isEqualTo(MachineSpec.WITH_DEPOSITS.acceptor().can());
    built(
        MachineSpec.WITH_DEPOSITS.withAcceptor(
            AcceptorSpec.STANDARD.withCapabilities(new Capabilities(false, true, true, false, 50))),
        XfsVersion.V3_30,
        false);
    assertThat(acceptor().capabilities()).isEqualTo(new Capabilities(false, true, true, false, 50));
  }

  @Test
  void what_is_witnessed_is_what_the_port_alone_would_have_had_witnessed() throws DeviceFault {
    VirtualMachine alone = new VirtualMachine(MachineSpec.WITH_DEPOSITS);
    List<String> expected = new ArrayList<>();
    alone.witness(expected::add);
    journey(alone, alone.open(event -> {}).cashAcceptor().orElseThrow());
    journey(bench.machine, acceptor());
    assertThat(bench.seen).isEqualTo(expected);
  }

  private static void journey(VirtualMachine machine, CashAcceptor acceptor) throws DeviceFault {
    acceptor.startCashIn(1);
    machine.customer().insertNotes(bunch());
    acceptor.acceptNotes();
    machine.customer().takeReturnedNotes();
    machine.customer().insertNotes(VirtualNote.fit(50, 2));
    acceptor.acceptNotes();
    acceptor.rollback();
    machine.customer().takeReturnedNotes();
    acceptor.startCashIn(2);
    machine.customer().insertNotes(VirtualNote.fit(100, 2));
    acceptor.acceptNotes();
    acceptor.endCashIn();
    acceptor.startCashIn(3);
    machine.customer().insertNotes(bunch());
    acceptor.acceptNotes();
    acceptor.rollback();
    acceptor.retract();
    acceptor.reset();
  }

  @Test
  void more_notes_are_announced_and_counted_together_with_those_before() throws DeviceFault {
    counted(1);
    bench.machine.customer().takeReturnedNotes();
    bench.events.clear();
    bench.machine.customer().insertNotes(VirtualNote.fit(50, 2));
    assertThat(bench.events).contains(new TerminalEvent.NotesInserted());
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE 100x3 50x2 10x1 refused 1 suspects 1");
  }

  @Test
  void notes_are_taken_while_nobody_waits_for_the_acceptor() throws DeviceFault {
    acceptor().startCashIn(4);
    bench.idle();
    bench.machine.customer().insertNotes(bunch());
    bench.idle();
    assertThat(bench.events).contains(new TerminalEvent.NotesInserted());
    assertThat(acceptor().acceptNotes().accepted().value().yuan()).isEqualTo(310);
    assertThat(acceptor().rollback().value().yuan()).isEqualTo(310);
    assertThat(bench.machine.customer().takeReturnedNotes()).hasSize(5);
    assertThat(bench.machine.ledger().idleViolations()).isEmpty();
  }

  @Test
  void with_nothing_inserted_nothing_is_counted_and_the_input_stays_open() throws DeviceFault {
    acceptor().startCashIn(4);
    bench.idle();
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE");
    bench.machine.customer().insertNotes(VirtualNote.fit(10, 1));
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE 10x1");
    assertThat(acceptor().endCashIn().value().yuan()).isEqualTo(10);
    acceptor().startCashIn(5);
    assertThat(acceptor().endCashIn().notes().isEmpty()).isTrue();
    acceptor().startCashIn(6);
    assertThat(acceptor().rollback().notes().isEmpty()).isTrue();
  }

  @Test
  void notes_left_in_the_exit_are_drawn_in_and_told_by_value() throws DeviceFault {
    counted(1);
    acceptor().rollback();
    var drawn = acceptor().retract();
    assertThat(drawn.notes()).hasToString("100x3 10x1");
    assertThat(drawn.rejected()).isEqualTo(1);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETRACTED);
    fails(Kind.NO_MEDIA, () -> acceptor().retract());
  }

  @Test
  void an_application_that_moves_the_shutter_itself_does_so() throws DeviceFault {
    built(MachineSpec.WITH_DEPOSITS, XfsVersion.V3_30, true);
    assertThat(counted(1).accepted().value().yuan()).isEqualTo(310);
    bench.machine.customer().takeReturnedNotes();
    bench.machine.customer().insertNotes(VirtualNote.fit(50, 2));
    assertThat(acceptor().acceptNotes().accepted().value().yuan()).isEqualTo(410);
    assertThat(acceptor().rollback().value().yuan()).isEqualTo(410);
    bench.machine.customer().takeReturnedNotes();
    bench.idle();
    counted(2);
    assertThat(acceptor().retract().value().yuan()).isEqualTo(310);
  }

  @Test
  void faults_are_told_in_the_words_of_the_port() throws DeviceFault {
    fails(Kind.SEQUENCE, () -> acceptor().acceptNotes());
    fails(Kind.SEQUENCE, () -> acceptor().endCashIn());
    bench.machine.saboteur().arm(AcceptorFault.SHUTTER_STUCK, false, 0);
    fails(Kind.SHUTTER, () -> acceptor().startCashIn(1));
    counted(2);
    fails(Kind.SEQUENCE, () -> acceptor().startCashIn(3));
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(2);
    bench.machine.saboteur().arm(AcceptorFault.UNITS_FULL, false, 0);
    fails(Kind.FULL, () -> acceptor().endCashIn());
    bench.machine.saboteur().arm(AcceptorFault.OFFLINE, true, 0);
    fails(Kind.OFFLINE, () -> acceptor().rollback());
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.OFFLINE);
    bench.machine.saboteur().clear(AcceptorFault.OFFLINE);
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.ONLINE);
    assertThat(bench.events).contains(new TerminalEvent.DeviceChanged(DeviceName.CASH_ACCEPTOR));
    bench.machine.saboteur().arm(AcceptorFault.JAM_IN_ROLLBACK, true, 1);
    fails(Kind.JAMMED, () -> acceptor().rollback());
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void a_jam_while_counting_is_told_and_the_notes_counted_come_back() throws DeviceFault {
    bench.machine.saboteur().arm(AcceptorFault.JAM_IN_ACCEPT, false, 2);
    fails(Kind.JAMMED, () -> counted(1));
    assertThat(acceptor().escrowStatus()).hasToString("ACTIVE 100x2");
    assertThat(acceptor().rollback().value().yuan()).isEqualTo(200);
    assertThat(bench.machine.customer().takeReturnedNotes()).hasSize(6);
  }

  @Test
  void an_acceptor_that_tells_no_levels_has_no_suspects_to_tell() throws DeviceFault {
    counted(1);
    wrongAnswer(GET_P6_INFO, org.silverteller.simulator.xfs.XfsFault.VENDOR_ERROR);
    fails(Kind.HARDWARE, () -> acceptor().escrowStatus());
    wrongAnswer(CASH_IN_STATUS, org.silverteller.simulator.xfs.XfsFault.TIME_OUT);
    fails(Kind.TIMEOUT, () -> acceptor().escrowStatus());
    assertThat(acceptor().escrowStatus().suspects()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DUPLICATE_COMPLETION",
    "JUNK_BUFFER",
    "UNKNOWN_EVENTS",
    "STRAY_COMPLETION",
    "EARLY_COMPLETION"
  })
  void strange_managers_change_nothing(org.silverteller.simulator.xfs.XfsFault fault)
      throws DeviceFault {
    mischief(CASH_IN_START, fault);
    mischief(CASH_IN, fault);
    mischief(CASH_IN_ROLLBACK, fault);
    assertThat(counted(1).accepted().value().yuan()).isEqualTo(310);
    assertThat(acceptor().endCashIn().value().yuan()).isEqualTo(310);
    bench.machine.customer().takeReturnedNotes();
    counted(2);
    assertThat(acceptor().rollback().value().yuan()).isEqualTo(310);
  }

  @Test
  void a_command_that_never_completes_is_given_up_and_the_status_tells_the_rest()
      throws DeviceFault {
    counted(1);
    mischief(CASH_IN_ROLLBACK, org.silverteller.simulator.xfs.XfsFault.NO_COMPLETION);
    fails(Kind.TIMEOUT, () -> acceptor().rollback());
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETURNED);
    acceptor().retract();
    acceptor().startCashIn(2);
    mischief(CASH_IN, org.silverteller.simulator.xfs.XfsFault.LATE_COMPLETION);
    bench.machine.customer().insertNotes(VirtualNote.fit(50, 2));
    assertThat(acceptor().acceptNotes()).hasToString("ACTIVE 50x2");
  }

  @Test
  void a_lost_connection_is_opened_again_and_the_status_is_still_there() throws DeviceFault {
    counted(1);
    mischief(CASH_IN_ROLLBACK, org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    fails(Kind.OFFLINE, () -> acceptor().rollback());
    assertThat(acceptor().escrowStatus()).hasToString("ACTIVE 100x3 10x1 refused 1 suspects 1");
    assertThat(acceptor().endCashIn().value().yuan()).isEqualTo(310);
  }

  @Test
  void an_input_that_was_open_when_the_service_was_lost_takes_notes_again() throws DeviceFault {
    acceptor().startCashIn(4);
    wrongAnswer(Cim.WFS_INF_CIM_STATUS, org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(acceptor().status()).isEqualTo(DeviceStatus.ONLINE);
    bench.idle();
    assertThat(bench.machine.customer().insertNotes(bunch())).isTrue();
    bench.idle();
    assertThat(bench.events).contains(new TerminalEvent.NotesInserted());
    assertThat(acceptor().acceptNotes().accepted().value().yuan()).isEqualTo(310);
    assertThat(acceptor().rollback().value().yuan()).isEqualTo(310);
  }

  // ---- power

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void a_cut_while_counting_throws_through_and_the_status_tells_what_was_counted(int note)
      throws DeviceFault {
    cut(Effect.NOTE_ACCEPTED, true, note);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> counted(9));
    bench.reboot();
    Escrow escrow = acceptor().escrowStatus();
    assertThat(escrow.state()).isEqualTo(State.ACTIVE);
    assertThat(escrow.reference()).isEqualTo(9);
    assertThat(escrow.accepted().notes().notes() + escrow.refused() + escrow.suspects())
        .isEqualTo(note - 1);
    assertThat(acceptor().rollback().notes()).isEqualTo(escrow.accepted().notes());
  }

  @Test
  void a_cut_while_storing_is_unknown_and_ending_again_tells_what_was_left() throws DeviceFault {
    counted(9);
    cut(Effect.NOTE_STORED, false, 2);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().endCashIn());
    bench.reboot();
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.UNKNOWN);
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(9);
    assertThat(acceptor().endCashIn().notes()).hasToString("100x1 10x1");
    assertThat(acceptor().escrowStatus()).hasToString("STORED 100x3 10x1 refused 1 suspects 1");
  }

  @Test
  void a_cash_in_that_never_began_is_not_taken_for_the_one_before() throws DeviceFault {
    counted(9);
    acceptor().endCashIn();
    bench.machine.customer().takeReturnedNotes();
    cut(Effect.CASH_IN_BEGUN, true, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().startCashIn(10));
    bench.reboot();
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(9);
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.STORED);
    cut(Effect.CASH_IN_BEGUN, false, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().startCashIn(11));
    bench.reboot();
    assertThat(acceptor().escrowStatus()).hasToString("ACTIVE");
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(11);
  }

  @Test
  void a_cut_while_handing_back_or_drawing_in_leaves_the_truth_to_be_told() throws DeviceFault {
    counted(1);
    cut(Effect.ESCROW_RETURNED, false, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().rollback());
    bench.reboot();
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETURNED);
    cut(Effect.DEPOSIT_RETRACTED, true, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> acceptor().retract());
    bench.reboot();
    assertThat(acceptor().escrowStatus().state()).isEqualTo(State.RETURNED);
    assertThat(acceptor().retract().value().yuan()).isEqualTo(310);
    assertThat(bench.machine.ledger().deposits().orElseThrow().in(AcceptorPlace.EXIT)).isEmpty();
  }

  @Test
  void what_an_acceptor_has_forgotten_is_told_by_the_note() throws DeviceFault {
    counted(9);
    bench.machine.saboteur().arm(AcceptorFault.MEMORY_LOST, false, 0);
    bench.machine.cutPower();
    bench.reboot();
    Escrow told = acceptor().escrowStatus();
    assertThat(told.state()).isEqualTo(State.UNKNOWN);
    assertThat(told.reference()).isEqualTo(9);
    assertThat(told.accepted().notes()).hasToString("100x3 10x1");
  }

  @Test
  void a_cash_in_that_somebody_else_has_begun_is_nobodys_of_ours() throws DeviceFault {
    counted(9);
    acceptor().endCashIn();
    bench.machine.customer().takeReturnedNotes();
    CashAcceptor maintenance = bench.machine.open(event -> {}).cashAcceptor().orElseThrow();
    maintenance.startCashIn(77);
    Escrow told = acceptor().escrowStatus();
    assertThat(told.state()).isEqualTo(State.ACTIVE);
    assertThat(told.reference()).isZero();
    assertThat(acceptor().rollback().notes().isEmpty()).isTrue();
    assertThat(acceptor().escrowStatus().reference()).isZero();
    acceptor().startCashIn(10);
    assertThat(acceptor().escrowStatus().reference()).isEqualTo(10);
  }

  // ---- notes about cash-ins

  @Test
  void a_note_about_a_cash_in_outlasts_the_process(@TempDir Path folder) throws Exception {
    CashInNotesFile file = new CashInNotesFile(folder.resolve("notes"));
    assertThat(file.last()).isEmpty();
    CashInNotes.Note note =
        CashInNotes.Note.asked(12, 11)
            .at(CashInNotes.Stage.STARTED)
            .counting(Escrow.mix(Map.of(Denomination.of(100), 3, Denomination.of(10), 1)));
    file.keep(CashInNotes.Note.asked(12, 11));
    assertThat(new CashInNotesFile(folder.resolve("notes")).last())
        .contains(CashInNotes.Note.asked(12, 11));
    file.keep(note);
    assertThat(new CashInNotesFile(folder.resolve("notes")).last()).contains(note);
    Path written = folder.resolve("notes/xfs-cash-in.txt");
    for (String damaged :
        List.of(
            "reference 12\nbefore 11\nstage STARTED\n",
            "reference x\nbefore 11\nstage STARTED\nend\n",
            "reference 12\nstage STARTED\nend\n",
            "reference 12\nbefore 11\nstage BEGUN\nend\n",
            "reference\nend\n",
            "weather fine\nend\n")) {
      Files.writeString(written, damaged);
      assertThat(new CashInNotesFile(folder.resolve("notes")).last()).as(damaged).isEmpty();
    }
  }
}
