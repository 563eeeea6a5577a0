package org.silverteller.session;

import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.TerminalEvent;

/**
 * Shows the hand where to go. Never faster than the medium rate: the field's quick one flashes at
 * 3.7 Hz.
 */
public final class GuideLights {

  private final Optional<Lights> lights;
  private final SideEvents side;

  /**
   * @param lights empty where the machine has none
   */
  public GuideLights(Optional<Lights> lights, SideEvents side) {
    this.lights = lights;
    this.side = side;
  }

  public void on(Lights.Place place) {
    set(place, Lights.Rate.MEDIUM);
  }

  public void off(Lights.Place place) {
    set(place, Lights.Rate.OFF);
  }

  private void set(Lights.Place place, Lights.Rate rate) {
    if (lights.isEmpty()) {
      return;
    }
    try {
      lights.get().set(place, rate);
    } catch (DeviceFault fault) {
      side.happened(new TerminalEvent.DeviceChanged(fault.device()));
    }
  }
}
