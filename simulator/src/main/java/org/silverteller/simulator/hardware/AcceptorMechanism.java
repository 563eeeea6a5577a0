package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;

/**
 * The cash acceptor as a thing: where each note is, shutter and belts, units and memory. Each
 * method is one physical step. Guarded by the machine's monitor.
 */
final class AcceptorMechanism {

  private final CashAcceptor.Capabilities can;
  private final ExtraFaults faults;
  private final AcceptorUnits units;
  private final CashInMemory memory = new CashInMemory();
  private final DepositPiles piles;
  private final AcceptorShutter shutter;
  private final Jam jam = new Jam(DeviceName.CASH_ACCEPTOR);
  private final AcceptorTransport transport;
  private final NoteValidator validator;
  private final DepositRetract retract;
  private boolean inputOpen;

  /**
   * @param cash whose recycling units of the same names this acceptor fills
   */
  AcceptorMechanism(AcceptorSpec spec, CashMechanism cash, ExtraFaults faults) {
    this.can = spec.can();
    this.faults = faults;
    this.units = new AcceptorUnits(spec, cash);
    this.piles = new DepositPiles(units);
    this.shutter = new AcceptorShutter(can.shutter(), faults);
    this.transport = new AcceptorTransport(piles, faults, jam);
    this.validator = new NoteValidator(spec, units, piles, memory, transport);
    this.retract = new DepositRetract(units, piles, memory, faults, jam);
  }

  AcceptorUnits units() {
    return units;
  }

  /** Every note that ever was in it. */
  List<VirtualNote> entered() {
    return piles.entered();
  }

  List<VirtualNote> in(AcceptorPlace place) {
    return piles.in(place);
  }

  boolean shutterOpen() {
    return shutter.isOpen();
  }

  /** Whether notes may be put in now. */
  boolean inputOpen() {
    return inputOpen && shutter.inReach();
  }

  // ---- hands

  /** The tray takes notes only while a cash-in waits for them. */
  boolean insert(List<VirtualNote> notes) {
    if (!inputOpen() || notes.isEmpty()) {
      return false;
    }
    piles.enter(notes);
    return true;
  }

  /** Takes what lies in reach: handed back, or not yet drawn in. */
  List<VirtualNote> take() {
    if (!shutter.inReach()) {
      return List.of();
    }
    List<VirtualNote> taken = new ArrayList<>(in(AcceptorPlace.EXIT));
    taken.addAll(in(AcceptorPlace.INPUT));
    piles.moveAll(AcceptorPlace.EXIT, AcceptorPlace.HANDS);
    piles.moveAll(AcceptorPlace.INPUT, AcceptorPlace.HANDS);
    return taken;
  }

  /** Nothing lies in the exit any more; without a cash-in the shutter closes. */
  void exitEmptied() {
    if (!memory.active()) {
      shutter.close();
    }
  }

  void powerLost() {
    inputOpen = false;
    if (faults.strike(AcceptorFault.MEMORY_LOST).isPresent()) {
      memory.forget();
    }
  }

  // ---- commands

  void start(long reference) throws DeviceFault {
    jam.demandNone();
    if (memory.active() || !piles.none(AcceptorPlace.ESCROW)) {
      throw fault(Kind.SEQUENCE, "a cash-in is under way");
    }
    demandExitEmpty();
    shutter.open();
    memory.begin(reference);
    inputOpen = true;
  }

  /** The shutter closes behind the bunch. */
  void drawIn() throws DeviceFault {
    demandActive();
    jam.demandNone();
    demandExitEmpty();
    inputOpen = false;
    shutter.close();
    transport.begin();
  }

  /**
   * One note goes from the tray to where it belongs.
   *
   * @return whether there was one
   */
  boolean feed() throws DeviceFault {
    return validator.feed();
  }

  /** The bunch is counted, or stuck: what was refused can be taken, more can be put in. */
  void endBunch() {
    if (memory.active() && !jam.blocks()) {
      inputOpen = true;
      shutter.reopen();
    }
  }

  /** Nothing moves yet; every note in escrow has its place. */
  void beginStoring() throws DeviceFault {
    demandActive();
    jam.demandNone();
    int[] room = units.room();
    for (VirtualNote note : piles.in(AcceptorPlace.ESCROW)) {
      int unit = units.place(note, room);
      if (unit < 0 || faults.strike(AcceptorFault.UNITS_FULL).isPresent()) {
        throw fault(Kind.FULL, "no unit has room for all of the escrow");
      }
      room[unit]--;
    }
    inputOpen = false;
    if (piles.none(AcceptorPlace.EXIT)) {
      shutter.close();
    }
    transport.begin();
    memory.storing();
  }

  /**
   * One note goes from escrow to its unit.
   *
   * @return the note; empty when all are stored, which ends the cash-in
   */
  Optional<VirtualNote> store() throws DeviceFault {
    if (piles.none(AcceptorPlace.ESCROW)) {
      memory.is(State.STORED);
      return Optional.empty();
    }
    VirtualNote note =
        transport.next(
            AcceptorPlace.ESCROW, AcceptorFault.JAM_IN_STORE, "between escrow and units");
    piles.store(AcceptorPlace.ESCROW, units.place(note, units.room()));
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
    jam.demandClearable();
    Counted returned = new Counted(DepositRetract.counted(in(AcceptorPlace.ESCROW)), 0);
    inputOpen = false;
    if (!escrowEmpty() || !piles.none(AcceptorPlace.TRANSPORT)) {
      shutter.open();
      Optional<ExtraFaults.Armed> stuck = faults.strike(AcceptorFault.JAM_IN_ROLLBACK);
      if (stuck.isPresent()) {
        for (int note = 0; note < stuck.get().after() && !escrowEmpty(); note++) {
          piles.moveOne(AcceptorPlace.ESCROW, AcceptorPlace.EXIT);
        }
        piles.moveAll(AcceptorPlace.ESCROW, AcceptorPlace.TRANSPORT);
        memory.is(State.UNKNOWN);
        throw jam.at("between escrow and exit", stuck.get().lasting());
      }
    }
    jam.cleared();
    piles.moveAll(AcceptorPlace.ESCROW, AcceptorPlace.EXIT);
    piles.moveAll(AcceptorPlace.TRANSPORT, AcceptorPlace.EXIT);
    memory.is(State.RETURNED);
    if (nothingInReach()) {
      shutter.close();
    } else {
      shutter.open();
    }
    return returned;
  }

  private boolean nothingInReach() {
    return piles.none(AcceptorPlace.EXIT) && piles.none(AcceptorPlace.INPUT);
  }

  private boolean escrowEmpty() {
    return piles.none(AcceptorPlace.ESCROW);
  }

  Counted retract() throws DeviceFault {
    if (!can.retract()) {
      throw fault(Kind.UNSUPPORTED, "there is no retract unit");
    }
    jam.demandClearable();
    retract.demandPossible();
    inputOpen = false;
    shutter.close();
    return retract.drawIn();
  }

  /** What lies inside goes to the retract unit, where there is one with room. */
  void reset() throws DeviceFault {
    jam.demandClearable();
    jam.cleared();
    inputOpen = false;
    retract.clearInside();
    if (nothingInReach()) {
      shutter.close();
    }
  }

  // ---- questions

  /** The notes of the last cash-in that are kept, where it bears this reference. */
  List<NoteReading> read(NotePrints prints, long reference, NoteMove move) {
    List<NoteReading> read = new ArrayList<>();
    if (reference == memory.reference() && move == NoteMove.STORED) {
      for (VirtualNote note : memory.read()) {
        units
            .holding(note)
            .ifPresent(unit -> read.add(prints.read(unit, note, piles.number(note))));
      }
    }
    return read;
  }

  Escrow escrow() {
    return memory.told();
  }

  DeviceStatus status() {
    if (jam.blocksForGood()) {
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
    piles.moveAll(AcceptorPlace.TRANSPORT, AcceptorPlace.CARRIED_AWAY);
    jam.cleared();
    return out;
  }

  void freed() {
    jam.cleared();
  }

  List<VirtualNote> empty() {
    return piles.emptyUnits();
  }

  private void demandActive() throws DeviceFault {
    if (!memory.active()) {
      throw fault(Kind.SEQUENCE, "no cash-in is under way");
    }
  }

  private void demandExitEmpty() throws DeviceFault {
    if (!piles.none(AcceptorPlace.EXIT)) {
      throw fault(Kind.SEQUENCE, "notes that were handed back are not taken");
    }
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CASH_ACCEPTOR, kind, detail);
  }
}
