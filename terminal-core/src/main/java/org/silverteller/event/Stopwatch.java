package org.silverteller.event;

import java.time.Duration;

/**
 * Time as it passes, by a clock that nobody can set. Every time-out is measured by it: the clock of
 * day may be set by an hour or a year at any moment, and must then neither cut a customer off nor
 * let anything wait for ever.
 */
@FunctionalInterface
public interface Stopwatch {

  /** Since some moment before the terminal began; never goes back. */
  Duration elapsed();
}
