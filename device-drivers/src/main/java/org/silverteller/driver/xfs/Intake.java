package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a window procedure does, or the function in its place. It runs in the provider's call, maybe
 * while a call of ours is under way on the same thread: it decides, hands over, and neither waits
 * nor throws.
 */
final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Delivery.Sink sink;

  Intake(Delivery.Sink sink) {
    this.sink = sink;
  }

  /**
   * @param message a window message
   * @param result its LPARAM
   * @return false for a message that brings no WFSRESULT, which is not ours
   */
  boolean take(int message, Pointer result) {
    boolean completion = message >= Xfs.WFS_OPEN_COMPLETE && message <= Xfs.WFS_EXECUTE_COMPLETE;
    if (!completion && !isEvent(message)) {
      return false;
    }
    if (Pointer.nativeValue(result) == 0) {
      LOG.warn("XFS message {} without a WFSRESULT", message);
      return true;
    }
    try {
      sink.message(message, result);
    } catch (RuntimeException bug) {
      LOG.error("XFS message {} was not taken", message, bug);
    }
    return true;
  }

  /** Whether it tells an event, not the end of a request. */
  static boolean isEvent(int message) {
    return message >= Xfs.WFS_EXECUTE_EVENT && message <= Xfs.WFS_SYSTEM_EVENT;
  }
}
