package org.silverteller.simulator.hardware;

import java.time.Duration;

/** How long mechanical effects take. */
@FunctionalInterface
public interface Tempo {

  /** Nothing takes time. */
  Tempo INSTANT = effect -> {};

  /** As at a machine: the calling thread sleeps while notes, cards and paper move. */
  Tempo LIFELIKE = effect -> sleep(lifelike(effect));

  /**
   * Lets the time of the effect pass. Called before the effect, on the thread of the port command,
   * without any lock held.
   */
  void pass(Effect effect);

  /** What an effect takes at a machine. */
  static Duration lifelike(Effect effect) {
    return switch (effect) {
      case NOTE_PICKED, NOTE_ACCEPTED, NOTE_STORED -> Duration.ofMillis(150);
      case BUNDLE_BEGUN, BUNCH_DRAWN_IN -> Duration.ofMillis(300);
      case BUNDLE_PRESENTED,
          BUNDLE_RETRACTED,
          TRANSPORT_REJECTED,
          ESCROW_RETURNED,
          DEPOSIT_RETRACTED ->
          Duration.ofMillis(1_200);
      case CARD_EJECTED, CARD_RETAINED -> Duration.ofMillis(600);
      case STRIPE_READ -> Duration.ofMillis(400);
      case SLIP_PRINTED, BOOK_STRIPE_READ, PAGE_TURNED -> Duration.ofMillis(1_500);
      case ROW_PRINTED -> Duration.ofMillis(700);
      case BOOK_EJECTED, BOOK_RETAINED -> Duration.ofSeconds(1);
      case CARD_SLOT_SET,
          BOOK_SLOT_SET,
          CASH_IN_BEGUN,
          DEVICE_RESET,
          PAD_SET,
          PIN_ENCRYPTED,
          KEY_IMPORTED,
          MAC_MADE,
          FRAME_SHOWN,
          SOUND_MADE,
          LIGHT_SET,
          COUNTS_SET ->
          Duration.ZERO;
    };
  }

  private static void sleep(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
