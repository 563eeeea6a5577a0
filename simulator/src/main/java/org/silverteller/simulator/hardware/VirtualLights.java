package org.silverteller.simulator.hardware;

import java.util.Locale;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Lights;
import org.silverteller.event.DeviceName;

/** The guide lights' port. */
final class VirtualLights extends VirtualDevice implements Lights {

  VirtualLights(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.LIGHTS, "lights");
  }

  @Override
  public void set(Place place, Rate rate) throws DeviceFault {
    order(
        "set",
        machine.watched() ? (place + " " + rate).toLowerCase(Locale.ROOT) : "",
        () -> step(Effect.LIGHT_SET, () -> machine.lights.put(place, rate)));
  }
}
