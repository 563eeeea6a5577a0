package org.silverteller.driver.xfs;

import com.sun.jna.Platform;

/** How completions and events are delivered, as terminal.yaml chooses. */
enum DeliveryChoice {
  /** A message-only window on a thread of its own: managers on Windows. */
  WINDOW {
    @Override
    Delivery open(Delivery.Sink sink) {
      return new WindowDelivery(sink);
    }
  },
  /** A C function: managers without windows. */
  CALLBACK {
    @Override
    Delivery open(Delivery.Sink sink) {
      return new CallbackDelivery(sink);
    }
  };

  abstract Delivery open(Delivery.Sink sink);

  static DeliveryChoice ofPlatform() {
    return Platform.isWindows() ? WINDOW : CALLBACK;
  }
}
