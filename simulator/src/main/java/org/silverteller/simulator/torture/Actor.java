package org.silverteller.simulator.torture;

import java.time.Instant;

/** Somebody or something that acts in a world by itself. */
interface Actor {

  /** When it acts next; {@link Instant#MAX} while there is nothing to do. */
  Instant due();

  /** Does what is due. */
  void act();
}
