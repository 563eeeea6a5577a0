package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;

/**
 * Whoever opens the machine to fill and repair it. What the device counts follows what is done by
 * hand. May be used from any thread.
 */
public final class Operator {

  /**
   * What was taken out of the bins.
   *
   * @param rejected by the cassette the notes came from
   * @param retracted likewise
   * @param cards in the order they were retained
   */
  public record Emptied(NoteMix rejected, NoteMix retracted, List<VirtualCard> cards) {}

  /**
   * What was found stuck.
   *
   * @param notes in transport and stacker, by the cassette they came from
   * @param card jammed in the reader
   */
  public record Cleared(NoteMix notes, Optional<VirtualCard> card) {}

  private static final List<Fault> CLEARED_BY_HAND =
      List.of(
          Fault.CARD_JAM,
          Fault.RETAIN_FAILS,
          Fault.JAM_IN_STACK,
          Fault.JAM_IN_PRESENT,
          Fault.JAM_IN_RETRACT,
          Fault.SHUTTER_STUCK,
          Fault.PAPER_JAM);

  private final VirtualMachine machine;

  Operator(VirtualMachine machine) {
    this.machine = machine;
  }

  /**
   * Adds notes to a cassette. One that was found empty is believed again.
   *
   * @throws IllegalArgumentException when there is no such cassette, it is a bin, or has no room
   */
  public void loadUnit(UnitId id, int notes) {
    synchronized (machine) {
      UnitCounters counters = machine.cash.counters();
      int unit = cassette(id);
      int room = counters.room(unit);
      if (notes < 0 || notes > room) {
        throw new IllegalArgumentException(id + ": " + notes + " notes; expected 0 to " + room);
      }
      machine.cash.notes().load(unit, notes);
      counters.add(unit, notes);
      machine.faults.clear(Fault.UNIT_EMPTY, id);
      if (counters.marked(unit) == UnitState.EMPTY) {
        counters.mark(unit, UnitState.OK);
      }
    }
    changed("loads " + id + " " + notes, DeviceName.CASH_DISPENSER);
  }

  /**
   * Adds notes, or takes some out, behind the back of a dispenser that cannot count what lies in
   * its cassettes: it goes on believing its own count until it is told another.
   *
   * @param notes negative for notes taken out
   * @throws IllegalArgumentException when there is no such cassette, or not so many notes in it
   */
  public void stuffUnit(UnitId id, int notes) {
    synchronized (machine) {
      int unit = cassette(id);
      Notes truth = machine.cash.notes();
      if (notes < 0) {
        int there = truth.at(Place.CASSETTE, unit);
        if (-notes > there) {
          throw new IllegalArgumentException(id + ": " + there + " notes are there");
        }
        truth.move(Place.CASSETTE, Place.CARRIED_AWAY, unit, -notes);
      } else {
        truth.load(unit, notes);
      }
      machine.faults.clear(Fault.UNIT_EMPTY, id);
    }
    changed("stuffs " + id + " " + notes, DeviceName.CASH_DISPENSER);
  }

  /** Pulls a cassette with its notes. */
  public void removeUnit(UnitId id) {
    synchronized (machine) {
      machine.cash.counters().mark(cassette(id), UnitState.MISSING);
    }
    changed("removes " + id, DeviceName.CASH_DISPENSER);
  }

  /** Puts the cassette back; whatever the device held against it is forgotten. */
  public void insertUnit(UnitId id) {
    synchronized (machine) {
      machine.cash.counters().mark(cassette(id), UnitState.OK);
      machine.faults.clear(Fault.UNIT_MISSING, id);
    }
    changed("inserts " + id, DeviceName.CASH_DISPENSER);
  }

  /**
   * Takes out notes, card and paper that stick, and frees every mechanism. The exit is not touched.
   */
  public Cleared clearJam() {
    Cleared cleared;
    synchronized (machine) {
      CLEARED_BY_HAND.forEach(machine.faults::clear);
      machine.paper.freed();
      cleared = new Cleared(machine.cash.clearJam(), machine.cards.clearJam());
    }
    changed("clears jam " + cleared.notes(), DeviceName.CASH_DISPENSER);
    post(DeviceName.CARD_READER);
    post(DeviceName.RECEIPT_PRINTER);
    return cleared;
  }

  /** Takes out what sticks in the acceptor, and frees it. Its exit is not touched. */
  public List<VirtualNote> clearAcceptor() {
    List<VirtualNote> notes;
    synchronized (machine) {
      for (AcceptorFault fault : AcceptorFault.values()) {
        if (fault != AcceptorFault.OFFLINE && fault != AcceptorFault.MEMORY_LOST) {
          machine.extraFaults.clear(fault);
        }
      }
      notes = machine.deposits.map(AcceptorMechanism::clearJam).orElse(List.of());
    }
    changed("clears acceptor " + VirtualNote.told(notes), DeviceName.CASH_ACCEPTOR);
    return notes;
  }

  /** Takes a book out that sticks in the passbook unit, and frees it. */
  public Optional<VirtualBook> clearPassbookUnit() {
    Optional<VirtualBook> book;
    synchronized (machine) {
      machine.extraFaults.clear(BookFault.BOOK_JAM);
      machine.extraFaults.clear(BookFault.PRINT_JAM);
      machine.extraFaults.clear(BookFault.PAGE_TURN_FAILS);
      book = machine.books.flatMap(BookPath::clearJam);
    }
    changed("clears passbook unit", DeviceName.PASSBOOK_UNIT);
    return book;
  }

  /** Takes the retained books out of their bin. */
  public List<VirtualBook> emptyBooks() {
    List<VirtualBook> books;
    synchronized (machine) {
      machine.extraFaults.clear(BookFault.RETAIN_BIN_FULL);
      books = machine.books.map(BookPath::emptyBin).orElse(List.of());
    }
    changed("empties book bin", DeviceName.PASSBOOK_UNIT);
    return books;
  }

  /** Empties the acceptor's units, except those that recycle. */
  public List<VirtualNote> emptyAcceptor() {
    List<VirtualNote> notes;
    synchronized (machine) {
      notes = machine.deposits.map(AcceptorMechanism::empty).orElse(List.of());
    }
    changed("empties acceptor " + VirtualNote.told(notes), DeviceName.CASH_ACCEPTOR);
    return notes;
  }

  /** A new roll. */
  public void addPaper() {
    synchronized (machine) {
      machine.paper.addPaper();
      machine.faults.clear(Fault.PAPER_OUT);
      machine.faults.clear(Fault.PAPER_LOW);
    }
    changed("adds paper", DeviceName.RECEIPT_PRINTER);
  }

  /** Empties reject bin, retract bin and the bin of retained cards. */
  public Emptied emptyBins() {
    Emptied emptied;
    synchronized (machine) {
      Notes notes = machine.cash.notes();
      emptied =
          new Emptied(
              notes.mix(notes.moveAll(Place.REJECT, Place.CARRIED_AWAY)),
              notes.mix(notes.moveAll(Place.RETRACT, Place.CARRIED_AWAY)),
              machine.cards.emptyBin());
      machine.cash.counters().zeroBins();
      machine.faults.clear(Fault.RETAIN_BIN_FULL);
    }
    changed("empties bins", DeviceName.CASH_DISPENSER);
    post(DeviceName.CARD_READER);
    return emptied;
  }

  /**
   * Brings the dispenser to rest, as with its own service switch.
   *
   * @throws DeviceFault when it does not come to rest
   */
  public void resetDispenser() throws DeviceFault {
    synchronized (machine) {
      machine.cash.reset();
    }
    changed("resets dispenser", DeviceName.CASH_DISPENSER);
  }

  private int cassette(UnitId id) {
    UnitCounters counters = machine.cash.counters();
    int unit = counters.index(id);
    if (unit < 0 || !counters.spec(unit).type().dispenses()) {
      throw new IllegalArgumentException(id + ": expected the name of a cassette of this machine");
    }
    return unit;
  }

  private void changed(String what, DeviceName device) {
    if (machine.watched()) {
      machine.tell("operator " + what.strip());
    }
    post(device);
  }

  private void post(DeviceName device) {
    machine.post(new TerminalEvent.DeviceChanged(device));
  }
}
