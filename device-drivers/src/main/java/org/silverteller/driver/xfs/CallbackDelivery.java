package org.silverteller.driver.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For managers without windows, as on Linux: where Windows has a window, they are given a C
 * function {@code void (*)(void *target, DWORD message, void *unused, LPWFSRESULT result)} and call
 * it from any thread, with the arguments of a window procedure.
 */
final class CallbackDelivery implements Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackDelivery.class);

  /** The C function. */
  interface Receiver extends Callback {
    void receive(Pointer target, int message, Pointer unused, Pointer result);
  }

  private final Receiver receiver;
  private final Pointer target;

  CallbackDelivery(Sink sink) {
    receiver = (window, message, unused, result) -> hand(sink, message, result);
    target = CallbackReference.getFunctionPointer(receiver);
  }

  /** Nothing may be thrown into the provider's stack. */
  private static void hand(Sink sink, int message, Pointer result) {
    try {
      sink.message(message, result);
    } catch (RuntimeException bug) {
      LOG.error("XFS message {} was not taken", message, bug);
    }
  }

  @Override
  public Pointer target() {
    return target;
  }

  @Override
  public void close() {}
}
