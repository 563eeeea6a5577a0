package org.silverteller.simulator.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manager's functions as C function pointers, by the standard's names. An application reaches
 * them as it reaches those of a shared library.
 */
final class Exports {

  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

  private final BlockingCalls blocking;
  private final Map<String, Callback> callbacks = new HashMap<>();

  Exports(AsyncFunctions manager, BlockingCalls blocking) {
    this.blocking = blocking;
    AsyncExports.export(this, manager);
    BlockingExports.export(this, manager, blocking);
  }

  void export(String name, Callback function) {
    callbacks.put(name, function);
  }

  /**
   * Does a function, unless the calling thread waits in a blocking call, or one of these pointers
   * is NULL that must not be.
   */
  int guarded(IntSupplier function, Pointer... needed) {
    if (blocking.underWay()) {
      return XfsNumbers.WFS_ERR_OP_IN_PROGRESS;
    }
    return guardedAnyTime(function, needed);
  }

  /** Likewise, also from a blocking hook. Nothing may be thrown into the application's stack. */
  static int guardedAnyTime(IntSupplier function, Pointer... needed) {
    for (Pointer pointer : needed) {
      if (pointer == null) {
        return XfsNumbers.WFS_ERR_INVALID_POINTER;
      }
    }
    try {
      return function.getAsInt();
    } catch (RuntimeException bug) {
      LOG.error("the virtual XFS manager has failed", bug);
      return XfsNumbers.WFS_ERR_INTERNAL_ERROR;
    }
  }

  /**
   * @throws UnsatisfiedLinkError when there is no such function, as of a shared library
   */
  Function function(String name) {
    Callback callback = callbacks.get(name);
    if (callback == null) {
      throw new UnsatisfiedLinkError(name + " is not exported by the virtual XFS manager");
    }
    return Function.getFunction(CallbackReference.getFunctionPointer(callback));
  }
}
