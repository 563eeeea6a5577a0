package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.NoteReader;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteVerdict;
import org.silverteller.money.UnitId;

class NoteReadersTest {

  private final VirtualMachine machine = new VirtualMachine(MachineSpec.WITH_DEPOSITS, 7);
  private VirtualHardware hardware = machine.open(event -> {});

  @Test
  void tells_each_note_of_the_bundle_with_its_unit() throws DeviceFault {
    dispense(1, 3, 2);
    assertThat(read(1, NoteMove.DISPENSED))
        .extracting(note -> note.unit() + " " + note.denomination())
        .containsExactly("CASS1 100", "CASS1 100", "CASS1 100", "CASS4 10", "CASS4 10");
  }

  @Test
  void no_two_notes_of_a_machine_share_a_number() throws DeviceFault {
    Set<String> printed = new HashSet<>();
    for (int place : new int[] {0, 1, 2, 3, 25}) {
      for (int number = 0; number < 20_000; number++) {
        printed.add(machine.prints.printed(place, number));
      }
    }
    assertThat(printed).hasSize(100_000).allMatch(serial -> serial.matches("[A-Z]{2}[0-9]{8}"));
  }

  @Test
  void some_characters_are_not_read() {
    long unread = 0;
    for (int number = 0; number < 1_000; number++) {
      NoteReading note = machine.prints.read(0, MachineSpec.STANDARD.units().get(0), number);
      unread += note.serial().characters().contains("*") ? 1 : 0;
    }
    assertThat(unread).isBetween(20L, 80L);
  }

  @Test
  void the_same_machine_has_the_same_notes_and_another_one_others() throws DeviceFault {
    dispense(1, 5, 0);
    List<NoteReading> first = read(1, NoteMove.DISPENSED);
    assertThat(bundleOf(7)).isEqualTo(first);
    assertThat(bundleOf(8)).isNotEqualTo(first);
  }

  @Test
  void a_power_cut_forgets_no_bundle_and_the_next_stack_does() throws DeviceFault {
    dispense(1, 5, 0);
    List<NoteReading> before = read(1, NoteMove.DISPENSED);
    machine.cutPower();
    machine.restorePower();
    hardware = machine.open(event -> {});
    assertThat(read(1, NoteMove.DISPENSED)).isEqualTo(before);
    machine.customer().takeNotes();
    dispense(2, 5, 0);
    assertThat(read(1, NoteMove.DISPENSED)).isEmpty();
    assertThat(read(2, NoteMove.DISPENSED)).hasSize(5).doesNotContainAnyElementsOf(before);
  }

  @Test
  void what_the_customer_left_is_what_came_back() throws DeviceFault {
    dispense(1, 5, 0);
    List<NoteReading> out = read(1, NoteMove.DISPENSED);
    machine.customer().takeNotes(2);
    hardware.dispenser().retract();
    assertThat(read(1, NoteMove.RETRACTED)).isEqualTo(out.subList(2, 5));
    assertThat(read(1, NoteMove.DISPENSED)).isEqualTo(out);
  }

  @Test
  void notes_that_were_rejected_as_double_are_not_told_as_dispensed() throws DeviceFault {
    dispense(1, 2, 0);
    machine.customer().takeNotes();
    machine.saboteur().arm(Sabotage.once(Fault.DOUBLE_PICK));
    dispense(2, 2, 0);
    List<NoteReading> told = read(2, NoteMove.DISPENSED);
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isNotEqualTo(bundleOf(7, 3).get(2));
  }

  @Test
  void an_acceptor_tells_what_it_stored_and_which_it_suspects() throws DeviceFault {
    CashAcceptor acceptor = hardware.cashAcceptor().orElseThrow();
    acceptor.startCashIn(9);
    List<VirtualNote> notes = new ArrayList<>(VirtualNote.fit(100, 2));
    notes.add(new VirtualNote(100, VirtualNote.Quality.SUSPECT));
    notes.add(new VirtualNote(50, VirtualNote.Quality.UNFIT));
    notes.add(new VirtualNote(20, VirtualNote.Quality.UNREADABLE));
    synchronized (machine) {
      machine.deposits.orElseThrow().insert(notes);
    }
    acceptor.acceptNotes();
    NoteReader reader = acceptor.noteReader().orElseThrow();
    assertThat(reader.notes(9, NoteMove.STORED))
        .extracting(NoteReading::verdict)
        .containsExactly(NoteVerdict.SUSPECT);
    synchronized (machine) {
      machine.deposits.orElseThrow().take();
      machine.deposits.orElseThrow().exitEmptied();
    }
    acceptor.endCashIn();
    assertThat(reader.notes(9, NoteMove.STORED))
        .extracting(note -> note.denomination() + " " + note.verdict() + " " + note.errors())
        .containsExactly("100 GENUINE []", "100 GENUINE []", "100 SUSPECT [1]", "50 DAMAGED []");
    assertThat(reader.notes(8, NoteMove.STORED)).isEmpty();
    assertThat(reader.notes(9, NoteMove.DISPENSED)).isEmpty();
  }

  @Property(tries = 60)
  void as_many_are_told_as_were_presented(
      @ForAll @IntRange(min = 1, max = 20) int hundreds,
      @ForAll @IntRange(max = 20) int tens,
      @ForAll @IntRange(max = 3) int doubles)
      throws DeviceFault {
    VirtualMachine fresh = new VirtualMachine(MachineSpec.STANDARD);
    for (int pick = 0; pick < doubles; pick++) {
      fresh.saboteur().arm(Sabotage.once(Fault.DOUBLE_PICK));
    }
    CashDispenser dispenser = fresh.open(event -> {}).dispenser();
    dispense(dispenser, 1, hundreds, tens);
    assertThat(new HashSet<>(dispenser.noteReader().orElseThrow().notes(1, NoteMove.DISPENSED)))
        .hasSize(hundreds + tens);
  }

  private List<NoteReading> read(long reference, NoteMove move) throws DeviceFault {
    return hardware.dispenser().noteReader().orElseThrow().notes(reference, move);
  }

  private void dispense(long reference, int hundreds, int tens) throws DeviceFault {
    dispense(hardware.dispenser(), reference, hundreds, tens);
  }

  private static List<NoteReading> bundleOf(long seed) throws DeviceFault {
    return bundleOf(seed, 5);
  }

  private static List<NoteReading> bundleOf(long seed, int notes) throws DeviceFault {
    VirtualHardware other = new VirtualMachine(MachineSpec.WITH_DEPOSITS, seed).open(event -> {});
    dispense(other.dispenser(), 1, notes, 0);
    return other.dispenser().noteReader().orElseThrow().notes(1, NoteMove.DISPENSED);
  }

  private static void dispense(CashDispenser dispenser, long reference, int hundreds, int tens)
      throws DeviceFault {
    List<NoteMix.Part> parts = new ArrayList<>();
    parts.add(new NoteMix.Part(UnitId.of("CASS1"), Denomination.of(100), hundreds));
    if (tens > 0) {
      parts.add(new NoteMix.Part(UnitId.of("CASS4"), Denomination.of(10), tens));
    }
    dispenser.stack(new NoteMix(parts), reference);
    dispenser.present();
  }
}
