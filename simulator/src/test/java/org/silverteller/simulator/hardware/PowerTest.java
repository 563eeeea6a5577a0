package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.silverteller.simulator.hardware.Bench.hundreds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.Lights;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.NoteMix;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.scenario.Wiring;

class PowerTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  /** The reference that the dispenser tells after so many notes have moved. */
  long told(long reference, int moved) {
    return reference;
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  private final Bench bench = bench(MachineSpec.STANDARD);

  @Test
  void after_a_cut_every_call_of_every_port_throws() {
    bench.machine.cutPower();
    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls =
        List.of(
            bench.dispenser()::cashUnits,
            () -> bench.dispenser().stack(hundreds(1), 1),
            bench.dispenser()::present,
            bench.dispenser()::retract,
            bench.dispenser()::rejectAll,
            () -> bench.dispenser().setCounts(Map.of(Bench.HUNDREDS, 1)),
            bench.dispenser()::testUnits,
            bench.dispenser()::presentStatus,
            bench.dispenser()::transport,
            bench.dispenser()::exit,
            bench.dispenser()::status,
            bench.dispenser()::reset,
            bench.reader()::media,
            () -> bench.reader().accept(true),
            bench.reader()::readTrack2,
            bench.reader()::eject,
            bench.reader()::retain,
            bench.reader()::retained,
            bench.reader()::status,
            bench.pad()::openKeys,
            bench.pad()::close,
            () -> bench.pad().openPin(4, 6),
            bench.printer()::paper,
            () -> bench.printer().print(List.of()),
            () -> bench.screen().show(PrinterAndPanelTest.menu(), 1),
            bench.screen()::status,
            () -> bench.hardware.speaker().orElseThrow().silence(),
            () ->
                bench
                    .hardware
                    .lights()
                    .orElseThrow()
                    .set(Lights.Place.RECEIPT, Lights.Rate.STEADY));
    assertThat(calls)
        .allSatisfy(call -> assertThatExceptionOfType(PowerCut.class).isThrownBy(call));
  }

  @Test
  void ports_of_the_run_before_stay_dead_when_the_power_is_back() throws DeviceFault {
    var before = bench.dispenser();
    bench.machine.cutPower();
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> bench.machine.open(event -> {}));
    bench.reboot();
    assertThatExceptionOfType(PowerCut.class).isThrownBy(before::present);
    assertThat(bench.dispenser().stack(hundreds(1), 1).notes()).isEqualTo(hundreds(1));
  }

  @Test
  void a_cut_before_an_effect_prevents_it_and_one_after_it_does_not() throws DeviceFault {
    bench.dispenser().stack(hundreds(2), 5);
    cut(Effect.BUNDLE_PRESENTED, true, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(bench.dispenser()::present);
    assertThat(bench.machine.powered()).isFalse();
    assertThat(bench.at(Place.STACKER)).isEqualTo(hundreds(2));

    bench.machine.hook(EffectHook.NONE);
    bench.reboot();
    assertStatus(PresentStatus.State.NOT_PRESENTED, hundreds(2), 5);
    cut(Effect.BUNDLE_PRESENTED, false, 1);
    assertThatExceptionOfType(PowerCut.class).isThrownBy(bench.dispenser()::present);
    assertThat(bench.at(Place.EXIT)).isEqualTo(hundreds(2));
    bench.machine.hook(EffectHook.NONE);
    bench.reboot();
    assertStatus(PresentStatus.State.PRESENTED, hundreds(2), 5);
    assertThat(bench.seen)
        .contains("power cut before BUNDLE_PRESENTED", "power cut after BUNDLE_PRESENTED");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void a_cut_between_two_notes_leaves_those_before_in_the_stacker(int note) throws DeviceFault {
    cut(Effect.NOTE_PICKED, true, note);
    assertThatExceptionOfType(PowerCut.class)
        .isThrownBy(() -> bench.dispenser().stack(hundreds(5), 5));
    bench.machine.hook(EffectHook.NONE);
    bench.reboot();
    NoteMix picked = note == 1 ? NoteMix.EMPTY : hundreds(note - 1);
    assertThat(bench.at(Place.STACKER)).isEqualTo(picked);
    assertStatus(PresentStatus.State.NOT_PRESENTED, picked, told(5, note - 1));
    assertThat(bench.dispenser().rejectAll().notes()).isEqualTo(picked);
    bench.machine.ledger().demandBalance();
  }

  @Test
  void people_go_on_acting_without_power_and_the_sensors_tell_it_afterwards() throws DeviceFault {
    bench.reader().accept(true);
    bench.customer().insertCard(Wallet.OWN);
    bench.reader().eject();
    bench.dispenser().stack(hundreds(2), 5);
    bench.dispenser().present();
    bench.printer().print(List.of("slip"));
    bench.events.clear();

    bench.machine.cutPower();
    assertThat(bench.customer().takeCard()).contains(Wallet.OWN);
    assertThat(bench.customer().takeNotes()).isEqualTo(hundreds(2));
    assertThat(bench.customer().takeReceipt()).isPresent();
    assertThat(bench.customer().insertCard(Wallet.VISA)).isFalse();
    assertThat(bench.customer().press(Key.D1)).isFalse();
    bench.customer().touch(1, 1);
    assertThat(bench.customer().frame()).isEmpty();

    bench.reboot();
    assertThat(bench.events).isEmpty();
    assertThat(bench.reader().media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(bench.dispenser().exit()).isEqualTo(Position.EMPTY);
    assertStatus(PresentStatus.State.TAKEN, hundreds(2), 5);
    bench.dispenser().reset();
    assertThat(bench.machine.ledger().idleViolations()).isEmpty();
  }

  @Test
  void half_taken_without_power_is_still_presented() throws DeviceFault {
    bench.dispenser().stack(hundreds(4), 5);
    bench.dispenser().present();
    bench.machine.cutPower();
    bench.customer().takeNotes(3);
    bench.reboot();
    assertStatus(PresentStatus.State.PRESENTED, hundreds(4), 5);
    bench.dispenser().reset();
    assertThat(bench.customer().notesWaiting()).as("reset does not lock them in").isEqualTo(1);
    assertThat(bench.dispenser().retract().notes()).isEqualTo(hundreds(1));
  }

  @Test
  void the_last_bundle_can_be_forgotten() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.PRESENT_STATUS_LOST));
    bench.dispenser().stack(hundreds(4), 5);
    bench.dispenser().present();
    bench.machine.cutPower();
    bench.reboot();
    assertStatus(PresentStatus.State.UNKNOWN, NoteMix.EMPTY, 0);
    assertThat(bench.dispenser().exit()).isEqualTo(Position.NOT_EMPTY);
    bench.dispenser().retract();
    bench.dispenser().stack(hundreds(1), 6);
    assertStatus(PresentStatus.State.NOT_PRESENTED, hundreds(1), 6);
  }

  @Test
  void a_card_inside_stays_inside_and_the_slot_is_closed() throws DeviceFault {
    bench.reader().accept(true);
    bench.customer().insertCard(Wallet.OWN);
    bench.machine.cutPower();
    bench.reboot();
    assertThat(bench.reader().media()).isEqualTo(Media.INSIDE);
    assertThat(bench.machine.view().slotOpen()).isFalse();
  }

  @Test
  void a_jam_survives_the_cut() throws DeviceFault {
    bench.arm(Sabotage.lasting(Fault.JAM_IN_STACK).notes(1));
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(() -> bench.dispenser().stack(hundreds(3), 5));
    bench.machine.cutPower();
    bench.reboot();
    assertThat(bench.dispenser().transport()).isEqualTo(Position.NOT_EMPTY);
    assertThatExceptionOfType(DeviceFault.class).isThrownBy(bench.dispenser()::rejectAll);
  }

  @Test
  void another_thread_can_cut_the_power_in_the_middle_of_a_command() throws Exception {
    CountDownLatch picking = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    bench.machine.tempo(
        effect -> {
          if (effect == Effect.NOTE_PICKED) {
            picking.countDown();
            await(cut);
          }
        });
    Thread console =
        new Thread(
            () -> {
              await(picking);
              bench.machine.cutPower();
              cut.countDown();
            });
    console.start();
    assertThatExceptionOfType(PowerCut.class)
        .isThrownBy(() -> bench.dispenser().stack(hundreds(3), 5));
    console.join();
    assertThat(bench.at(Place.STACKER)).isEqualTo(NoteMix.EMPTY);
  }

  @Test
  void events_go_to_the_run_that_is_open() {
    List<TerminalEvent> later = new ArrayList<>();
    bench.machine.cutPower();
    bench.machine.restorePower();
    bench.customer().touch(1, 1);
    assertThat(bench.events).isEmpty();
    Hardware hardware = bench.open(later::add);
    bench.customer().touch(2, 2);
    assertThat(bench.events).isEmpty();
    assertThat(later).containsExactly(new TerminalEvent.Touched(2, 2, 0));
    bench.hardware.close();
    bench.customer().touch(3, 3);
    assertThat(later).hasSize(2);
    hardware.close();
    bench.customer().touch(4, 4);
    assertThat(later).hasSize(2);
  }

  private void cut(Effect at, boolean before, int times) {
    bench.machine.hook(
        new EffectHook() {
          private int seen;

          @Override
          public void before(Effect effect) {
            strike(effect, before);
          }

          @Override
          public void after(Effect effect) {
            strike(effect, !before);
          }

          private void strike(Effect effect, boolean now) {
            if (now && effect == at && ++seen == times) {
              throw new PowerCut("in a test");
            }
          }
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertStatus(PresentStatus.State state, NoteMix notes, long reference)
      throws DeviceFault {
    PresentStatus status = bench.dispenser().presentStatus();
    assertThat(status.state()).isEqualTo(state);
    assertThat(status.bundle().notes()).isEqualTo(notes);
    assertThat(status.reference()).isEqualTo(reference);
  }
}
