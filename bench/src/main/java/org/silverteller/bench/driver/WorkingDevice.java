package org.silverteller.bench.driver;

import org.silverteller.device.Device;
import org.silverteller.device.DeviceStatus;

/** A device that never fails. */
abstract class WorkingDevice implements Device {

  @Override
  public DeviceStatus status() {
    return DeviceStatus.ONLINE;
  }

  @Override
  public void reset() {}
}
