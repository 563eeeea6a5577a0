package org.silverteller.driver.xfs;

import org.silverteller.money.NoteMix;

/** What the bridge writes down before each dispense; without it nothing is dispensed. */
public interface BundleNotes extends LastNote<BundleNotes.Note> {

  /**
   * A dispense that was about to be commanded.
   *
   * @param reference of the bundle
   * @param before the reference of the bundle before; 0 for none
   * @param mix what was to be dispensed
   * @param counts of the units just before
   */
  record Note(long reference, long before, NoteMix mix, CdmUnits counts) {

    /**
     * The note when it is known whose bundle the dispenser's present status tells of: it stays
     * known, whatever becomes of the counts until the next dispense.
     */
    Note settled(long whose) {
      return new Note(whose, whose, NoteMix.EMPTY, counts);
    }

    boolean isSettled() {
      return mix.isEmpty() && reference == before;
    }

    /** The note after people counted or tested the units: whose bundle is told stays the same. */
    Note moved(CdmUnits from, CdmUnits to) {
      return new Note(reference, before, mix, counts.moved(from, to));
    }
  }
}
