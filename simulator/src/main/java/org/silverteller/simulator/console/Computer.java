package org.silverteller.simulator.console;

import java.util.function.Consumer;
import org.silverteller.money.Money;
import org.silverteller.store.JournalLine;

/**
 * The computer inside the virtual machine: it boots a terminal when it gets power and loses it with
 * the power, in the middle of whatever it did. Boots and losses come one after the other, never at
 * once.
 */
public interface Computer {

  /**
   * What the terminal's durable record holds open.
   *
   * @param owed advices that the bank has not yet acknowledged
   * @param unfinished transactions that are not final
   * @param suspense cases that a person must settle
   * @param inSuspense the amounts of those cases together
   * @param byHand the amounts of the cleared cases that the bank settles by hand
   */
  record OpenItems(int owed, int unfinished, int suspense, Money inSuspense, Money byHand) {
    public static final OpenItems NONE = new OpenItems(0, 0, 0, Money.ZERO, Money.ZERO);
  }

  /**
   * Boots a terminal on what is durable. Returns when it runs, or has failed to start and says so
   * on the log.
   */
  void boot();

  /** The terminal is gone; nothing of it ends in good order. Nothing happens when there is none. */
  void lose();

  /** As it was after the last commit. */
  OpenItems openItems();

  /**
   * Given each line of the electronic journal as it becomes durable, on the terminal's own thread.
   */
  void journaled(Consumer<JournalLine> reader);
}
