package org.silverteller.simulator.hardware;

import java.util.Arrays;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The dispenser as a thing: notes, shutter, counters, memory, and what is wrong with them. Each
 * method is one physical step. Guarded by the machine's monitor.
 */
final class CashMechanism {

  private final CashDispenser.Capabilities can;
  private final Notes notes;
  private final UnitCounters counters;
  private final BundleMemory bundle;
  private final Faults faults;
  private final int rejectBin;
  private final int retractBin;

  private boolean shutterOpen;
  private boolean jammed;
  private boolean jamLasts;
  private boolean delivering;

  private final int[] run;
  private int runNotes;
  private int runLimit;
  private int runRejected;

  CashMechanism(MachineSpec spec, Faults faults) {
    this.can = spec.dispenser();
    this.faults = faults;
    notes = new Notes(spec.units());
    counters = new UnitCounters(spec.units());
    bundle = new BundleMemory(spec.units().size());
    run = new int[spec.units().size()];
    rejectBin = counters.index(UnitType.REJECT);
    retractBin = counters.index(UnitType.RETRACT);
  }

  Notes notes() {
    return notes;
  }

  UnitCounters counters() {
    return counters;
  }

  boolean shutterOpen() {
    return shutterOpen;
  }

  // ---- stack

  /**
   * Takes note of a new bundle. On a device without a stacker a bundle goes on while the reference
   * stays the same.
   */
  void begin(NoteMix mix, long reference) throws DeviceFault {
    demandUnjammed();
    demandRoom(mix);
    for (NoteMix.Part part : mix.parts()) {
      demandUnit(part);
    }
    Arrays.fill(run, 0);
    runNotes = 0;
    runRejected = 0;
    runLimit = mix.notes() - faults.strike(Fault.SHORT_COUNT).map(CashMechanism::few).orElse(0);
    boolean goesOn = !can.stacker() && reference != 0 && reference == bundle.reference();
    if (!goesOn) {
      bundle.begin(reference);
    }
    if (!can.stacker()) {
      openShutter();
      delivering = true;
    }
  }

  private void demandRoom(NoteMix mix) throws DeviceFault {
    if (mix.notes() > can.maxNotes()) {
      throw fault(Kind.FULL, mix.notes() + " notes; a bundle holds at most " + can.maxNotes());
    }
    if (inTransport() > 0) {
      throw fault(Kind.SEQUENCE, "notes are in the transport or stacker: reject them first");
    }
    if (can.stacker() && exitSensed() && notes.in(Place.EXIT) > 0) {
      throw fault(Kind.SEQUENCE, "notes are at the exit: retract them first");
    }
  }

  private void demandUnit(NoteMix.Part part) throws DeviceFault {
    int unit = counters.index(part.unit());
    if (unit < 0) {
      throw fault(Kind.UNIT_MISSING, part.unit() + " is not in this machine");
    }
    UnitSpec spec = counters.spec(unit);
    if (!spec.type().dispenses()) {
      throw fault(Kind.UNSUPPORTED, spec.id() + " is a bin: it does not dispense");
    }
    if (!spec.denomination().equals(part.denomination())) {
      throw fault(
          Kind.UNIT_INOPERATIVE,
          spec.id() + " holds " + spec.denomination() + ", asked for " + part.denomination());
    }
  }

  /**
   * Picks the next note.
   *
   * @return false when the device believes that the bundle is complete
   */
  boolean pick(int unit) throws DeviceFault {
    if (runNotes >= runLimit) {
      return false;
    }
    demandPickable(unit);
    Optional<Sabotage> twice = faults.strike(Fault.DOUBLE_PICK, counters.spec(unit).id(), 0);
    if (twice.isPresent()) {
      rejectPicks(unit, 2 * few(twice.get()));
      demandNote(unit);
    }
    notes.move(Place.CASSETTE, can.stacker() ? Place.STACKER : Place.EXIT, unit, 1);
    counters.add(unit, -1);
    bundle.add(unit);
    run[unit]++;
    runNotes++;
    if (!can.stacker()) {
      bundle.is(PresentStatus.State.PRESENTED);
    }
    return true;
  }

  private void demandPickable(int unit) throws DeviceFault {
    UnitSpec spec = counters.spec(unit);
    if (faults.strike(Fault.UNIT_MISSING, spec.id(), run[unit]).isPresent()) {
      counters.mark(unit, UnitState.MISSING);
    }
    if (counters.marked(unit) == UnitState.MISSING) {
      throw fault(Kind.UNIT_MISSING, spec.id() + " has no contact");
    }
    if (counters.marked(unit) == UnitState.INOPERATIVE) {
      throw fault(Kind.UNIT_INOPERATIVE, spec.id() + " waits for an operator");
    }
    Optional<Sabotage> jam = faults.strike(Fault.JAM_IN_STACK, spec.id(), runNotes);
    if (jam.isPresent()) {
      if (notes.at(Place.CASSETTE, unit) > 0) {
        notes.move(Place.CASSETTE, Place.TRANSPORT, unit, 1);
        counters.add(unit, -1);
      }
      counters.mark(unit, UnitState.INOPERATIVE);
      throw jam(jam.get(), "between " + spec.id() + " and stacker");
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
      throw fault(
          Kind.UNIT_EMPTY, spec.id() + " gives no note; its count says " + counters.count(unit));
    }
  }

  private void rejectPicks(int unit, int howMany) throws DeviceFault {
    int picked = Math.min(howMany, notes.at(Place.CASSETTE, unit));
    demandBinRoom(rejectBin, picked);
    notes.move(Place.CASSETTE, Place.REJECT, unit, picked);
    counters.add(unit, -picked);
    counters.add(rejectBin, picked);
    bundle.reject(picked);
    runRejected += picked;
  }

  Counted counted() {
    return new Counted(notes.mix(run), runRejected);
  }

  /**
   * Ends a delivery without a stacker; tells whether the notes were taken meanwhile and that was
   * noticed.
   */
  boolean endDelivery() {
    boolean wasDelivering = delivering;
    delivering = false;
    return wasDelivering && notes.in(Place.EXIT) == 0 && exitEmptied() && runNotes > 0;
  }

  // ---- present, retract, reject

  Counted present() throws DeviceFault {
    if (!can.stacker()) {
      throw fault(Kind.UNSUPPORTED, "without a stacker notes are delivered by stack");
    }
    demandUnjammed();
    if (notes.in(Place.STACKER) == 0) {
      throw fault(Kind.NO_MEDIA, "nothing is stacked");
    }
    openShutter();
    Optional<Sabotage> jam = faults.strike(Fault.JAM_IN_PRESENT);
    if (jam.isPresent()) {
      bringToExit(jam.get().notes());
      notes.moveAll(Place.STACKER, Place.TRANSPORT);
      throw jam(jam.get(), "between stacker and exit");
    }
    int stay = faults.strike(Fault.SHORT_PRESENT).map(CashMechanism::few).orElse(0);
    return bringToExit(Math.max(0, notes.in(Place.STACKER) - stay));
  }

  private Counted bringToExit(int howMany) {
    if (howMany == 0) {
      closeShutter();
      return Counted.NOTHING;
    }
    int[] moved = notes.moveUpTo(Place.STACKER, Place.EXIT, howMany);
    bundle.recount(moved);
    bundle.is(PresentStatus.State.PRESENTED);
    return new Counted(notes.mix(moved), 0);
  }

  Counted retract() throws DeviceFault {
    if (!can.retract()) {
      throw fault(Kind.UNSUPPORTED, "notes at the exit cannot be drawn back");
    }
    demandUnjammed();
    if (shutterOpen && faults.lasts(Fault.SHUTTER_STUCK)) {
      throw fault(Kind.SHUTTER, "does not move");
    }
    int found = notes.in(Place.EXIT);
    if (found == 0) {
      closeShutter();
      if (bundle.state() == PresentStatus.State.PRESENTED) {
        bundle.is(PresentStatus.State.TAKEN);
      }
      throw fault(Kind.NO_MEDIA, "the exit is empty");
    }
    demandBinRoom(retractBin, found);
    Optional<Sabotage> jam = faults.strike(Fault.JAM_IN_RETRACT);
    if (jam.isPresent()) {
      drawIn(jam.get().notes());
      bundle.is(PresentStatus.State.UNKNOWN);
      throw jam(jam.get(), "between exit and retract bin");
    }
    int lost = faults.strike(Fault.SHORT_RETRACT).map(CashMechanism::few).orElse(0);
    int[] counted = drawIn(Math.max(0, found - lost));
    bundle.recount(counted);
    bundle.is(PresentStatus.State.RETRACTED);
    return new Counted(notes.mix(counted), 0);
  }

  private int[] drawIn(int toBin) {
    int[] counted = notes.moveUpTo(Place.EXIT, Place.RETRACT, toBin);
    counters.add(retractBin, Arrays.stream(counted).sum());
    notes.moveAll(Place.EXIT, Place.TRANSPORT);
    closeShutter();
    return counted;
  }

  Counted rejectAll() throws DeviceFault {
    demandMovable();
    demandBinRoom(rejectBin, inTransport());
    int[] rejected = notes.moveAll(Place.TRANSPORT, Place.REJECT);
    int[] stacked = notes.moveAll(Place.STACKER, Place.REJECT);
    for (int unit = 0; unit < rejected.length; unit++) {
      rejected[unit] += stacked[unit];
      counters.add(rejectBin, rejected[unit]);
    }
    jammed = false;
    return new Counted(notes.mix(rejected), 0);
  }

  void reset() throws DeviceFault {
    demandMovable();
    jammed = false;
    if (notes.in(Place.EXIT) == 0 && shutterOpen) {
      closeShutter();
      if (shutterOpen) {
        throw fault(Kind.SHUTTER, "does not close");
      }
    }
  }

  // ---- hands and power

  /** Whether a hand can reach the notes in the exit. */
  int inReach() {
    return can.shutter() && !shutterOpen ? 0 : notes.in(Place.EXIT);
  }

  NoteMix take(int most) {
    return notes.mix(notes.moveUpTo(Place.EXIT, Place.HANDS, Math.min(most, inReach())));
  }

  /**
   * The exit has become empty.
   *
   * @return whether the device noticed
   */
  boolean exitEmptied() {
    if (delivering || !can.takenSensor() || faults.strike(Fault.TAKEN_SENSOR_DEAD).isPresent()) {
      return false;
    }
    if (bundle.state() == PresentStatus.State.PRESENTED) {
      bundle.is(PresentStatus.State.TAKEN);
    }
    closeShutter();
    return true;
  }

  void powerLost() {
    delivering = false;
    if (faults.strike(Fault.PRESENT_STATUS_LOST).isPresent()) {
      bundle.forget();
    }
  }

  /** An operator takes out what sticks and frees every mechanism. */
  NoteMix clearJam() {
    int[] out = notes.moveAll(Place.TRANSPORT, Place.CARRIED_AWAY);
    int[] stacked = notes.moveAll(Place.STACKER, Place.CARRIED_AWAY);
    for (int unit = 0; unit < out.length; unit++) {
      out[unit] += stacked[unit];
      if (counters.marked(unit) == UnitState.INOPERATIVE) {
        counters.mark(unit, UnitState.OK);
      }
    }
    freed();
    return notes.mix(out);
  }

  /** Nothing blocks transport and shutter any more; notes stay where they are. */
  void freed() {
    jammed = false;
    if (notes.in(Place.EXIT) == 0) {
      closeShutter();
    }
  }

  // ---- questions

  PresentStatus presentStatus() {
    boolean seenGone = !delivering && exitSensed() && notes.in(Place.EXIT) == 0;
    if (seenGone && bundle.state() == PresentStatus.State.PRESENTED) {
      bundle.is(PresentStatus.State.TAKEN);
    }
    return bundle.told(notes);
  }

  int inTransport() {
    return notes.in(Place.TRANSPORT) + notes.in(Place.STACKER);
  }

  Position exit() {
    if (!exitSensed()) {
      return Position.UNKNOWN;
    }
    return notes.in(Place.EXIT) == 0 ? Position.EMPTY : Position.NOT_EMPTY;
  }

  DeviceStatus status() {
    if (jammed && jamLasts) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    return counters.needAttention() ? DeviceStatus.NEEDS_ATTENTION : DeviceStatus.ONLINE;
  }

  private boolean exitSensed() {
    return can.takenSensor() && !faults.lasts(Fault.TAKEN_SENSOR_DEAD);
  }

  // ---- faults

  private void openShutter() throws DeviceFault {
    if (!can.shutter() || shutterOpen) {
      return;
    }
    if (faults.strike(Fault.SHUTTER_STUCK).isPresent()) {
      throw fault(Kind.SHUTTER, "does not open");
    }
    shutterOpen = true;
  }

  private void closeShutter() {
    if (shutterOpen && faults.strike(Fault.SHUTTER_STUCK).isEmpty()) {
      shutterOpen = false;
    }
  }

  private void demandUnjammed() throws DeviceFault {
    if (jammed) {
      throw fault(Kind.JAMMED, "the transport is blocked");
    }
  }

  /** A jam that does not last gives way to reset and reject. */
  private void demandMovable() throws DeviceFault {
    if (jammed && jamLasts) {
      throw fault(Kind.JAMMED, "the transport is blocked until an operator has cleared it");
    }
  }

  private void demandBinRoom(int bin, int howMany) throws DeviceFault {
    if (!counters.fits(bin, howMany)) {
      throw fault(Kind.FULL, counters.spec(bin).id() + " has no room for " + howMany + " notes");
    }
  }

  private DeviceFault jam(Sabotage sabotage, String where) {
    jammed = true;
    jamLasts = sabotage.lasting();
    return fault(Kind.JAMMED, where);
  }

  private static int few(Sabotage sabotage) {
    return Math.max(1, sabotage.notes());
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CASH_DISPENSER, kind, detail);
  }
}
