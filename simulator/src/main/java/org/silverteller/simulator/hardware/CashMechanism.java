package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.money.NoteMix;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The dispenser as a thing: notes, belts and shutter, counters, memory, and what is wrong with
 * them. Each method is one physical step. Guarded by the machine's monitor.
 */
final class CashMechanism {

  private final CashDispenser.Capabilities can;
  private final Notes notes;
  private final UnitCounters counters;
  private final BundleMemory bundle;
  private final Belts belts;
  private final Picking picking;
  private final Faults faults;
  private final int rejectBin;
  private final int retractBin;

  CashMechanism(MachineSpec spec, Faults faults) {
    this.can = spec.dispenser();
    this.faults = faults;
    notes = new Notes(spec.units());
    counters = new UnitCounters(spec.units());
    bundle = new BundleMemory(spec.units().size());
    belts = new Belts(can.shutter(), faults);
    picking = new Picking(can, notes, counters, bundle, belts, faults);
    rejectBin = counters.index(UnitType.REJECT);
    retractBin = counters.index(UnitType.RETRACT);
  }

  Notes notes() {
    return notes;
  }

  UnitCounters counters() {
    return counters;
  }

  Picking picking() {
    return picking;
  }

  boolean shutterOpen() {
    return belts.shutterOpen();
  }

  // ---- commands

  Counted present() throws DeviceFault {
    if (!can.stacker()) {
      throw Belts.fault(Kind.UNSUPPORTED, "without a stacker notes are delivered by stack");
    }
    belts.demandUnjammed();
    if (notes.in(Place.STACKER) == 0) {
      throw Belts.fault(Kind.NO_MEDIA, "nothing is stacked");
    }
    belts.openShutter();
    Optional<Sabotage> jam = faults.strike(Fault.JAM_IN_PRESENT);
    if (jam.isPresent()) {
      bringToExit(jam.get().notes());
      notes.moveAll(Place.STACKER, Place.TRANSPORT);
      throw belts.jam(jam.get(), "between stacker and exit");
    }
    int stay = faults.strike(Fault.SHORT_PRESENT).map(Sabotage::few).orElse(0);
    return bringToExit(Math.max(0, notes.in(Place.STACKER) - stay));
  }

  private Counted bringToExit(int howMany) {
    if (howMany == 0) {
      belts.closeShutter();
      return Counted.NOTHING;
    }
    int[] moved = notes.moveUpTo(Place.STACKER, Place.EXIT, howMany);
    bundle.recount(moved);
    bundle.is(PresentStatus.State.PRESENTED);
    return new Counted(notes.mix(moved), 0);
  }

  Counted retract() throws DeviceFault {
    if (!can.retract()) {
      throw Belts.fault(Kind.UNSUPPORTED, "notes at the exit cannot be drawn back");
    }
    belts.demandUnjammed();
    belts.demandShutterMoves();
    int found = notes.in(Place.EXIT);
    if (found == 0) {
      exitFoundEmpty();
      throw Belts.fault(Kind.NO_MEDIA, "the exit is empty");
    }
    counters.demandRoom(retractBin, found);
    Optional<Sabotage> jam = faults.strike(Fault.JAM_IN_RETRACT);
    if (jam.isPresent()) {
      drawIn(jam.get().notes());
      bundle.is(PresentStatus.State.UNKNOWN);
      throw belts.jam(jam.get(), "between exit and retract bin");
    }
    int lost = faults.strike(Fault.SHORT_RETRACT).map(Sabotage::few).orElse(0);
    int[] counted = drawIn(Math.max(0, found - lost));
    bundle.is(PresentStatus.State.RETRACTED);
    return new Counted(notes.mix(counted), 0);
  }

  private int[] drawIn(int toBin) {
    int[] before = notes.byUnit(Place.EXIT);
    int[] counted = notes.moveUpTo(Place.EXIT, Place.RETRACT, toBin);
    bundle.drawnBack(counted, before);
    counters.add(retractBin, Arrays.stream(counted).sum());
    notes.moveAll(Place.EXIT, Place.TRANSPORT);
    belts.closeShutter();
    return counted;
  }

  Counted rejectAll() throws DeviceFault {
    belts.demandClearable();
    int found = inTransport();
    counters.demandRoom(rejectBin, found);
    int[] out = emptyTransport(Place.REJECT);
    counters.add(rejectBin, found);
    belts.cleared();
    return new Counted(notes.mix(out), found);
  }

  private int[] emptyTransport(Place where) {
    int[] out = notes.moveAll(Place.TRANSPORT, where);
    int[] stacked = notes.moveAll(Place.STACKER, where);
    for (int unit = 0; unit < out.length; unit++) {
      out[unit] += stacked[unit];
    }
    return out;
  }

  void reset() throws DeviceFault {
    belts.demandClearable();
    belts.cleared();
    if (notes.in(Place.EXIT) == 0) {
      belts.demandShutterMoves();
      belts.closeShutter();
    }
  }

  /** What people counted is believed; no note moves. */
  void setCounts(Map<UnitId, Integer> counts) throws DeviceFault {
    demandNothingOut();
    counters.set(counts);
  }

  /** Whether each cassette can give a note into the reject bin is about to be tried. */
  boolean beginTest() throws DeviceFault {
    belts.demandUnjammed();
    demandNothingOut();
    counters.demandRoom(rejectBin, counters.cassettes().length);
    picking.beginTest();
    return true;
  }

  private void demandNothingOut() throws DeviceFault {
    if (inTransport() > 0 || exit() == Position.NOT_EMPTY) {
      throw Belts.fault(Kind.SEQUENCE, "notes are in transport, stacker or exit");
    }
  }

  // ---- hands and power

  /** How many notes a hand can reach. */
  int inReach() {
    return belts.exitOpen() ? notes.in(Place.EXIT) : 0;
  }

  NoteMix take(int most) {
    return notes.mix(notes.moveUpTo(Place.EXIT, Place.HANDS, Math.min(most, inReach())));
  }

  /**
   * The notes have left the exit.
   *
   * @return whether the device noticed
   */
  boolean exitEmptied() {
    if (picking.delivering()
        || !can.takenSensor()
        || faults.strike(Fault.TAKEN_SENSOR_DEAD).isPresent()) {
      return false;
    }
    exitFoundEmpty();
    return true;
  }

  /**
   * A delivery without a stacker is over.
   *
   * @return whether the notes were taken while they came, and the device noticed
   */
  boolean endDelivery() {
    boolean brought = picking.endDelivery();
    if (notes.in(Place.EXIT) > 0) {
      return false;
    }
    if (!brought) {
      belts.closeShutter();
    }
    return brought && exitEmptied();
  }

  void powerLost() {
    picking.endDelivery();
    if (faults.strike(Fault.PRESENT_STATUS_LOST).isPresent()) {
      bundle.forget();
    }
  }

  /** An operator takes out what sticks and frees every mechanism. */
  NoteMix clearJam() {
    int[] out = emptyTransport(Place.CARRIED_AWAY);
    counters.unmark(UnitState.INOPERATIVE);
    freed();
    return notes.mix(out);
  }

  /** Nothing blocks belts and shutter any more; notes stay where they are. */
  void freed() {
    belts.cleared();
    if (notes.in(Place.EXIT) == 0) {
      belts.closeShutter();
    }
  }

  // ---- questions

  PresentStatus presentStatus() {
    boolean gone = !picking.delivering() && exitSensed() && notes.in(Place.EXIT) == 0;
    if (gone && bundle.state() == PresentStatus.State.PRESENTED) {
      bundle.is(PresentStatus.State.TAKEN);
    }
    return bundle.told(notes);
  }

  /** The notes of the last bundle, where it bears this reference. */
  List<NoteReading> read(NotePrints prints, long reference, NoteMove move) {
    List<NoteReading> read = new ArrayList<>();
    if (reference == bundle.reference()) {
      BundleMemory.Eye eye = (unit, number) -> read.add(notes.read(prints, unit, number));
      if (move == NoteMove.DISPENSED) {
        bundle.dispensed(eye);
      } else if (move == NoteMove.RETRACTED) {
        bundle.retracted(eye);
      }
    }
    return read;
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
    if (belts.blockedForGood() || gapes()) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    return counters.needAttention() ? DeviceStatus.NEEDS_ATTENTION : DeviceStatus.ONLINE;
  }

  /** The shutter stands open before an exit that is known to be empty. */
  private boolean gapes() {
    return belts.shutterOpen()
        && !picking.delivering()
        && exitSensed()
        && notes.in(Place.EXIT) == 0;
  }

  private void exitFoundEmpty() {
    belts.closeShutter();
    if (bundle.state() == PresentStatus.State.PRESENTED) {
      bundle.is(PresentStatus.State.TAKEN);
    }
  }

  private boolean exitSensed() {
    return can.takenSensor() && !faults.lasts(Fault.TAKEN_SENSOR_DEAD);
  }
}
