package org.silverteller.driver.xfs;

import org.silverteller.money.NoteMix;

/**
 * What the bridge writes down around each cash-in: whose it is, how far it came, and what was
 * counted. Without the first of it no cash-in begins; the rest tells people what they can know when
 * the acceptor itself has forgotten.
 */
public interface CashInNotes extends LastNote<CashInNotes.Note> {

  /** How far a cash-in came, as far as the bridge has seen it. */
  enum Stage {
    /** It was about to be begun: as long as the acceptor has not said so, nothing was accepted. */
    ASKED,
    /** The acceptor has said that it began. */
    STARTED,
    /** It is over: what was accepted lies in the cash units. */
    STORED,
    /** It is over: what was accepted was brought to the exit. */
    RETURNED,
    /** It is over: what was accepted was drawn into the retract unit. */
    RETRACTED;

    boolean over() {
      return this == STORED || this == RETURNED || this == RETRACTED;
    }
  }

  /**
   * A cash-in.
   *
   * @param reference of the cash-in
   * @param before the reference of the cash-in before; 0 for none
   * @param counted genuine notes when the acceptor told of them last, as in {@link
   *     org.silverteller.device.CashAcceptor.Escrow#mix}; it may have counted more since
   */
  record Note(long reference, long before, Stage stage, NoteMix counted) {

    /** Of a cash-in that is about to be begun. */
    static Note asked(long reference, long before) {
      return new Note(reference, before, Stage.ASKED, NoteMix.EMPTY);
    }

    Note at(Stage newStage) {
      return new Note(reference, before, newStage, counted);
    }

    Note counting(NoteMix notes) {
      return new Note(reference, before, stage, notes);
    }
  }
}
