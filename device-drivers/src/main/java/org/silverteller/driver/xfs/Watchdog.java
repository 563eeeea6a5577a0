package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for requests, and ends the waiting for those that do not end: a provider may never
 * complete, and some do not even complete what is cancelled.
 */
final class Watchdog {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** What a provider gets on top of the time-out it was told, and to end what was cancelled. */
  static final Duration GRACE = Duration.ofSeconds(2);

  private final XfsApi api;
  private final XfsThreads threads;
  private final Requests requests;

  Watchdog(XfsApi api, XfsThreads threads, Requests requests) {
    this.api = api;
    this.threads = threads;
    this.requests = requests;
  }

  /**
   * Waits, cancels what does not end in time, and gives up what cannot be cancelled.
   *
   * @param service the logical name, for the fault's words
   * @param doing likewise
   * @return the completion, whatever it says; the caller closes it
   * @throws XfsFault {@link XfsFault.NeverEnded}, or WFS_ERR_CANCELED when another thread cancelled
   *     it or closed the manager
   */
  XfsResult await(Requests.Pending request, String service, String doing, Duration patience)
      throws XfsFault {
    try {
      XfsResult result = completion(request, service, doing, patience);
      if (request.take()) {
        return result;
      }
    } catch (CancellationException ended) {
      LOG.debug("{} {} was given up by another thread", service, doing);
    } catch (TimeoutException never) {
      giveUp(request);
      throw new XfsFault.NeverEnded(service, doing);
    }
    throw new XfsFault(service, doing, Xfs.WFS_ERR_CANCELED);
  }

  private XfsResult completion(
      Requests.Pending request, String service, String doing, Duration patience)
      throws TimeoutException {
    try {
      return threads.await(request.completed(), patience);
    } catch (TimeoutException late) {
      LOG.warn("{} {} does not end", service, doing);
      demandEnd(request);
    }
    return threads.await(request.completed(), GRACE);
  }

  /**
   * Ends a request; whatever it still brings is freed. Whoever waits for it elsewhere hears that it
   * was cancelled.
   */
  void cancel(Requests.Pending request) {
    if (!request.take()) {
      return;
    }
    demandEnd(request);
    try {
      threads.await(request.completed(), GRACE).close();
    } catch (TimeoutException never) {
      if (!requests.abandon(request)) {
        request.completed().join().close();
      }
    } catch (CancellationException ended) {
      LOG.debug("{} was given up by another thread", request.key());
    }
  }

  /**
   * Asks for the end of a request, and waits until it has ended; the result stays for whoever
   * finishes it.
   *
   * @return false when it does not end, and is given up
   */
  boolean interrupt(Requests.Pending request) {
    demandEnd(request);
    try {
      threads.await(request.completed(), GRACE);
      return true;
    } catch (TimeoutException never) {
      giveUp(request);
      return false;
    } catch (CancellationException ended) {
      return false;
    }
  }

  private void demandEnd(Requests.Pending request) {
    api.WFSCancelAsyncRequest(request.key().service(), request.key().requestId());
  }

  /** Nobody asks how the request ends: its completion is freed, now or when it comes. */
  void giveUp(Requests.Pending request) {
    if (!requests.abandon(request) && request.take()) {
      request.completed().join().close();
    }
  }
}
