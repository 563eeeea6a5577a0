package org.silverteller.device;

/** The state of a device as a whole (CEN/XFS fwDevice). */
public enum DeviceStatus {
  ONLINE,
  OFFLINE,
  /** Configured, but not in this machine. */
  NOT_FITTED,
  HARDWARE_ERROR,
  /** Works until a person has put something right: paper, a full bin. */
  NEEDS_ATTENTION;

  public boolean works() {
    return this == ONLINE || this == NEEDS_ATTENTION;
  }
}
