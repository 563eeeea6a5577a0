package org.silverteller.driver.xfs;

import java.util.Optional;

/**
 * What the bridge writes down around the start of each cash-in, because an XFS acceptor keeps its
 * cash-in status over a power cut but no reference of ours. Once {@link #keep} has returned, the
 * note outlasts a power cut.
 */
public interface CashInNotes {

  /**
   * A cash-in.
   *
   * @param reference of the cash-in
   * @param before the reference of the cash-in before; 0 for none
   * @param started whether the acceptor has said that it began; while it has not, nothing was
   *     accepted
   */
  record Note(long reference, long before, boolean started) {}

  /**
   * Replaces the note before.
   *
   * @throws java.io.UncheckedIOException when it cannot be made durable: no cash-in may begin
   */
  void keep(Note note);

  /** The note kept last; empty before the first, and where what was kept cannot be read. */
  Optional<Note> last();
}
