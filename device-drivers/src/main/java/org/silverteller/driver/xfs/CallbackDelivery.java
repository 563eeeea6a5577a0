package org.silverteller.driver.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;

/**
 * For managers without windows, as on Linux: where Windows has a window, they are given a C
 * function {@code void (*)(void *target, DWORD message, void *unused, LPWFSRESULT result)} and call
 * it from any thread, with the arguments of a window procedure.
 */
final class CallbackDelivery implements Delivery {

  /** The C function. */
  interface Receiver extends Callback {
    void receive(Pointer target, int message, Pointer unused, Pointer result);
  }

  private final Receiver receiver;
  private final Pointer target;

  CallbackDelivery(Sink sink) {
    Intake intake = new Intake(sink);
    receiver = (window, message, unused, result) -> intake.take(message, result);
    target = CallbackReference.getFunctionPointer(receiver);
  }

  @Override
  public Pointer target() {
    return target;
  }

  @Override
  public void close() {}
}
