package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.VirtualNote.Quality;
import org.silverteller.simulator.scenario.Wiring;

/** Dispenser and acceptor over one unit. */
class RecyclerTest {

  private static final UnitId SHARED = UnitId.of("RECYC1");
  private static final int ROOM = 12;

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  Bench bench = bench(4);

  Bench bench(int count) {
    return new Bench(
        MachineSpec.WITH_DEPOSITS.recycling(
            List.of(UnitSpec.recycling("RECYC1", 100, count, 5, ROOM))),
        wiring());
  }

  private CashAcceptor acceptor() {
    return bench.hardware.cashAcceptor().orElseThrow();
  }

  static NoteMix recycled(int notes) {
    return new NoteMix(List.of(new NoteMix.Part(SHARED, Denomination.of(100), notes)));
  }

  void deposit(long reference, VirtualNote... notes) throws DeviceFault {
    acceptor().startCashIn(reference);
    bench.customer().insertNotes(List.of(notes));
    acceptor().acceptNotes();
    acceptor().endCashIn();
    bench.customer().takeReturnedNotes();
  }

  static VirtualNote[] fit(int notes) {
    return VirtualNote.fit(100, notes).toArray(VirtualNote[]::new);
  }

  void pay(long reference, int notes) throws DeviceFault {
    bench.dispenser().stack(recycled(notes), reference);
    bench.dispenser().present();
    bench.customer().takeNotes();
  }

  private static CashUnit shared(List<CashUnit> units) {
    return units.stream().filter(unit -> unit.id().equals(SHARED)).findFirst().orElseThrow();
  }

  void assertCount(int notes) throws DeviceFault {
    CashUnit dispensers = shared(bench.dispenser().cashUnits());
    CashUnit acceptors = shared(acceptor().cashUnits());
    assertThat(dispensers.count()).isEqualTo(notes);
    assertThat(acceptors.count()).isEqualTo(notes);
    assertThat(acceptors.type()).isEqualTo(dispensers.type()).isEqualTo(UnitType.RECYCLE);
    assertThat(acceptors.state()).isEqualTo(dispensers.state());
    bench.machine.ledger().demandBalance();
  }

  private int count(String unit) throws DeviceFault {
    return acceptor().cashUnits().stream()
        .filter(known -> known.id().name().equals(unit))
        .findFirst()
        .orElseThrow()
        .count();
  }

  @Test
  void both_devices_tell_one_unit_with_one_count() throws DeviceFault {
    assertCount(4);
    deposit(1, fit(3));
    assertCount(7);
    pay(2, 6);
    assertCount(1);
    bench.dispenser().setCounts(Map.of(SHARED, 1, UnitId.of("REJECT"), 0));
    assertCount(1);
  }

  @Test
  void the_unit_stands_at_the_same_place_in_both() throws DeviceFault {
    assertThat(bench.dispenser().cashUnits().get(0).id()).isEqualTo(SHARED);
    assertThat(acceptor().cashUnits().get(0).id()).isEqualTo(SHARED);
    assertThat(bench.dispenser().cashUnits().stream().map(CashUnit::denomination))
        .containsOnlyOnce(Denomination.of(100));
  }

  @Test
  void unfit_notes_and_suspects_are_never_paid_again() throws DeviceFault {
    deposit(
        1,
        new VirtualNote(100, Quality.UNFIT),
        new VirtualNote(100, Quality.SUSPECT),
        new VirtualNote(100, Quality.FIT),
        new VirtualNote(50, Quality.FIT));
    assertCount(5);
    assertThat(count("DEPOSIT")).isEqualTo(2);
    assertThat(count("SUSPECT")).isEqualTo(1);
    pay(2, 5);
    assertThat(bench.machine.ledger().recyclingViolations()).isEmpty();
  }

  @Test
  void what_finds_no_room_in_the_unit_goes_to_the_box() throws DeviceFault {
    deposit(1, fit(ROOM));
    assertCount(ROOM);
    assertThat(count("DEPOSIT")).isEqualTo(4);
    CashUnit full = shared(bench.dispenser().cashUnits());
    assertThat(full.state()).isEqualTo(UnitState.FULL);
    assertThat(full.available()).isEqualTo(ROOM - 5);
    pay(2, 1);
    assertThat(shared(bench.dispenser().cashUnits()).state()).isNotEqualTo(UnitState.FULL);
  }

  @Test
  void a_unit_that_was_found_empty_gives_what_is_deposited() throws DeviceFault {
    bench = bench(0);
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(() -> bench.dispenser().stack(recycled(1), 5));
    assertThat(shared(bench.dispenser().cashUnits()).state()).isEqualTo(UnitState.EMPTY);
    deposit(1, fit(3));
    pay(2, 3);
    assertCount(0);
  }

  @Test
  void a_unit_that_is_not_there_takes_no_notes() throws DeviceFault {
    bench.machine.operator().removeUnit(SHARED);
    deposit(1, fit(2));
    assertThat(count("DEPOSIT")).isEqualTo(2);
    bench.machine.operator().insertUnit(SHARED);
    assertCount(4);
  }

  @Test
  void the_acceptors_boxes_are_emptied_without_it() throws DeviceFault {
    deposit(1, new VirtualNote(100, Quality.UNFIT), new VirtualNote(100, Quality.FIT));
    assertThat(bench.machine.operator().emptyAcceptor()).hasSize(1);
    assertCount(5);
  }

  @Test
  void notes_leave_in_the_order_opposite_to_that_in_which_they_came() throws DeviceFault {
    bench = new Bench(bench.machine.spec());
    deposit(1, fit(3));
    List<NoteReading> stored =
        new ArrayList<>(acceptor().noteReader().orElseThrow().notes(1, NoteMove.STORED));
    pay(2, 4);
    List<NoteReading> paid =
        bench.dispenser().noteReader().orElseThrow().notes(2, NoteMove.DISPENSED);
    Collections.reverse(stored);
    assertThat(paid.subList(0, 3)).isEqualTo(stored);
    assertThat(paid.get(3).serial()).isNotIn(stored.stream().map(NoteReading::serial).toList());
    assertThat(acceptor().noteReader().orElseThrow().notes(1, NoteMove.STORED)).hasSize(3);
  }

  @Test
  void a_power_cut_between_two_notes_leaves_both_counts_true() throws DeviceFault {
    bench.machine.hook(
        new EffectHook() {
          private int left = 2;

          @Override
          public void before(Effect effect) {}

          @Override
          public void after(Effect effect) {
            if (effect == Effect.NOTE_STORED && --left == 0) {
              throw new PowerCut("between two notes");
            }
          }
        });
    try {
      deposit(1, fit(5));
    } catch (PowerCut cut) {
      bench.machine.hook(EffectHook.NONE);
    }
    bench.machine.cutPower();
    bench.reboot();
    assertCount(6);
    acceptor().endCashIn();
    assertCount(9);
  }

  /**
   * The bundle before stays the one before, whatever is deposited in the unit that it came from.
   */
  @Test
  void a_deposit_leaves_it_known_whose_the_last_bundle_is() throws DeviceFault {
    pay(1, 3);
    deposit(2, fit(5));
    assertThat(bench.dispenser().presentStatus().reference()).isEqualTo(1);
    bench.machine.cutPower();
    bench.reboot();
    PresentStatus status = bench.dispenser().presentStatus();
    assertThat(status.reference()).isEqualTo(1);
    assertThat(status.bundle().notes()).isEqualTo(recycled(3));
    pay(3, 2);
    assertThat(bench.dispenser().presentStatus().reference()).isEqualTo(3);
  }

  @Test
  void what_dispenser_and_acceptor_share_must_be_the_same_unit_at_the_same_place() {
    AcceptorSpec others =
        AcceptorSpec.STANDARD.withUnits(
            List.of(
                UnitSpec.recycling("RECYC1", 50, 4, 5, ROOM),
                AcceptorSpec.unit("SUSPECT", UnitType.REJECT, Denomination.MIXED, 10),
                AcceptorSpec.unit("LEFT", UnitType.RETRACT, Denomination.MIXED, 10)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bench.machine.spec().withAcceptor(others))
        .withMessageContaining("expected the same recycling unit at the same place");
    AcceptorSpec bin =
        AcceptorSpec.STANDARD.withUnits(
            List.of(
                AcceptorSpec.unit("REJECT", UnitType.REJECT, Denomination.MIXED, 10),
                AcceptorSpec.unit("LEFT", UnitType.RETRACT, Denomination.MIXED, 10)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MachineSpec.WITH_DEPOSITS.withAcceptor(bin))
        .withMessageContaining("dispenser and acceptor share");
    assertThat(MachineSpec.STANDARD.withAcceptor(bin).acceptor()).isEqualTo(bin);
  }

  @Test
  void the_ledger_names_notes_that_must_not_be_there() {
    VirtualNote worn = new VirtualNote(100, Quality.UNFIT);
    VirtualNote good = new VirtualNote(100, Quality.FIT);
    var wrong =
        new MachineLedger(
            List.of(),
            List.of(),
            0,
            0,
            0,
            0,
            0,
            false,
            List.of(
                new MachineLedger.Recycling(
                    SHARED,
                    100,
                    Map.of(Place.CASSETTE, List.of(worn, good), Place.HANDS, List.of(good)),
                    List.of(worn, good),
                    List.of(worn))),
            bench.machine.deposits());
    assertThat(wrong.recyclingViolations())
        .containsExactly("RECYC1: VirtualNote[yuan=100, quality=UNFIT] is in CASSETTE");
    assertThat(wrong.violations())
        .contains(
            "RECYC1: VirtualNote[yuan=100, quality=FIT] is in 2 places",
            "-1 more of VirtualNote[yuan=100, quality=UNFIT] were given over than came to lie in"
                + " units");
  }
}
