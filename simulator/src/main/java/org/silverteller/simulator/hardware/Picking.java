package org.silverteller.simulator.hardware;

import java.util.Arrays;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * How notes leave their cassettes, one by one: onto the stacker, or into the customer's reach where
 * there is none. Guarded by the machine's monitor.
 */
final class Picking {

  private final CashDispenser.Capabilities can;
  private final Notes notes;
  private final UnitCounters counters;
  private final BundleMemory bundle;
  private final Belts belts;
  private final Faults faults;

  private final int[] run;
  private int picked;
  private int limit;
  private int rejected;
  private boolean delivering;

  Picking(
      CashDispenser.Capabilities can,
      Notes notes,
      UnitCounters counters,
      BundleMemory bundle,
      Belts belts,
      Faults faults) {
    this.can = can;
    this.notes = notes;
    this.counters = counters;
    this.bundle = bundle;
    this.belts = belts;
    this.faults = faults;
    run = new int[counters.size()];
  }

  /** Whether notes are being given into the customer's reach this moment. */
  boolean delivering() {
    return delivering;
  }

  /** What the command has counted so far. */
  Counted counted() {
    return new Counted(notes.mix(run), rejected);
  }

  /**
   * Takes note of a new bundle. On a device without a stacker a bundle goes on while its reference,
   * other than 0, stays the same: what was delivered before still belongs to it.
   */
  void begin(NoteMix mix, long reference) throws DeviceFault {
    belts.demandUnjammed();
    demandRoom(mix);
    for (NoteMix.Part part : mix.parts()) {
      demandUnit(part);
    }
    Arrays.fill(run, 0);
    picked = 0;
    rejected = 0;
    limit = mix.notes() - faults.strike(Fault.SHORT_COUNT).map(Sabotage::few).orElse(0);
    boolean goesOn = !can.stacker() && reference != 0 && reference == bundle.reference();
    if (!goesOn) {
      bundle.begin(reference);
    }
    if (!can.stacker()) {
      belts.openShutter();
      delivering = true;
    }
  }

  /**
   * Picks the next note.
   *
   * @return false when the device believes that the bundle is complete
   */
  boolean pick(int unit) throws DeviceFault {
    if (picked >= limit) {
      return false;
    }
    demandPickable(unit);
    Optional<Sabotage> twice =
        faults.strike(Fault.DOUBLE_PICK, counters.spec(unit).id(), Integer.MAX_VALUE);
    if (twice.isPresent()) {
      reject(unit, 2 * twice.get().few());
      demandNote(unit);
    }
    notes.move(Place.CASSETTE, can.stacker() ? Place.STACKER : Place.EXIT, unit, 1);
    counters.add(unit, -1);
    bundle.add(unit, notes.lastLeft(unit));
    run[unit]++;
    picked++;
    if (!can.stacker()) {
      bundle.is(PresentStatus.State.PRESENTED);
    }
    return true;
  }

  /** Whether this command has brought notes out. */
  boolean endDelivery() {
    boolean brought = delivering && picked > 0;
    delivering = false;
    return brought;
  }

  /** A test of the cassettes begins; the memory of the last bundle stays. */
  void beginTest() {
    Arrays.fill(run, 0);
    picked = 0;
    rejected = 0;
  }

  /** Picks one note into the reject bin; a cassette that gives none is left out. */
  boolean test(int unit) throws DeviceFault {
    try {
      demandPickable(unit);
    } catch (DeviceFault fault) {
      if (fault.kind() == Kind.JAMMED) {
        throw fault;
      }
      return false;
    }
    run[unit] += toReject(unit, 1);
    rejected += 1;
    return true;
  }

  private void demandRoom(NoteMix mix) throws DeviceFault {
    if (mix.notes() > can.maxNotes()) {
      throw Belts.fault(
          Kind.FULL, mix.notes() + " notes; a bundle holds at most " + can.maxNotes());
    }
    if (notes.in(Place.TRANSPORT) + notes.in(Place.STACKER) > 0) {
      throw Belts.fault(Kind.SEQUENCE, "notes are in the transport or stacker: reject them first");
    }
    boolean sensed = can.takenSensor() && !faults.lasts(Fault.TAKEN_SENSOR_DEAD);
    if (can.stacker() && sensed && notes.in(Place.EXIT) > 0) {
      throw Belts.fault(Kind.SEQUENCE, "notes are at the exit: retract them first");
    }
  }

  private void demandUnit(NoteMix.Part part) throws DeviceFault {
    int unit = counters.index(part.unit());
    if (unit < 0) {
      throw Belts.fault(Kind.UNIT_MISSING, part.unit() + " is not in this machine");
    }
    UnitSpec spec = counters.spec(unit);
    if (!spec.type().dispenses()) {
      throw Belts.fault(Kind.UNSUPPORTED, spec.id() + " is a bin: it does not dispense");
    }
    if (!spec.denomination().equals(part.denomination())) {
      throw Belts.fault(
          Kind.UNIT_INOPERATIVE,
          spec.id() + " holds " + spec.denomination() + ", asked for " + part.denomination());
    }
  }

  private void demandPickable(int unit) throws DeviceFault {
    UnitSpec spec = counters.spec(unit);
    if (faults.strike(Fault.UNIT_MISSING, spec.id(), run[unit]).isPresent()) {
      counters.mark(unit, UnitState.MISSING);
    }
    if (counters.marked(unit) == UnitState.MISSING) {
      throw Belts.fault(Kind.UNIT_MISSING, spec.id() + " has no contact");
    }
    if (counters.marked(unit) == UnitState.INOPERATIVE) {
      throw Belts.fault(Kind.UNIT_INOPERATIVE, spec.id() + " waits for an operator");
    }
    Optional<Sabotage> jam = faults.strike(Fault.JAM_IN_STACK, spec.id(), picked);
    if (jam.isPresent()) {
      if (notes.at(Place.CASSETTE, unit) > 0) {
        notes.move(Place.CASSETTE, Place.TRANSPORT, unit, 1);
        counters.add(unit, -1);
      }
      counters.mark(unit, UnitState.INOPERATIVE);
      throw belts.jam(jam.get(), "behind " + spec.id());
    }
    if (faults.strike(Fault.UNIT_EMPTY, spec.id(), run[unit]).isPresent()) {
      counters.mark(unit, UnitState.EMPTY);
    }
    demandNote(unit);
  }

  private void demandNote(int unit) throws DeviceFault {
    UnitSpec spec = counters.spec(unit);
    if (counters.marked(unit) == UnitState.EMPTY || notes.at(Place.CASSETTE, unit) == 0) {
      counters.mark(unit, UnitState.EMPTY);
      throw Belts.fault(
          Kind.UNIT_EMPTY, spec.id() + " gives no note; its count says " + counters.count(unit));
    }
  }

  private void reject(int unit, int howMany) throws DeviceFault {
    int doubled = toReject(unit, howMany);
    bundle.reject(doubled);
    rejected += doubled;
  }

  private int toReject(int unit, int howMany) throws DeviceFault {
    int moved = Math.min(howMany, notes.at(Place.CASSETTE, unit));
    int bin = counters.index(UnitType.REJECT);
    counters.demandRoom(bin, moved);
    notes.move(Place.CASSETTE, Place.REJECT, unit, moved);
    counters.add(unit, -moved);
    counters.add(bin, moved);
    return moved;
  }
}
