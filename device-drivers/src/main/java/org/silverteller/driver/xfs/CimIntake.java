package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.Optional;

/**
 * The input of an acceptor during a cash-in. CASH_IN is begun as soon as the input is to be open,
 * because most acceptors open their shutter only then; it completes when a bunch has been counted.
 * There is one under way at most. May be used from any thread.
 */
final class CimIntake {

  private final XfsService service;
  private final CimShutter shutter;
  private final boolean feelsNotes;
  private final Runnable notesInserted;
  private Optional<Requests.Pending> bunch = Optional.empty();
  private boolean open;
  private boolean inserted;

  /**
   * @param feelsNotes whether the acceptor tells of notes in its input before it counts them
   * @param notesInserted told once a bunch
   */
  CimIntake(XfsService service, CimShutter shutter, boolean feelsNotes, Runnable notesInserted) {
    this.service = service;
    this.shutter = shutter;
    this.feelsNotes = feelsNotes;
    this.notesInserted = notesInserted;
  }

  /** A cash-in has begun. */
  void open() throws XfsFault {
    synchronized (this) {
      open = true;
      inserted = false;
    }
    shutter.open();
    takeBunch();
  }

  /** The input is closed to more; a bunch that is being counted is still counted. */
  void close() {
    synchronized (this) {
      open = false;
      inserted = false;
    }
    taken().ifPresent(service::cancel);
  }

  /** WFS_SRVE_CIM_ITEMSINSERTED: notes wait in the input. */
  void itemsInserted() {
    synchronized (this) {
      if (inserted || !open) {
        return;
      }
      inserted = true;
    }
    notesInserted.run();
  }

  /** WFS_SRVE_CIM_ITEMSTAKEN: what was handed back is gone, and more can be put in. */
  void itemsTaken() throws XfsFault {
    if (!takeBunch()) {
      shutter.startClosing();
    }
  }

  /** The service was lost, and the bunch with it; an input that was open is opened again. */
  void back() throws XfsFault {
    Optional<Requests.Pending> lost = taken();
    if (lost.isPresent()) {
      service.giveUp(lost.get());
      takeBunch();
    }
  }

  /**
   * Lets the acceptor take a bunch, where a cash-in is open and none is being taken.
   *
   * @return whether a cash-in is open
   */
  synchronized boolean takeBunch() throws XfsFault {
    if (open && bunch.isEmpty() && shutter.movesByItself()) {
      Requests.Pending begun = service.begin(Cim.WFS_CMD_CIM_CASH_IN, Pointer.NULL);
      bunch = Optional.of(begun);
      service.afterwards(begun.completed(), result -> counted(begun, result));
    }
    return open;
  }

  /**
   * An acceptor that does not feel notes is known to have had some when it has counted them.
   * Whoever has taken the bunch meanwhile needs not be told.
   */
  private void counted(Requests.Pending begun, XfsResult result) {
    if (!feelsNotes && result.hResult() == Xfs.WFS_SUCCESS && isUnderWay(begun)) {
      itemsInserted();
    }
  }

  private synchronized boolean isUnderWay(Requests.Pending begun) {
    return bunch.equals(Optional.of(begun));
  }

  /**
   * Counts what is in the input.
   *
   * @return the completion of CASH_IN, which the caller closes; empty where the acceptor would have
   *     felt notes and has not
   */
  Optional<XfsResult> count() throws XfsFault {
    boolean nothing = emptyTray();
    Optional<Requests.Pending> begun = taken();
    if (nothing) {
      begun.ifPresent(service::cancel);
      return Optional.empty();
    }
    shutter.close();
    return Optional.of(
        begun.isPresent()
            ? service.finish(
                begun.get(), XfsNames.command(Cim.WFS_CMD_CIM_CASH_IN), XfsDevice.MOVING)
            : service.execute(Cim.WFS_CMD_CIM_CASH_IN, Pointer.NULL, XfsDevice.MOVING));
  }

  private synchronized boolean emptyTray() {
    boolean nothing = feelsNotes && open && !inserted;
    inserted = false;
    return nothing;
  }

  private synchronized Optional<Requests.Pending> taken() {
    Optional<Requests.Pending> begun = bunch;
    bunch = Optional.empty();
    return begun;
  }
}
