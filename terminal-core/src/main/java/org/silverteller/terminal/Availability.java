package org.silverteller.terminal;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.page.Page.Closed.Reason;
import org.silverteller.session.AcceptorCare;
import org.silverteller.store.Store;

/** Whether the terminal can serve a customer now, and if not, why. */
final class Availability {

  private final Hardware hardware;
  private final Store store;
  private final HostDuty host;
  private final AcceptorCare acceptor;

  Availability(Hardware hardware, Store store, HostDuty host, AcceptorCare acceptor) {
    this.acceptor = acceptor;
    this.hardware = hardware;
    this.store = store;
    this.host = host;
  }

  /**
   * Empty when a customer can be served. Without a note to pay, deposits and what needs no cash are
   * still served where deposits are taken: what they bring in, a recycler pays again.
   */
  Optional<Reason> closedBecause() {
    if (!store.suspense().isEmpty()) {
      return Optional.of(Reason.SUSPENSE);
    }
    if (!acceptor.inOrder() || !devicesWork()) {
      return Optional.of(Reason.DEVICE_FAULT);
    }
    if (notes().isEmpty() && acceptor.usable().isEmpty()) {
      return Optional.of(Reason.NO_CASH);
    }
    return host.clear() ? Optional.empty() : Optional.of(Reason.BANK_UNREACHABLE);
  }

  /** The state of a terminal that is not closed, for staff. */
  String openState() {
    return notes().isEmpty() ? "in service without notes" : "in service";
  }

  /** The denominations that can be paid now. */
  SortedSet<Denomination> notes() {
    var notes = new TreeSet<Denomination>(java.util.Comparator.reverseOrder());
    try {
      hardware.dispenser().cashUnits().stream()
          .filter(unit -> unit.available() > 0)
          .map(CashUnit::denomination)
          .forEach(notes::add);
    } catch (DeviceFault fault) {
      notes.clear();
    }
    return notes;
  }

  /** Idle means that the transport is empty, and nothing lies at the exit or in the card slot. */
  private boolean devicesWork() {
    CashDispenser dispenser = hardware.dispenser();
    CardReader reader = hardware.cardReader();
    return dispenser.status().works()
        && reader.status().works()
        && reader.media() == CardReader.Media.NOT_PRESENT
        && hardware.pinPad().status().works()
        && dispenser.transport() == Position.EMPTY
        && dispenser.exit() != Position.NOT_EMPTY;
  }
}
