package org.silverteller.device;

/**
 * What every device has. Commands block until the device has finished or faulted; things that
 * happen by themselves (card inserted, notes taken, key pressed) come as events to the inbox that
 * the driver was opened with.
 */
public interface Device {

  DeviceStatus status();

  /**
   * Brings the mechanism to its rest position without moving money or media out. Used at boot and
   * by an operator.
   *
   * @throws DeviceFault when it cannot be brought to rest
   */
  void reset() throws DeviceFault;
}
