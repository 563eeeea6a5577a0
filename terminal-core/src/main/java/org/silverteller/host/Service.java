package org.silverteller.host;

/** What the host is asked to do. Processing codes are the host's configuration. */
public enum Service {
  WITHDRAWAL,
  BALANCE
}
