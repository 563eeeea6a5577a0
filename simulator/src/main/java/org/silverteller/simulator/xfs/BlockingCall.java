package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A request that a thread waits for. */
final class BlockingCall {

  /** How soon the thread looks again for itself. */
  private static final long LOOK_MILLISECONDS = 2;

  private static final String RESULT = "WFSRESULT";

  private final int message;
  private final Supplier<Short> service;
  private final Pointer requestId;
  private Optional<Pointer> result = Optional.empty();
  private int end = XfsNumbers.WFS_SUCCESS;
  private boolean lost;
  private boolean closed;

  /**
   * How a call has ended.
   *
   * @param result the WFSRESULT, where one came
   */
  record Ended(int code, Optional<Pointer> result) {}

  /**
   * @param service asked when a completion comes, because opening tells it only in the course of
   *     the call
   * @param requestId filled before a completion comes
   */
  BlockingCall(int message, Supplier<Short> service, Pointer requestId) {
    this.message = message;
    this.service = service;
    this.requestId = requestId;
  }

  short service() {
    return service.get();
  }

  int requestId() {
    return requestId.getInt(0);
  }

  /** Whether a completion is this call's, which then has it. */
  synchronized boolean take(int completion, Pointer root) {
    NativeStructure told = new NativeStructure(root, RESULT, LayoutTable.V3_30);
    boolean mine =
        !closed
            && !over()
            && completion == message
            && told.integer("RequestID") == requestId()
            && (short) told.integer("hService") == service();
    if (mine) {
      result = Optional.of(root);
      notifyAll();
    }
    return mine;
  }

  /** The call is to end with this code, unless it has ended. */
  synchronized void wanted(int code) {
    if (end == XfsNumbers.WFS_SUCCESS) {
      end = code;
    }
    notifyAll();
  }

  synchronized boolean toBeEnded() {
    return end != XfsNumbers.WFS_SUCCESS;
  }

  /** The power failed: what has come is no more. */
  synchronized void lost() {
    result = Optional.empty();
    lost = true;
    notifyAll();
  }

  synchronized boolean over() {
    return lost || result.isPresent();
  }

  /** Waits until something has come, for a moment at most. */
  synchronized void rest() {
    if (over()) {
      return;
    }
    try {
      TimeUnit.MILLISECONDS.timedWait(this, LOOK_MILLISECONDS);
    } catch (InterruptedException stop) {
      end = XfsNumbers.WFS_ERR_CANCELED;
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Nothing is taken any more. It has ended as its result says; a result that says that it was
   * cancelled says why afterwards.
   */
  synchronized Ended close() {
    closed = true;
    if (lost) {
      return new Ended(XfsNumbers.WFS_ERR_CONNECTION_LOST, Optional.empty());
    }
    if (result.isEmpty()) {
      return new Ended(end, result);
    }
    NativeStructure told = new NativeStructure(result.get(), RESULT, LayoutTable.V3_30);
    if (toBeEnded() && told.integer("hResult") == XfsNumbers.WFS_ERR_CANCELED) {
      told.number("hResult", end);
    }
    return new Ended(told.integer("hResult"), result);
  }
}
