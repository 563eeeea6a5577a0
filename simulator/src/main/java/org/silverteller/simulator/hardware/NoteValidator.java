package org.silverteller.simulator.hardware;

import org.silverteller.device.DeviceFault;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitType;

/**
 * Tells what each note of a bunch is, and sends it where it belongs: to the escrow, to the bin for
 * counterfeit suspects, or back to the exit. Guarded by the machine's monitor.
 */
final class NoteValidator {

  private final AcceptorSpec spec;
  private final AcceptorUnits units;
  private final DepositPiles piles;
  private final CashInMemory memory;
  private final AcceptorTransport transport;

  NoteValidator(
      AcceptorSpec spec,
      AcceptorUnits units,
      DepositPiles piles,
      CashInMemory memory,
      AcceptorTransport transport) {
    this.spec = spec;
    this.units = units;
    this.piles = piles;
    this.memory = memory;
    this.transport = transport;
  }

  /**
   * One note goes from the tray to where it belongs.
   *
   * @return whether there was one
   */
  boolean feed() throws DeviceFault {
    if (piles.none(AcceptorPlace.INPUT)) {
      return false;
    }
    VirtualNote note =
        transport.next(
            AcceptorPlace.INPUT, AcceptorFault.JAM_IN_ACCEPT, "between input and escrow");
    if (note.quality() == VirtualNote.Quality.SUSPECT && units.room(UnitType.REJECT) > 0) {
      piles.store(AcceptorPlace.INPUT, units.index(UnitType.REJECT));
      memory.suspect(note);
    } else if (acceptable(note)) {
      accept(note);
    } else {
      piles.moveOne(AcceptorPlace.INPUT, AcceptorPlace.EXIT);
      memory.refused();
    }
    return true;
  }

  private boolean acceptable(VirtualNote note) {
    boolean room =
        spec.can().escrow()
            ? piles.count(AcceptorPlace.ESCROW) < spec.can().maxNotes()
            : units.place(note, units.room()) >= 0;
    return note.quality().isGenuine()
        && spec.known().contains(Denomination.of(note.yuan()))
        && room;
  }

  private void accept(VirtualNote note) {
    if (spec.can().escrow()) {
      piles.moveOne(AcceptorPlace.INPUT, AcceptorPlace.ESCROW);
    } else {
      piles.store(AcceptorPlace.INPUT, units.place(note, units.room()));
    }
    memory.accepted(note);
  }
}
