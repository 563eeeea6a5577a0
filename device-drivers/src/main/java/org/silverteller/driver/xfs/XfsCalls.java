package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins and completes the asynchronous calls of one service, and tells what their codes mean. */
final class XfsCalls {

  private static final Logger LOG = LoggerFactory.getLogger(XfsCalls.class);

  /** An asynchronous call with the time-out the provider is told, in milliseconds. */
  @FunctionalInterface
  interface TimedCall {
    int begin(int timeOut, Pointer requestId);
  }

  private final String service;
  private final Requests requests;
  private final Watchdog watchdog;
  private final Consumer<Short> lost;

  /**
   * @param service its logical name
   * @param lost is told the handle whose connection a call has found lost
   */
  XfsCalls(String service, Requests requests, Watchdog watchdog, Consumer<Short> lost) {
    this.service = service;
    this.requests = requests;
    this.watchdog = watchdog;
    this.lost = lost;
  }

  /**
   * @param doing the function, command or category, for the fault's words
   * @param message of the completion
   * @param handle asked after the call, because opening tells it only then
   * @return a completion that says WFS_SUCCESS; the caller closes it
   */
  XfsResult complete(
      String doing, int message, Supplier<Short> handle, Duration patience, TimedCall call)
      throws XfsFault {
    int timeOut = milliseconds(patience);
    Requests.Pending request = begin(doing, message, handle, id -> call.begin(timeOut, id));
    return finish(request, doing, patience.plus(Watchdog.GRACE));
  }

  Requests.Pending begin(String doing, int message, Supplier<Short> handle, Requests.AsyncCall call)
      throws XfsFault {
    try {
      return requests.begin(message, handle, call);
    } catch (Requests.Refused refused) {
      throw failed(doing, refused.code(), handle.get());
    }
  }

  /** Waits for what was begun; see {@link #complete}. */
  XfsResult finish(Requests.Pending request, String doing, Duration patience) throws XfsFault {
    XfsResult result = watchdog.await(request, service, doing, patience);
    int code = result.hResult();
    if (code != Xfs.WFS_SUCCESS) {
      result.close();
      throw failed(doing, code, request.key().service());
    }
    return result;
  }

  /** Begins what nobody waits for; that it is refused is told in the log alone. */
  void start(String doing, int message, short handle, Requests.AsyncCall call) {
    try {
      watchdog.giveUp(requests.begin(message, () -> handle, call));
    } catch (Requests.Refused refused) {
      LOG.debug("{} {}: {}", service, doing, refused.getMessage());
    }
  }

  /** What is too short for a provider to tell is not the 0 that means for ever. */
  private static int milliseconds(Duration patience) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, patience.toMillis()));
  }

  private XfsFault failed(String doing, int code, short handle) {
    if (code == Xfs.WFS_ERR_CONNECTION_LOST || code == Xfs.WFS_ERR_INVALID_HSERVICE) {
      lost.accept(handle);
    }
    return new XfsFault(service, doing, code);
  }
}
