package org.silverteller.store;

/**
 * The durable record cannot be read, written or trusted. Unchecked: there is nothing to decide, the
 * terminal goes out of service and says what to do. A failed write is never tried again on the same
 * open store.
 */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailure(String message) {
    super(message);
  }

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
