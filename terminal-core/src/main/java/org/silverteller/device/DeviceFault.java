package org.silverteller.device;

import org.silverteller.event.DeviceName;

/**
 * A device did not do what it was told. The set of kinds is closed because every call site must
 * decide what each means.
 */
public final class DeviceFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, in the field's words. */
  public enum Kind {
    /** Notes, card or paper stuck. */
    JAMMED,
    /** A cash unit ran out before the count was complete. */
    UNIT_EMPTY,
    UNIT_MISSING,
    /** A unit picks badly, double picks, or its sensors disagree. */
    UNIT_INOPERATIVE,
    /** A bin (reject, retract, capture) or a stacker is full. */
    FULL,
    SHUTTER,
    /** There is no medium where one is needed. */
    NO_MEDIA,
    /** The medium cannot be read or the data on it is not what the standard says. */
    UNREADABLE,
    PAPER_OUT,
    /** The command does not belong in the device's present state. */
    SEQUENCE,
    /** A cryptographic key is not loaded, or its check value is wrong. */
    KEY,
    /** The device has no such function. */
    UNSUPPORTED,
    /** No answer in time. */
    TIMEOUT,
    OFFLINE,
    HARDWARE
  }

  private final DeviceName device;
  private final Kind kind;

  /**
   * @param detail for the field engineer: what the device said; never card data
   */
  public DeviceFault(DeviceName device, Kind kind, String detail) {
    super(device + " " + kind + (detail.isEmpty() ? "" : ": " + detail));
    this.device = device;
    this.kind = kind;
  }

  public DeviceName device() {
    return device;
  }

  public Kind kind() {
    return kind;
  }
}
