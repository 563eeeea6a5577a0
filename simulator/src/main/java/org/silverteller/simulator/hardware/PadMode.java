package org.silverteller.simulator.hardware;

/** What the PIN pad listens to. */
public enum PadMode {
  /** Nothing. */
  CLOSED,
  /** Digits and function keys, told in clear. */
  KEYS,
  /** A PIN, kept inside. */
  PIN
}
