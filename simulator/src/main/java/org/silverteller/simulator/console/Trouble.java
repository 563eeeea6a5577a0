package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;

/** One thing that a saboteur can do on the bench. */
interface Trouble {

  /** Strikes once and is then over; otherwise stands until it is ended. */
  boolean once();

  /** What it is done to is chosen from these; empty when there is nothing to choose. */
  List<String> choices();

  /**
   * What it was armed for: one of the choices, or any text where there are none; empty while it is
   * not armed.
   */
  Optional<String> armed();

  /**
   * @param choice one of the choices; empty where there are none
   */
  void begin(Optional<String> choice);

  void end();
}
