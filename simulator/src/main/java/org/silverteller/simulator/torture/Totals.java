package org.silverteller.simulator.torture;

import java.util.Locale;

/**
 * What a run came to.
 *
 * @param paid withdrawals that ended with notes in somebody's hands
 * @param hash over all worlds, whatever thread lived them in whatever order
 */
public record Totals(
    long worlds,
    long sessions,
    long cuts,
    long reboots,
    long reversals,
    long suspense,
    long paid,
    long violations,
    long hash) {

  static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0);

  Totals plus(int world, Life.End end) {
    return new Totals(
        worlds + 1,
        sessions + end.sessions(),
        cuts + end.cuts(),
        reboots + end.reboots(),
        reversals + end.reversals(),
        suspense + end.suspense(),
        paid + end.paid(),
        violations,
        hash + end.hash() * (2L * world + 1));
  }

  Totals violated() {
    return new Totals(
        worlds + 1, sessions, cuts, reboots, reversals, suspense, paid, violations + 1, hash);
  }

  Totals plus(Totals other) {
    return new Totals(
        worlds + other.worlds,
        sessions + other.sessions,
        cuts + other.cuts,
        reboots + other.reboots,
        reversals + other.reversals,
        suspense + other.suspense,
        paid + other.paid,
        violations + other.violations,
        hash + other.hash);
  }

  /** The line for programs. */
  String line(long seed) {
    return String.format(
        Locale.ROOT,
        "sessions=%d cuts=%d reboots=%d reversals=%d suspense=%d violations=%d seed=%d hash=%016x",
        sessions,
        cuts,
        reboots,
        reversals,
        suspense,
        violations,
        seed,
        hash);
  }
}
