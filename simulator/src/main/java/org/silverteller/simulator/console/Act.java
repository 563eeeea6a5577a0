package org.silverteller.simulator.console;

import java.util.Optional;
import org.silverteller.event.Key;

/** One thing a person does at the bench, as customer, attendant or saboteur. */
public sealed interface Act {

  /** Puts a card of the wallet into the slot. */
  record InsertCard(String card) implements Act {}

  record TakeCard() implements Act {}

  record TakeCash() implements Act {}

  record TakeReceipt() implements Act {}

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
