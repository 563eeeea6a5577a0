package org.silverteller.simulator.xfs;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Optional;

/** The number by which the system, and so an application in C, knows a thread. */
final class NativeThread {

  private static final Optional<Function> OF_SYSTEM = ofSystem();

  private NativeThread() {}

  /** Of the calling thread. */
  static int current() {
    return OF_SYSTEM
        .map(system -> system.invokeInt(new Object[0]))
        .orElseGet(() -> (int) Thread.currentThread().getId());
  }

  /** Where the system has neither, threads have the numbers of the virtual machine. */
  private static Optional<Function> ofSystem() {
    if (Platform.isWindows()) {
      return Optional.of(
          NativeLibrary.getInstance("kernel32")
              .getFunction("GetCurrentThreadId", Function.ALT_CONVENTION));
    }
    return Platform.isLinux()
        ? Optional.of(NativeLibrary.getProcess().getFunction("gettid"))
        : Optional.empty();
  }
}
