package org.silverteller.host;

/** What the host is asked to do. Processing codes are the host's configuration. */
public enum Service {
  WITHDRAWAL,
  BALANCE,
  /** Nothing is credited by the request: the completion with what was stored credits. */
  DEPOSIT
}
