package org.silverteller.simulator.torture;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * What decides a world down to the last byte. Each visit has dice of its own, so that leaving one
 * out changes none of the others.
 *
 * @param seed of the whole run
 * @param number of the world in it
 * @param visits how many customers come
 * @param comes whether the visit of that number takes place
 * @param strikes whether the trouble of that number in the world strikes; numbers count up over all
 *     visits, 8 a visit
 * @param own what a person has added
 */
record LifePlan(
    long seed, int number, int visits, IntPredicate comes, IntPredicate strikes, Own own) {

  static final int MOST_TROUBLES = 8;

  static LifePlan of(long seed, int number, int visits, Own own) {
    return new LifePlan(seed, number, visits, visit -> true, trouble -> true, own);
  }

  LifePlan onlyVisits(int howMany, IntPredicate which) {
    return new LifePlan(seed, number, howMany, which, strikes, own);
  }

  LifePlan onlyTroubles(IntPredicate which) {
    return new LifePlan(seed, number, visits, comes, which, own);
  }

  /** Dice for one purpose: the world as a whole is visit −1. */
  SplittableRandom dice(int visit, int purpose) {
    long mixed = seed;
    mixed = stir(mixed + 0x9e3779b97f4a7c15L * (number + 1));
    mixed = stir(mixed + 0xbf58476d1ce4e5b9L * (visit + 2));
    return new SplittableRandom(stir(mixed + purpose));
  }

  /** The finalizer of MurmurHash3, 64 bits. */
  private static long stir(long value) {
    long z = value;
    z = (z ^ z >>> 33) * 0xff51afd7ed558ccdL;
    z = (z ^ z >>> 33) * 0xc4ceb9fe1a85ec53L;
    return z ^ z >>> 33;
  }
}
