package org.silverteller.store;

/** Serial numbers cannot be kept or found; the message says where and why. */
public final class ArchiveFault extends Exception {
  private static final long serialVersionUID = 1L;

  public ArchiveFault(String message, Throwable cause) {
    super(message, cause);
  }

  public ArchiveFault(String message) {
    super(message);
  }
}
