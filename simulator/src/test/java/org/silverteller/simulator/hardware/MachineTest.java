package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.silverteller.simulator.hardware.Bench.HUNDREDS;
import static org.silverteller.simulator.hardware.Bench.TENS;
import static org.silverteller.simulator.hardware.Bench.both;
import static org.silverteller.simulator.hardware.Bench.hundreds;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.Denomination;
import org.silverteller.money.Money;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.scenario.Wiring;

class MachineTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  private final Bench bench = bench(MachineSpec.STANDARD);

  // ---- witness

  @Test
  void the_witness_tells_a_withdrawal_line_by_line() throws DeviceFault {
    bench.reader().accept(true);
    bench.customer().insertCard(Wallet.OWN);
    bench.reader().readTrack2();
    bench.pad().openPin(4, 12);
    bench.customer().typePin(Wallet.OWN.pin());
    bench.dispenser().stack(both(3, 5), 1);
    bench.reader().eject();
    bench.customer().takeCard();
    bench.dispenser().present();
    bench.customer().takeNotes(2);
    bench.dispenser().retract();
    bench.printer().print(List.of("a", "b"));
    bench.customer().takeReceipt();
    assertThat(bench.seen)
        .containsExactly(
            "reader open",
            "customer inserts own-0421",
            "reader read → track 2 of 622848*********0421",
            "pinpad open-pin 4-12",
            "customer types PIN ******",
            "dispenser stack 100x3 10x5 → ok",
            "reader eject",
            "customer takes card own-0421",
            "dispenser present → 100x3 10x5",
            "customer takes notes 100x2",
            "dispenser retract → 100x1 10x5",
            "printer print 2 lines",
            "customer takes receipt");
  }

  @Test
  void the_witness_tells_faults_repairs_and_power() throws DeviceFault {
    bench.machine.saboteur().arm(Sabotage.once(Fault.JAM_IN_STACK).notes(1).in(HUNDREDS));
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(() -> bench.dispenser().stack(hundreds(3), 1));
    bench.dispenser().rejectAll();
    bench.machine.operator().clearJam();
    bench.machine.operator().loadUnit(TENS, 100);
    bench.machine.saboteur().arm(Sabotage.once(Fault.DOUBLE_PICK));
    bench.dispenser().stack(hundreds(1), 2);
    bench.machine.cutPower();
    bench.machine.cutPower();
    bench.machine.restorePower();
    bench.machine.restorePower();
    assertThat(bench.seen)
        .containsExactly(
            "saboteur arms JAM_IN_STACK 1 CASS1",
            "dispenser stack 100x3 → JAMMED",
            "dispenser reject → 100x2, rejected 2",
            "operator clears jam",
            "operator loads CASS4 100",
            "saboteur arms DOUBLE_PICK",
            "dispenser stack 100x1 → ok, rejected 2",
            "power cut",
            "power back");
  }

  // ---- view

  @Test
  void the_view_shows_where_everything_is_and_no_number_of_a_card() throws DeviceFault {
    bench.reader().accept(true);
    bench.customer().insertCard(Wallet.CANARY);
    bench.dispenser().stack(both(3, 5), 1);
    MachineView view = bench.machine.view();
    assertThat(view.powered()).isTrue();
    assertThat(view.notes()).containsEntry(Place.STACKER, both(3, 5));
    assertThat(view.card()).contains(new MachineView.Card("canary-8257", "622848*********8257"));
    assertThat(view.fitted()).contains(DeviceName.SPEAKER).doesNotContain(DeviceName.PASSBOOK_UNIT);
    assertThat(view.toString()).doesNotContain(Wallet.CANARY.pan().reveal());
  }

  @Test
  void a_view_does_not_change_with_the_machine() throws DeviceFault {
    MachineView before = bench.machine.view();
    String then = before.toString();
    bench.dispenser().stack(hundreds(1), 1);
    bench.machine.saboteur().arm(Sabotage.once(Fault.CARD_JAM));
    assertThat(before).hasToString(then);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> before.notes().clear());
  }

  // ---- ledger

  @Test
  void the_ledger_knows_where_the_notes_of_each_cassette_are() throws DeviceFault {
    bench.dispenser().stack(both(3, 5), 1);
    bench.dispenser().present();
    bench.customer().takeNotes(4);
    bench.dispenser().retract();
    MachineLedger ledger = bench.machine.ledger();
    assertThat(ledger.violations()).isEmpty();
    assertThat(ledger.paidOut()).isEqualTo(Money.ofYuan(310));
    assertThat(ledger.notes().get(3))
        .isEqualTo(new MachineLedger.Row(TENS, 10, 2_000, 1_995, 1_995, 0, 0, 0, 0, 4, 1, 0));
  }

  @Test
  void the_ledger_names_what_does_not_add_up() {
    MachineLedger wrong =
        new MachineLedger(
            List.of(new MachineLedger.Row(TENS, 10, 100, 90, 91, 0, 0, 2, 0, 0, 7, 0)),
            List.of(new MachineLedger.Bin(UnitId.of("REJECT"), 1, 2)),
            3,
            1,
            1,
            0,
            0,
            true,
            List.of(),
            Optional.empty());
    assertThat(wrong.violations())
        .containsExactly(
            "CASS4: 100 notes were loaded, 99 are found",
            "CASS4: the device counts 91, 90 are inside",
            "REJECT: the device counts 2, 1 are inside",
            "3 cards were inserted, 2 are found");
    assertThat(wrong.idleViolations())
        .containsExactly(
            "2 notes of CASS4 are in transport, stacker or exit",
            "a card is in the reader",
            "the shutter is open");
    assertThatIllegalStateException().isThrownBy(wrong::demandBalance);
  }

  @Test
  void a_note_cannot_leave_a_place_where_it_is_not() {
    Notes notes = new Notes(MachineSpec.STANDARD.units());
    assertThatIllegalStateException()
        .isThrownBy(() -> notes.move(Place.STACKER, Place.EXIT, 0, 1))
        .withMessage("1 notes of CASS1 cannot leave STACKER: 0 are there");
  }

  // ---- operators and saboteurs

  @Test
  void operators_fill_empty_and_exchange() throws DeviceFault {
    bench.dispenser().stack(hundreds(5), 1);
    bench.dispenser().rejectAll();
    bench.machine.operator().loadUnit(HUNDREDS, 500);
    assertThat(bench.dispenser().cashUnits().get(0).count()).isEqualTo(2_495);
    Operator.Emptied emptied = bench.machine.operator().emptyBins();
    assertThat(emptied.rejected()).isEqualTo(hundreds(5));
    assertThat(emptied.cards()).isEmpty();
    assertThat(bench.dispenser().cashUnits().get(4).count()).isZero();
    bench.machine.operator().removeUnit(TENS);
    assertThat(bench.dispenser().cashUnits().get(3).state()).isEqualTo(UnitState.MISSING);
    bench.machine.operator().insertUnit(TENS);
    assertThat(bench.dispenser().cashUnits().get(3).state()).isEqualTo(UnitState.OK);
    bench.machine.operator().resetDispenser();
    bench.machine.ledger().demandBalance();
    assertThat(bench.events)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event).isInstanceOf(TerminalEvent.DeviceChanged.class));
  }

  @Test
  void operators_cannot_overfill_or_load_what_is_no_cassette() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.machine.operator().loadUnit(HUNDREDS, 1_001))
        .withMessage("CASS1: 1001 notes; expected 0 to 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.machine.operator().loadUnit(UnitId.of("REJECT"), 1))
        .withMessage("REJECT: expected the name of a cassette of this machine");
  }

  @Test
  void clearing_all_faults_heals_the_machine_where_it_stands() throws DeviceFault {
    for (Fault fault : Fault.values()) {
      bench.machine.saboteur().arm(Sabotage.lasting(fault));
    }
    bench.machine.saboteur().arm(Sabotage.lasting(Fault.UNIT_MISSING).in(TENS));
    assertThat(bench.machine.saboteur().armed()).hasSize(Fault.values().length + 1);
    bench.machine.saboteur().clearAll();
    assertThat(bench.machine.saboteur().armed()).isEmpty();
    assertThat(bench.dispenser().stack(both(1, 1), 1).notes()).isEqualTo(both(1, 1));
    assertThat(bench.dispenser().present().notes()).isEqualTo(both(1, 1));
  }

  @Test
  void arming_and_clearing_tells_the_terminal_that_the_device_changed() {
    bench.machine.saboteur().arm(Sabotage.lasting(Fault.PAPER_OUT));
    bench.machine.saboteur().clear(Fault.PAPER_OUT);
    assertThat(bench.events)
        .containsExactly(
            new TerminalEvent.DeviceChanged(DeviceName.RECEIPT_PRINTER),
            new TerminalEvent.DeviceChanged(DeviceName.RECEIPT_PRINTER));
  }

  @Test
  void nobody_can_sabotage_a_cassette_that_is_not_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                bench
                    .machine
                    .saboteur()
                    .arm(Sabotage.once(Fault.UNIT_EMPTY).in(UnitId.of("CASS9"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sabotage.once(Fault.JAM_IN_STACK).notes(-1));
  }

  @Test
  void customers_press_only_keys_that_exist_and_type_only_digits() {
    assertThatIllegalArgumentException().isThrownBy(() -> bench.customer().press(Key.HIDDEN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.customer().typePin("12a4"))
        .withMessage("a PIN of 4 characters: expected digits only");
  }

  // ---- effects and tempo

  @Test
  void nothing_foreign_is_called_with_the_monitor_held() throws DeviceFault {
    bench.machine.tempo(effect -> assertThat(Thread.holdsLock(bench.machine)).isFalse());
    bench.machine.witness(line -> assertThat(Thread.holdsLock(bench.machine)).isFalse());
    Set<Effect> before = EnumSet.noneOf(Effect.class);
    Set<Effect> after = EnumSet.noneOf(Effect.class);
    bench.machine.hook(
        new EffectHook() {
          @Override
          public void before(Effect effect) {
            assertThat(Thread.holdsLock(bench.machine)).isFalse();
            before.add(effect);
          }

          @Override
          public void after(Effect effect) {
            assertThat(Thread.holdsLock(bench.machine)).isFalse();
            after.add(effect);
          }
        });
    bench.hardware =
        bench.machine.open(event -> assertThat(Thread.holdsLock(bench.machine)).isFalse());
    bench.reader().accept(true);
    bench.customer().insertCard(Wallet.OWN);
    bench.reader().eject();
    bench.customer().takeCard();
    bench.dispenser().stack(hundreds(1), 1);
    bench.dispenser().present();
    bench.customer().takeNotes();
    assertThat(before)
        .isEqualTo(after)
        .containsExactlyInAnyOrder(
            Effect.CARD_SLOT_SET,
            Effect.CARD_EJECTED,
            Effect.BUNDLE_BEGUN,
            Effect.NOTE_PICKED,
            Effect.BUNDLE_PRESENTED);
  }

  @Test
  void mechanics_take_their_time_and_electronics_none() {
    assertThat(Tempo.lifelike(Effect.CARD_EJECTED)).isEqualTo(Duration.ofMillis(600));
    assertThat(Tempo.lifelike(Effect.NOTE_PICKED).multipliedBy(10))
        .isEqualTo(Duration.ofMillis(1_500));
    assertThat(Tempo.lifelike(Effect.FRAME_SHOWN)).isZero();
  }

  // ---- specification

  @Test
  void a_specification_refuses_what_cannot_be_built() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MachineSpec.STANDARD.withUnits(
                    List.of(UnitSpec.cassette("CASS1", 100, 1, 0), UnitSpec.rejectBin())))
        .withMessage("0 cash units of type RETRACT: expected one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MachineSpec.STANDARD.withExtras(Set.of(DeviceName.SCREEN)))
        .withMessageStartingWith("extra SCREEN: expected one of ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MachineSpec.STANDARD.withUnits(
                    List.of(
                        UnitSpec.cassette("CASS1", 100, 1, 0),
                        UnitSpec.cassette("CASS1", 50, 1, 0),
                        UnitSpec.rejectBin(),
                        UnitSpec.retractBin())));
    assertThatIllegalArgumentException().isThrownBy(() -> MachineSpec.STANDARD.withSlips(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new UnitSpec(UnitId.of("CASS1"), UnitType.BILL, Denomination.of(100), 11, 0, 10))
        .withMessage("CASS1: 11 notes do not fit in 10");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new UnitSpec(UnitId.of("REJECT"), UnitType.REJECT, Denomination.MIXED, 1, 0, 10));
  }

  @Test
  void a_dispenser_that_does_not_retract_needs_no_bin_for_it() throws DeviceFault {
    Bench spray =
        bench(
            MachineSpec.STANDARD
                .withDispenser(MachineSpec.SPRAY_DISPENSER)
                .withUnits(List.of(UnitSpec.cassette("CASS1", 100, 10, 0), UnitSpec.rejectBin())));
    assertThat(spray.dispenser().stack(hundreds(2), 1).notes()).isEqualTo(hundreds(2));
    assertThat(spray.customer().takeNotes()).isEqualTo(hundreds(2));
  }

  @Test
  void a_master_key_has_its_length_and_is_not_printed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MasterKey.of(KeyCipher.TDES, "0011"))
        .withMessage("TDES master key of 2 bytes: expected TDES of 16 or 24, or SM4 of 16");
    assertThat(MasterKey.TEST).hasToString("TDES master key");
  }

  // ---- finding it

  @Test
  void the_terminal_finds_the_machine_by_name() throws DeviceFault {
    DriverFactory factory =
        ServiceLoader.load(DriverFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals("simulator"))
            .findFirst()
            .orElseThrow();
    Machines.register("branch-1", bench.machine);
    try (Hardware hardware = factory.open(Map.of("machine", "branch-1"), bench.events::add)) {
      CashDispenser dispenser = hardware.dispenser();
      assertThat(dispenser.stack(hundreds(1), 1).notes()).isEqualTo(hundreds(1));
    } finally {
      Machines.remove("branch-1");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.open(Map.of("machine", "branch-1"), event -> {}))
        .withMessageContaining("simulator setting 'machine': found 'branch-1', expected one of");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.open(Map.of("port", "1"), event -> {}))
        .withMessage("simulator setting 'port': expected only 'machine'");
  }
}
