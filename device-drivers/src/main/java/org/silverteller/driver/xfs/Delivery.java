package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;

/**
 * How completions and events come from the manager. What stands in for the HWND of the calls
 * differs: a window on Windows, a function elsewhere.
 */
interface Delivery extends AutoCloseable {

  /** Takes a message at once and without waiting: the provider stands in the call. */
  @FunctionalInterface
  interface Sink {

    /**
     * @param message WFS_EXECUTE_COMPLETE, WFS_SERVICE_EVENT …
     * @param result the WFSRESULT, to be freed by the taker
     */
    void message(int message, Pointer result);
  }

  /** What is given as HWND. */
  Pointer target();

  @Override
  void close();
}
