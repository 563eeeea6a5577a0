package org.silverteller.simulator.torture;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.silverteller.page.AccountPage;
import org.silverteller.simulator.hardware.VirtualCard;

/**
 * Which PINs the holders of cards have in mind: the one they believe in, and the one that may hold
 * instead since a change of which they were not told how it ended.
 */
final class PinMemory {

  private static final String WEAK = "111111";

  private final Map<VirtualCard, Known> known = new HashMap<>();
  private boolean muddled;

  private static final class Known {
    private String believed;
    private String perhaps;
    private String chosen;
    private boolean lastWasBelieved;

    Known(String pin) {
      believed = pin;
      perhaps = pin;
      chosen = pin;
    }

    void swap() {
      String other = perhaps;
      perhaps = believed;
      believed = other;
    }
  }

  /** Somebody steps up with a clear head. */
  void begins() {
    muddled = false;
  }

  /** Other keys were pressed in between: nobody knows what was typed. */
  void muddles() {
    muddled = true;
  }

  boolean muddled() {
    return muddled;
  }

  /** What is typed on a page that asks for the PIN that holds; after a refusal the other one. */
  String current(VirtualCard card, boolean refusedBefore) {
    Known mind = of(card);
    if (refusedBefore && mind.lastWasBelieved) {
      mind.swap();
    }
    mind.lastWasBelieved = true;
    return mind.believed;
  }

  /** A wrong PIN is typed on purpose. */
  String wrong(VirtualCard card) {
    Known mind = of(card);
    mind.lastWasBelieved = false;
    return mind.believed.equals("9999") || mind.perhaps.equals("9999") ? "9998" : "9999";
  }

  /** What is typed for a new PIN. */
  String chosen(VirtualCard card, AccountPage.PinChange.Step step, SplittableRandom dice) {
    Known mind = of(card);
    if (step != AccountPage.PinChange.Step.AGAIN) {
      mind.chosen =
          dice.nextInt(100) < 8
              ? WEAK
              : String.format(Locale.ROOT, "%06d", 200_000 + dice.nextInt(700_000));
    } else if (dice.nextInt(100) < 10) {
      return mind.chosen.equals("5555") ? "5556" : "5555";
    } else {
      mind.perhaps = mind.chosen;
    }
    return mind.chosen;
  }

  /** The machine says that the new PIN holds. */
  String told(VirtualCard card) {
    Known mind = of(card);
    mind.perhaps = mind.believed;
    mind.believed = mind.chosen;
    return mind.believed;
  }

  private Known of(VirtualCard card) {
    return known.computeIfAbsent(card, fresh -> new Known(fresh.pin()));
  }
}
