package org.silverteller.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.store.Store;
import org.silverteller.terminal.Terminal;

/** What stands around a terminal in a script: its store, its line to the bank, the bank. */
interface Scenery extends AutoCloseable {

  /** A terminal that boots on what is durable. */
  Terminal boot();

  Store store();

  VirtualBank bank();

  /** The line goes down now and stands again after the outage. */
  void dropLine(Duration outage);

  /** Waits in real time until a line that works in real time stands; does nothing for others. */
  void settleLine();

  /** When the line next does something by itself. */
  Optional<Instant> nextLineChange();

  /** Tells the terminal what the line has done by itself. */
  void announceLine();

  @Override
  void close();
}
