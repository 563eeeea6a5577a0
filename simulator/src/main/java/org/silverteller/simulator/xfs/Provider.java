package org.silverteller.simulator.xfs;

import org.silverteller.event.TerminalEvent;

/**
 * A service provider of one class. Its methods are called by one thread at a time; each call is
 * completed once, at once or when something has happened.
 */
interface Provider {

  /** Answers a WFSGetInfo. */
  void info(XfsCall call);

  /** Does a WFSExecute, or keeps it until a person has done his part. */
  void execute(XfsCall call);

  /** Whether it does this command also while it keeps another until a person has done his part. */
  default boolean doesBeside(XfsCall command) {
    return false;
  }

  /** Ends a kept command that its application cancelled; completed with WFS_ERR_CANCELED after. */
  void canceled(XfsCall call);

  /**
   * Goes on with a kept command, a person having done his part.
   *
   * @return whether there was something to do
   */
  boolean goOn();

  /** Something happened at the machine by itself. */
  void happened(TerminalEvent event);
}
