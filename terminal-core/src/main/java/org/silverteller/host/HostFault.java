package org.silverteller.host;

/** The host could not be spoken to. What the host said is never a fault: it is a {@link Reply}. */
public final class HostFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** No connection, or it broke. */
    DOWN,
    /** A message cannot be built from what was given. */
    UNSENDABLE,
    /** The PIN pad refused a MAC, a PIN block or a key. */
    SECURITY
  }

  private final Kind kind;

  public HostFault(Kind kind, String detail) {
    super(kind + ": " + detail);
    this.kind = kind;
  }

  public HostFault(Kind kind, String detail, Throwable cause) {
    super(kind + ": " + detail, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
