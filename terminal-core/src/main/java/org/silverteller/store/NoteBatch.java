package org.silverteller.store;

import java.time.LocalDateTime;
import java.util.List;
import org.silverteller.host.Stan;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteReading;

/**
 * The notes of one transaction that went one way.
 *
 * @param notes as the device read them
 */
public record NoteBatch(Head head, List<NoteReading> notes) {

  /**
   * By what it is found again.
   *
   * @param terminalId field 41
   * @param transactionId of the {@link TransactionRecord}
   * @param time local, of the transaction
   * @param missing notes that moved as well, but that the device has not told
   */
  public record Head(
      String terminalId,
      long transactionId,
      Stan stan,
      NoteMove move,
      LocalDateTime time,
      int missing) {

    public Head {
      if (!terminalId.matches("[A-Za-z0-9]{1,16}")) {
        throw new IllegalArgumentException(
            "terminalId '" + terminalId + "': expected 1 … 16 letters or digits");
      }
      if (missing < 0) {
        throw new IllegalArgumentException("missing " + missing + " is negative");
      }
    }
  }

  public NoteBatch {
    notes = List.copyOf(notes);
  }
}
