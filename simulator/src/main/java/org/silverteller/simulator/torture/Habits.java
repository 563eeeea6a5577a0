package org.silverteller.simulator.torture;

import java.util.SplittableRandom;
import org.silverteller.simulator.hardware.VirtualCard;

/**
 * What one customer is like. Times are in seconds, chances in percent.
 *
 * @param card the card that is put in
 * @param thinks how long each answer takes
 * @param services how many services are asked for before leaving
 * @param wrongPins how often a wrong PIN is typed first
 * @param takesCardAfter the card is drawn out so long after it is offered
 * @param takesCashAfter likewise
 * @param cashTaken how many notes are taken at first; the rest stays
 * @param quickHands chance to draw out what moves into reach while the machine still works on it
 * @param nervous chance at each answer to do anything at all instead
 * @param walksAwayAfter so many answers are given, then nobody is there any more
 * @param handsInTheDark chance to take what is in reach while the power is off
 */
record Habits(
    VirtualCard card,
    int thinks,
    int services,
    int wrongPins,
    int takesCardAfter,
    int takesCashAfter,
    int cashTaken,
    int quickHands,
    int nervous,
    int walksAwayAfter,
    int handsInTheDark) {

  private static final int NEVER = 100_000;

  /** Even the most patient goes home at some time. */
  private static final int MOST_ANSWERS = 50;

  static Habits drawn(SplittableRandom dice, VirtualCard card) {
    boolean calm = dice.nextInt(100) < 70;
    return new Habits(
        card,
        calm ? 1 + dice.nextInt(4) : 1 + dice.nextInt(60),
        dice.nextInt(100) < 85 ? 1 : 2 + dice.nextInt(2),
        calm ? 0 : dice.nextInt(100) < 40 ? 1 + dice.nextInt(3) : 0,
        after(dice, calm),
        after(dice, calm),
        calm || dice.nextInt(100) < 60 ? Integer.MAX_VALUE : 1 + dice.nextInt(5),
        calm ? 0 : dice.nextInt(60),
        calm ? 0 : dice.nextInt(100) < 50 ? dice.nextInt(30) : 0,
        calm || dice.nextInt(100) < 75 ? MOST_ANSWERS : 1 + dice.nextInt(9),
        dice.nextInt(100));
  }

  private static int after(SplittableRandom dice, boolean calm) {
    if (calm) {
      return 1 + dice.nextInt(6);
    }
    return dice.nextInt(100) < 15 ? NEVER : dice.nextInt(70);
  }
}
