package org.silverteller.host;

/** What the host is asked to do. Processing codes are the host's configuration. */
public enum Service {
  WITHDRAWAL,
  BALANCE,
  /** Nothing is credited by the request: the completion with what was stored credits. */
  DEPOSIT,
  /** The last movements of an account: own bank only. */
  STATEMENT,
  /** Another PIN for a card: own bank only. */
  PIN_CHANGE;

  /** Nothing is changed by it, so nothing is owed when its answer never comes. */
  public boolean inquiry() {
    return this == BALANCE || this == STATEMENT;
  }

  /** Money is asked for or brought: the amount stands in field 4. */
  public boolean movesMoney() {
    return this == WITHDRAWAL || this == DEPOSIT;
  }
}
