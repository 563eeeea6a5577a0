package org.silverteller.session;

/** The customer leaves before anything was decided that cannot be undone; the card goes back. */
final class Cancelled extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why the conversation ends. */
  enum Reason {
    CUSTOMER,
    TIME_OUT,
    /** A device that the conversation needs has failed. */
    MACHINE_FAULT
  }

  private final Reason reason;

  Cancelled(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
