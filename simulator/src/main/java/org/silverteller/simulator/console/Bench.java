package org.silverteller.simulator.console;

import java.util.Optional;
import org.silverteller.page.Frame;
import org.silverteller.store.JournalLine;

/**
 * What the console page knows of the virtual machine and its bank, and what a person can do to
 * them. Safe for any thread.
 *
 * <p>Nothing that comes out of it holds a full card number, a PIN block or a key. A test card's PIN
 * does: it is told to the tester with the card.
 */
public interface Bench {

  /** Everything but the screen, as it is now. */
  BenchState state();

  /** What is on the glass now; empty while the screen is dark. */
  Optional<Glass> glass();

  /**
   * Does one thing at the machine. Returns when it is done, not when the terminal has answered it.
   *
   * @throws ActRefused when it cannot be done as things stand: no card in the exit slot to take
   * @throws IllegalArgumentException when it can never be done: no such card, no such fault; the
   *     text names what was found and expected
   */
  void act(Act act) throws ActRefused;

  /**
   * Tells the watcher all that happens from now on, and first every journal line and message that
   * is already there.
   */
  void watch(Watcher watcher);

  /**
   * A picture on the glass.
   *
   * @param number counts up by one with every picture that is shown, over reboots too
   */
  record Glass(long number, Frame frame) {}

  /** Is told what happens. Called from any thread; returns at once. */
  interface Watcher {

    /** {@link #state()} or {@link #glass()} may have changed. */
    void changed();

    /** A line was written to the electronic journal. */
    void journaled(JournalLine line);

    /** A message passed between terminal and bank. */
    void passed(HostMessage message);
  }

  /** A person cannot do that as things stand. The text says why, for that person. */
  final class ActRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public ActRefused(String why) {
      super(why);
    }
  }
}
