package org.silverteller.event;

import java.time.Duration;

/**
 * The one place where the terminal waits. Adapters post from any thread; the terminal thread takes
 * events one by one, in the order they came.
 */
public interface Inbox extends Stopwatch {

  /** The next event, or {@link TerminalEvent.Silence} when the time is over. */
  TerminalEvent next(Duration patience);

  void post(TerminalEvent event);
}
