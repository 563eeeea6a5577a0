package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;
import org.silverteller.event.Key;
import org.silverteller.simulator.console.BenchState.Heap;

/** One thing a person does at the bench, as customer, attendant or saboteur. */
public sealed interface Act {

  /** Puts a card of the wallet into the slot. */
  record InsertCard(String card) implements Act {}

  record TakeCard() implements Act {}

  record TakeCash() implements Act {}

  record TakeReceipt() implements Act {}

  /**
   * Puts a passbook into its slot.
   *
   * @param page at which it is held open, from 1
   */
  record InsertBook(String book, int page, boolean upsideDown) implements Act {}

  record TakeBook() implements Act {}

  /** Puts notes into the acceptor's input. */
  record PutNotes(List<Heap> notes) implements Act {
    public PutNotes {
      notes = List.copyOf(notes);
    }
  }

  /** Takes what the acceptor hands back. */
  record TakeNotes() implements Act {}

  /** Types the whole number of a card or passbook, which no page shows. */
  record TypeNumber(String of) implements Act {}

  /** The bank posts a row that waits to be printed in a passbook. */
  record PostRow(String book) implements Act {}

  /** The bank notes something of a payee, or no longer. */
  record MarkPayee(String payee, Mark mark, boolean on) implements Act {
    /** What can be noted. */
    enum Mark {
      /** On the anti-fraud centre's case list. */
      LISTED,
      /** Paid after 24 hours only. */
      SLOW
    }
  }

  record Press(Key key) implements Act {}

  /** A finger on the glass, in pixels of the picture that shows. */
  record Touch(int x, int y) implements Act {}

  /** Nothing more is done: time-outs act. */
  record WalkAway() implements Act {}

  /** Somebody else steps up, with empty hands. */
  record NextCustomer() implements Act {}

  /**
   * Arms, sets or ends a fault.
   *
   * @param choice what it is done to, for faults that have choices
   */
  record Sabotage(String fault, boolean on, Optional<String> choice) implements Act {}

  /** Ends every fault, empties the bins, fills cassettes and paper. */
  record Mend() implements Act {}

  /** The mains fail; the terminal is gone in the middle of whatever it did. */
  record CutPower() implements Act {}

  /** The mains are back; the terminal boots on what was durable. */
  record RestorePower() implements Act {}

  /** Cut and restored in one. */
  record Reboot() implements Act {}
}
