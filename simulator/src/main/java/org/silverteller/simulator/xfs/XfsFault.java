package org.silverteller.simulator.xfs;

/** What a manager or a provider can do wrong with a request, whatever its class. */
public enum XfsFault {
  /** The request never completes. */
  NO_COMPLETION,
  /** It completes before the call that began it has returned. */
  EARLY_COMPLETION,
  /** Likewise, by a thread of the provider for which the call waits, as SendMessage does. */
  SENT_FROM_ELSEWHERE,
  /** Events that no standard knows come before the call that begins it has returned. */
  EVENTS_WITHIN_CALL,
  /** It completes a second time. */
  DUPLICATE_COMPLETION,
  /** It completes only when the application has cancelled it, and then with success. */
  LATE_COMPLETION,
  /** A completion without data carries junk in lpBuffer. */
  JUNK_BUFFER,
  /** It fails with a code that no standard knows. */
  VENDOR_ERROR,
  /** It fails with WFS_ERR_TIMEOUT. */
  TIME_OUT,
  /** The connection is lost: this request and all to come fail until the service is opened anew. */
  CONNECTION_LOST,
  /** Another application has locked the service. */
  LOCKED,
  /** Events that no standard knows come before the completion. */
  UNKNOWN_EVENTS,
  /** A completion for nobody comes before it. */
  STRAY_COMPLETION
}
