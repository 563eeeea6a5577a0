package org.silverteller.driver.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * For managers without windows, as on Linux: where Windows has a window, they are given a C
 * function {@code void (*)(void *target, DWORD message, void *unused, LPWFSRESULT result)} and call
 * it from any thread, with the arguments of a window procedure.
 */
final class CallbackDelivery implements Delivery {

  /**
   * A thread of the manager is made known to the JVM at its first message and stays known until it
   * ends: to attach and detach it for each message would cost more than the message.
   */
  private static final CallbackThreadInitializer MANAGER_THREAD =
      new CallbackThreadInitializer(true, false, "xfs-manager");

  /** The C function. */
  interface Receiver extends Callback {
    void receive(Pointer target, int message, Pointer unused, Pointer result);
  }

  private final Receiver receiver;
  private final Pointer target;

  CallbackDelivery(Sink sink) {
    Intake intake = new Intake(sink);
    receiver = (window, message, unused, result) -> intake.take(message, result);
    Native.setCallbackThreadInitializer(receiver, MANAGER_THREAD);
    target = CallbackReference.getFunctionPointer(receiver);
  }

  @Override
  public Pointer target() {
    return target;
  }

  @Override
  public void close() {}
}
