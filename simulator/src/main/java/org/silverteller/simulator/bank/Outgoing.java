package org.silverteller.simulator.bank;

import java.time.Duration;

/** What the bank does on a line. */
public sealed interface Outgoing {

  /** From the arrival of what caused it. */
  Duration after();

  /** The terminal it is meant for, field 41. */
  String terminal();

  /**
   * A message goes out.
   *
   * @param message without framing
   */
  record Sent(String terminal, Duration after, byte[] message) implements Outgoing {}

  /** The bank's side closes the line; what has not arrived by then is lost. */
  record LineDropped(String terminal, Duration after) implements Outgoing {}
}
