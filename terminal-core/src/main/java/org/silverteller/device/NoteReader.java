package org.silverteller.device;

import java.util.List;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;

/**
 * The part of a dispenser or acceptor that reads the serial numbers of the notes that pass it. It
 * is asked after the command that moved them, never during it, and moves nothing.
 */
public interface NoteReader {

  /**
   * The notes of the last bundle or cash-in, in the order in which they passed. The device keeps
   * them with it, over a power cut too, until it begins the next one.
   *
   * @param reference the one given with {@link CashDispenser#stack} or {@link
   *     CashAcceptor#startCashIn}
   * @param move which of its notes: those that were brought to the exit, those that were drawn back
   *     from there, or those that were paid in
   * @return fewer than moved where the device has not read all; none when its last bundle or
   *     cash-in is another one
   * @throws DeviceFault when it cannot be asked
   */
  List<NoteReading> notes(long reference, NoteMove move) throws DeviceFault;
}
