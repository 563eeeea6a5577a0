package org.silverteller.driver.xfs;

import java.util.Optional;
import org.silverteller.money.NoteMix;

/**
 * What the bridge writes down before each dispense, because an XFS dispenser keeps its present
 * status over a power cut but no reference of ours. Once {@link #keep} has returned, the note
 * outlasts a power cut.
 */
public interface BundleNotes {

  /**
   * A dispense that was about to be commanded.
   *
   * @param reference of the bundle
   * @param before the reference of the bundle before; 0 for none
   * @param mix what was to be dispensed
   * @param counts of the units just before
   */
  record Note(long reference, long before, NoteMix mix, CdmUnits counts) {

    /** The note after people counted or tested the units: whose bundle is told stays the same. */
    Note moved(CdmUnits from, CdmUnits to) {
      return new Note(reference, before, mix, counts.moved(from, to));
    }
  }

  /**
   * Replaces the note before.
   *
   * @throws java.io.UncheckedIOException when it cannot be made durable: nothing may be dispensed
   */
  void keep(Note note);

  /** The note kept last; empty before the first, and where what was kept cannot be read. */
  Optional<Note> last();
}
