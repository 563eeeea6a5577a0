package org.silverteller.device;

import java.util.List;
import org.silverteller.money.CashUnit;

/** A cash acceptor with escrow (CEN/XFS CIM). Posts NotesInserted when notes wait in the input. */
public interface CashAcceptor extends Device {

  /** What this device can do. */
  record Capabilities(
      boolean escrow, boolean recycles, boolean retract, boolean shutter, int maxNotes) {}

  /**
   * Notes of one cash-in.
   *
   * @param accepted genuine notes in escrow, by denomination; unit is the escrow's
   * @param refused notes handed back
   * @param suspects notes kept as counterfeit suspects
   */
  record Escrow(Counted accepted, int refused, int suspects) {}

  Capabilities capabilities();

  List<CashUnit> cashUnits() throws DeviceFault;

  void startCashIn(long reference) throws DeviceFault;

  /** Counts the notes in the input into escrow. */
  Escrow acceptNotes() throws DeviceFault;

  /** Stores what is in escrow; money is the bank's when this returns. */
  Counted endCashIn() throws DeviceFault;

  /** Hands everything in escrow back. */
  Counted rollback() throws DeviceFault;

  Counted retract() throws DeviceFault;

  /** Escrow, transport and exit, after a power cut. */
  Escrow escrowStatus() throws DeviceFault;
}
