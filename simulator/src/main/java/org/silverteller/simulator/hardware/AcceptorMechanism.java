package org.silverteller.simulator.hardware;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitType;

/**
 * The cash acceptor as a thing: where each note is, shutter and belts, units and memory. Each
 * method is one physical step. Guarded by the machine's monitor.
 */
final class AcceptorMechanism {

  private final AcceptorSpec spec;
  private final CashAcceptor.Capabilities can;
  private final ExtraFaults faults;
  private final AcceptorUnits units;
  private final CashInMemory memory = new CashInMemory();
  private final Map<AcceptorPlace, Deque<VirtualNote>> piles = new EnumMap<>(AcceptorPlace.class);
  private final List<VirtualNote> entered = new ArrayList<>();
  private boolean shutterOpen;
  private boolean inputOpen;
  private boolean jammed;
  private boolean jamLasts;
  private int passed;

  AcceptorMechanism(AcceptorSpec spec, ExtraFaults faults) {
    this.spec = spec;
    this.can = spec.can();
    this.faults = faults;
    this.units = new AcceptorUnits(spec);
    entered.addAll(units.all());
    for (AcceptorPlace place : AcceptorPlace.values()) {
      piles.put(place, new ArrayDeque<>());
    }
  }

  AcceptorUnits units() {
    return units;
  }

  /** Every note that ever was in it. */
  List<VirtualNote> entered() {
    return entered;
  }

  List<VirtualNote> in(AcceptorPlace place) {
    return place == AcceptorPlace.UNITS ? units.all() : List.copyOf(piles.get(place));
  }

  boolean shutterOpen() {
    return shutterOpen;
  }

  /** Whether notes may be put in now. */
  boolean inputOpen() {
    return inputOpen && inReach();
  }

  // ---- hands

  /** The tray takes notes only while a cash-in waits for them. */
  boolean insert(List<VirtualNote> notes) {
    if (!inputOpen() || notes.isEmpty()) {
      return false;
    }
    entered.addAll(notes);
    piles.get(AcceptorPlace.INPUT).addAll(notes);
    demandConservation();
    return true;
  }

  /** Takes what lies in reach: handed back, or not yet drawn in. */
  List<VirtualNote> take() {
    if (!inReach()) {
      return List.of();
    }
    List<VirtualNote> taken = new ArrayList<>(in(AcceptorPlace.EXIT));
    taken.addAll(in(AcceptorPlace.INPUT));
    moveAll(AcceptorPlace.EXIT, AcceptorPlace.HANDS);
    moveAll(AcceptorPlace.INPUT, AcceptorPlace.HANDS);
    return taken;
  }

  /** Nothing lies in the exit any more; without a cash-in the shutter closes. */
  void exitEmptied() {
    if (!memory.active()) {
      shutterOpen = false;
    }
  }

  private boolean inReach() {
    return shutterOpen || !can.shutter();
  }

  void powerLost() {
    inputOpen = false;
    if (faults.strike(AcceptorFault.MEMORY_LOST).isPresent()) {
      memory.forget();
    }
  }

  // ---- commands

  void start(long reference) throws DeviceFault {
    demandUnjammed();
    if (memory.active() || !piles.get(AcceptorPlace.ESCROW).isEmpty()) {
      throw fault(Kind.SEQUENCE, "a cash-in is under way");
    }
    demandExitEmpty();
    openShutter();
    memory.begin(reference);
    inputOpen = true;
  }

  /** The shutter closes behind the bunch. */
  void drawIn() throws DeviceFault {
    demandActive();
    demandUnjammed();
    demandExitEmpty();
    inputOpen = false;
    shutterOpen = false;
    passed = 0;
  }

  /**
   * One note goes from the tray to where it belongs.
   *
   * @return whether there was one
   */
  boolean feed() throws DeviceFault {
    if (piles.get(AcceptorPlace.INPUT).isEmpty()) {
      return false;
    }
    jamIf(AcceptorFault.JAM_IN_ACCEPT, AcceptorPlace.INPUT, "between input and escrow");
    VirtualNote note = piles.get(AcceptorPlace.INPUT).peek();
    passed++;
    if (note.quality() == VirtualNote.Quality.SUSPECT && units.room(UnitType.REJECT) > 0) {
      moveOne(AcceptorPlace.INPUT, units.index(UnitType.REJECT));
      memory.suspect();
    } else if (acceptable(note)) {
      accept(note);
    } else {
      moveOne(AcceptorPlace.INPUT, AcceptorPlace.EXIT);
      memory.refused();
    }
    return true;
  }

  private boolean acceptable(VirtualNote note) {
    boolean room =
        can.escrow()
            ? piles.get(AcceptorPlace.ESCROW).size() < can.maxNotes()
            : units.place(note, units.room()) >= 0;
    return note.quality().isGenuine()
        && spec.known().contains(Denomination.of(note.yuan()))
        && room;
  }

  private void accept(VirtualNote note) {
    if (can.escrow()) {
      moveOne(AcceptorPlace.INPUT, AcceptorPlace.ESCROW);
    } else {
      moveOne(AcceptorPlace.INPUT, units.place(note, units.room()));
    }
    memory.accepted(note);
  }

  /** The bunch is counted, or stuck: what was refused can be taken, more can be put in. */
  void endBunch() {
    if (memory.active() && !jammed) {
      inputOpen = true;
      shutterOpen = can.shutter();
    }
  }

  /** Nothing moves yet; every note in escrow has its place. */
  void beginStoring() throws DeviceFault {
    demandActive();
    demandUnjammed();
    int[] room = units.room();
    for (VirtualNote note : piles.get(AcceptorPlace.ESCROW)) {
      int unit = units.place(note, room);
      if (unit < 0 || faults.strike(AcceptorFault.UNITS_FULL).isPresent()) {
        throw fault(Kind.FULL, "no unit has room for all of the escrow");
      }
      room[unit]--;
    }
    inputOpen = false;
    shutterOpen = inReach() && !piles.get(AcceptorPlace.EXIT).isEmpty() && can.shutter();
    passed = 0;
    memory.storing();
  }

  /**
   * One note goes from escrow to its unit.
   *
   * @return the note; empty when all are stored, which ends the cash-in
   */
  Optional<VirtualNote> store() throws DeviceFault {
    if (piles.get(AcceptorPlace.ESCROW).isEmpty()) {
      memory.is(State.STORED);
      return Optional.empty();
    }
    jamIf(AcceptorFault.JAM_IN_STORE, AcceptorPlace.ESCROW, "between escrow and units");
    VirtualNote note = piles.get(AcceptorPlace.ESCROW).peek();
    moveOne(AcceptorPlace.ESCROW, units.place(note, units.room()));
    passed++;
    return Optional.of(note);
  }

  Counted rollback() throws DeviceFault {
    if (!can.escrow()) {
      throw fault(Kind.UNSUPPORTED, "without an escrow notes are stored at once");
    }
    demandActive();
    if (memory.isStoring()) {
      throw fault(Kind.SEQUENCE, "a part is stored already");
    }
    demandClearable();
    Counted returned = new Counted(counted(in(AcceptorPlace.ESCROW)), 0);
    inputOpen = false;
    if (!escrowEmpty() || !piles.get(AcceptorPlace.TRANSPORT).isEmpty()) {
      openShutter();
      Optional<ExtraFaults.Armed> jam = faults.strike(AcceptorFault.JAM_IN_ROLLBACK);
      if (jam.isPresent()) {
        for (int note = 0; note < jam.get().after() && !escrowEmpty(); note++) {
          moveOne(AcceptorPlace.ESCROW, AcceptorPlace.EXIT);
        }
        moveAll(AcceptorPlace.ESCROW, AcceptorPlace.TRANSPORT);
        memory.is(State.UNKNOWN);
        throw jam(jam.get(), "between escrow and exit");
      }
    }
    jammed = false;
    moveAll(AcceptorPlace.ESCROW, AcceptorPlace.EXIT);
    moveAll(AcceptorPlace.TRANSPORT, AcceptorPlace.EXIT);
    memory.is(State.RETURNED);
    if (piles.get(AcceptorPlace.EXIT).isEmpty() && piles.get(AcceptorPlace.INPUT).isEmpty()) {
      shutterOpen = false;
    } else {
      openShutter();
    }
    return returned;
  }

  private boolean escrowEmpty() {
    return piles.get(AcceptorPlace.ESCROW).isEmpty();
  }

  Counted retract() throws DeviceFault {
    if (!can.retract()) {
      throw fault(Kind.UNSUPPORTED, "there is no retract unit");
    }
    demandClearable();
    List<VirtualNote> found = new ArrayList<>();
    List<AcceptorPlace> from =
        List.of(
            AcceptorPlace.EXIT, AcceptorPlace.INPUT, AcceptorPlace.ESCROW, AcceptorPlace.TRANSPORT);
    from.forEach(place -> found.addAll(in(place)));
    if (found.isEmpty()) {
      throw fault(Kind.NO_MEDIA, "nothing is to be drawn in");
    }
    if (found.size() > units.room(UnitType.RETRACT)) {
      throw fault(Kind.FULL, "the retract unit has no room for " + found.size() + " notes");
    }
    inputOpen = false;
    shutterOpen = false;
    Optional<ExtraFaults.Armed> jam = faults.strike(AcceptorFault.JAM_IN_RETRACT);
    int most = jam.map(ExtraFaults.Armed::after).orElse(found.size());
    int bin = units.index(UnitType.RETRACT);
    List<VirtualNote> drawn = new ArrayList<>();
    for (AcceptorPlace place : from) {
      while (!piles.get(place).isEmpty() && drawn.size() < most) {
        drawn.add(piles.get(place).peek());
        moveOne(place, bin);
      }
    }
    if (jam.isPresent()) {
      from.subList(0, from.size() - 1).forEach(place -> moveAll(place, AcceptorPlace.TRANSPORT));
      memory.drawnIn(State.UNKNOWN);
      throw jam(jam.get(), "on the way to the retract unit");
    }
    jammed = false;
    memory.drawnIn(State.RETRACTED);
    List<VirtualNote> known = drawn.stream().filter(note -> note.quality().isGenuine()).toList();
    return new Counted(counted(known), drawn.size() - known.size());
  }

  /** What lies inside goes to the retract unit, where there is one with room. */
  void reset() throws DeviceFault {
    demandClearable();
    jammed = false;
    inputOpen = false;
    int inside = piles.get(AcceptorPlace.ESCROW).size() + piles.get(AcceptorPlace.TRANSPORT).size();
    if (inside > 0 && inside <= units.room(UnitType.RETRACT)) {
      int bin = units.index(UnitType.RETRACT);
      for (AcceptorPlace place : List.of(AcceptorPlace.ESCROW, AcceptorPlace.TRANSPORT)) {
        while (!piles.get(place).isEmpty()) {
          moveOne(place, bin);
        }
      }
    }
    if (memory.active() && escrowEmpty()) {
      memory.drawnIn(State.RETRACTED);
    }
    if (piles.get(AcceptorPlace.EXIT).isEmpty() && piles.get(AcceptorPlace.INPUT).isEmpty()) {
      shutterOpen = false;
    }
  }

  // ---- questions

  Escrow escrow() {
    return memory.told();
  }

  DeviceStatus status() {
    if (jammed && jamLasts) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    return units.anyFull() || faults.lasts(AcceptorFault.UNITS_FULL)
        ? DeviceStatus.NEEDS_ATTENTION
        : DeviceStatus.ONLINE;
  }

  // ---- operators

  /** Takes out what sticks. */
  List<VirtualNote> clearJam() {
    List<VirtualNote> out = in(AcceptorPlace.TRANSPORT);
    moveAll(AcceptorPlace.TRANSPORT, AcceptorPlace.CARRIED_AWAY);
    jammed = false;
    return out;
  }

  void freed() {
    jammed = false;
  }

  List<VirtualNote> empty() {
    List<VirtualNote> out = units.empty();
    piles.get(AcceptorPlace.CARRIED_AWAY).addAll(out);
    demandConservation();
    return out;
  }

  // ---- moving

  private void moveOne(AcceptorPlace from, AcceptorPlace to) {
    piles.get(to).add(piles.get(from).remove());
    demandConservation();
  }

  private void moveOne(AcceptorPlace from, int unit) {
    units.add(unit, piles.get(from).remove());
    demandConservation();
  }

  private void moveAll(AcceptorPlace from, AcceptorPlace to) {
    piles.get(to).addAll(piles.get(from));
    piles.get(from).clear();
    demandConservation();
  }

  private void jamIf(AcceptorFault fault, AcceptorPlace from, String where) throws DeviceFault {
    Optional<ExtraFaults.Armed> jam = faults.strike(fault, passed);
    if (jam.isPresent()) {
      moveOne(from, AcceptorPlace.TRANSPORT);
      throw jam(jam.get(), where);
    }
  }

  private DeviceFault jam(ExtraFaults.Armed jam, String where) {
    jammed = true;
    jamLasts = jam.lasting();
    return fault(Kind.JAMMED, where);
  }

  private void openShutter() throws DeviceFault {
    if (can.shutter() && !shutterOpen) {
      if (faults.strike(AcceptorFault.SHUTTER_STUCK).isPresent()) {
        throw fault(Kind.SHUTTER, "does not open");
      }
      shutterOpen = true;
    }
  }

  private void demandActive() throws DeviceFault {
    if (!memory.active()) {
      throw fault(Kind.SEQUENCE, "no cash-in is under way");
    }
  }

  private void demandExitEmpty() throws DeviceFault {
    if (!piles.get(AcceptorPlace.EXIT).isEmpty()) {
      throw fault(Kind.SEQUENCE, "notes that were handed back are not taken");
    }
  }

  private void demandUnjammed() throws DeviceFault {
    if (jammed) {
      throw fault(Kind.JAMMED, "the transport is blocked");
    }
  }

  private void demandClearable() throws DeviceFault {
    if (jammed && jamLasts) {
      throw fault(Kind.JAMMED, "the transport is blocked until an operator has cleared it");
    }
  }

  private static org.silverteller.money.NoteMix counted(List<VirtualNote> notes) {
    Map<Denomination, Integer> byValue = new TreeMap<>();
    notes.forEach(note -> byValue.merge(Denomination.of(note.yuan()), 1, Integer::sum));
    return Escrow.mix(byValue);
  }

  private void demandConservation() {
    int found = units.inside();
    for (Deque<VirtualNote> pile : piles.values()) {
      found += pile.size();
    }
    if (found != entered.size()) {
      throw new IllegalStateException(
          entered.size() + " notes came into the acceptor, " + found + " are found");
    }
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CASH_ACCEPTOR, kind, detail);
  }
}
