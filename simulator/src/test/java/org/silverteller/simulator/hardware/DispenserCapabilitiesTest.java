package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.simulator.hardware.Bench.hundreds;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Capabilities;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.MachineView.Shutter;
import org.silverteller.simulator.scenario.Wiring;

/** The port's contract, for each of the sixteen ways a dispenser can be built. */
class DispenserCapabilitiesTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  static Stream<Capabilities> all() {
    return Stream.of(true, false)
        .flatMap(
            stacker ->
                Stream.of(true, false)
                    .flatMap(
                        shutter ->
                            Stream.of(true, false)
                                .flatMap(
                                    retract ->
                                        Stream.of(true, false)
                                            .map(
                                                sensor ->
                                                    new Capabilities(
                                                        stacker, shutter, retract, sensor, 60)))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void pays_out_what_it_counted(Capabilities can) throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(can));
    bringToExit(bench, 4);
    assertThat(bench.dispenser().presentStatus())
        .isEqualTo(
            new PresentStatus(
                PresentStatus.State.PRESENTED,
                new org.silverteller.device.Counted(hundreds(4), 0),
                11));
    assertThat(bench.customer().takeNotes()).isEqualTo(hundreds(4));
    assertThat(bench.machine.ledger().paidOut().yuan()).isEqualTo(400);
    bench.machine.ledger().demandBalance();
  }

  @ParameterizedTest
  @MethodSource("all")
  void knows_of_the_taking_exactly_when_it_has_the_sensor(Capabilities can) throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(can));
    bringToExit(bench, 4);
    Position full = bench.dispenser().exit();
    bench.customer().takeNotes();
    if (can.takenSensor()) {
      assertThat(full).isEqualTo(Position.NOT_EMPTY);
      assertThat(bench.events).containsExactly(new TerminalEvent.NotesTaken());
      assertThat(bench.dispenser().exit()).isEqualTo(Position.EMPTY);
      assertState(bench, PresentStatus.State.TAKEN);
    } else {
      assertThat(full).isEqualTo(Position.UNKNOWN);
      assertThat(bench.events).isEmpty();
      assertThat(bench.dispenser().exit()).isEqualTo(Position.UNKNOWN);
      assertState(bench, PresentStatus.State.PRESENTED);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void retracts_where_it_can_and_says_so_where_it_cannot(Capabilities can) throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(can));
    bringToExit(bench, 4);
    if (can.retract()) {
      assertThat(bench.dispenser().retract().notes()).isEqualTo(hundreds(4));
      assertState(bench, PresentStatus.State.RETRACTED);
    } else {
      assertKind(Kind.UNSUPPORTED, bench.dispenser()::retract);
      assertThat(bench.customer().takeNotes()).isEqualTo(hundreds(4));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void keeps_notes_out_of_reach_until_they_are_presented_where_it_has_a_stacker(Capabilities can)
      throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(can));
    bench.dispenser().stack(hundreds(4), 11);
    assertThat(bench.customer().notesWaiting()).isEqualTo(can.stacker() ? 0 : 4);
    if (!can.stacker()) {
      assertKind(Kind.UNSUPPORTED, bench.dispenser()::present);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void closes_its_shutter_when_it_rests(Capabilities can) throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(can));
    bringToExit(bench, 4);
    assertThat(bench.machine.view().shutter())
        .isEqualTo(can.shutter() ? Shutter.OPEN : Shutter.NOT_FITTED);
    bench.customer().takeNotes();
    bench.dispenser().reset();
    assertThat(bench.machine.view().shutter())
        .isEqualTo(can.shutter() ? Shutter.CLOSED : Shutter.NOT_FITTED);
    assertThat(bench.machine.ledger().idleViolations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void tells_what_came_out_before_a_jam(Capabilities can) throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(can));
    bench.arm(Sabotage.once(Fault.JAM_IN_STACK).notes(3));
    assertKind(Kind.JAMMED, () -> bench.dispenser().stack(hundreds(5), 11));
    assertThat(bench.dispenser().presentStatus().bundle().notes()).isEqualTo(hundreds(3));
    assertState(
        bench, can.stacker() ? PresentStatus.State.NOT_PRESENTED : PresentStatus.State.PRESENTED);
    assertThat(bench.dispenser().rejectAll().notes().notes()).isEqualTo(can.stacker() ? 4 : 1);
    assertThat(bench.customer().takeNotes().notes()).isEqualTo(can.stacker() ? 0 : 3);
    bench.machine.ledger().demandBalance();
  }

  @Test
  void without_a_stacker_the_same_bundle_can_go_on() throws DeviceFault {
    Bench bench = bench(MachineSpec.STANDARD.withDispenser(MachineSpec.SPRAY_DISPENSER));
    bench.dispenser().stack(hundreds(2), 11);
    bench.dispenser().stack(Bench.tens(3), 11);
    assertThat(bench.dispenser().presentStatus().bundle().notes()).isEqualTo(Bench.both(2, 3));
    bench.dispenser().stack(Bench.tens(1), 12);
    assertThat(bench.dispenser().presentStatus().bundle().notes()).isEqualTo(Bench.tens(1));
  }

  @Test
  void without_a_stacker_hands_that_take_each_note_at_once_are_noticed_at_the_end()
      throws DeviceFault {
    Bench bench =
        bench(MachineSpec.STANDARD.withDispenser(new Capabilities(false, true, false, true, 60)));
    List<Integer> taken = new ArrayList<>();
    bench.machine.hook(
        new EffectHook() {
          @Override
          public void before(Effect effect) {}

          @Override
          public void after(Effect effect) {
            if (effect == Effect.NOTE_PICKED) {
              taken.add(bench.customer().takeNotes().notes());
            }
          }
        });
    bench.dispenser().stack(hundreds(3), 11);
    assertThat(taken).containsExactly(1, 1, 1);
    assertThat(bench.events).containsExactly(new TerminalEvent.NotesTaken());
    assertState(bench, PresentStatus.State.TAKEN);
    assertThat(bench.machine.view().shutter()).isEqualTo(Shutter.CLOSED);
  }

  private static void bringToExit(Bench bench, int notes) throws DeviceFault {
    CashDispenser dispenser = bench.dispenser();
    assertThat(dispenser.stack(hundreds(notes), 11).notes()).isEqualTo(hundreds(notes));
    if (dispenser.capabilities().stacker()) {
      assertThat(dispenser.present().notes()).isEqualTo(hundreds(notes));
    }
  }

  private static void assertState(Bench bench, PresentStatus.State state) throws DeviceFault {
    assertThat(bench.dispenser().presentStatus().state()).isEqualTo(state);
  }

  private static void assertKind(
      Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
