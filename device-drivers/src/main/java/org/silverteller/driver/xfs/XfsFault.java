package org.silverteller.driver.xfs;

/**
 * A request that the manager or a provider refused or failed, or that never ended. Unknown and
 * vendor codes are kept as they came.
 */
public class XfsFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** Native memory that does not hold what the standard says it holds. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /** A request that was given up: neither time-out nor cancelling has ended it. */
  static final class NeverEnded extends XfsFault {
    private static final long serialVersionUID = 1L;

    NeverEnded(String service, String doing) {
      super(service, doing, Xfs.WFS_ERR_TIMEOUT);
    }
  }

  private final int code;

  /**
   * @param service the logical name
   * @param doing the function, command or category
   * @param code the HRESULT, negative
   */
  public XfsFault(String service, String doing, int code) {
    super(service + " " + doing + ": " + XfsNames.error(code));
    this.code = code;
  }

  /** The HRESULT, negative. */
  public final int code() {
    return code;
  }
}
