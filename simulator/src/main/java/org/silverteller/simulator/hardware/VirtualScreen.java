package org.silverteller.simulator.hardware;

import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Screen;
import org.silverteller.event.DeviceName;
import org.silverteller.page.Frame;

/** The screen's port. */
final class VirtualScreen extends VirtualDevice implements Screen {

  VirtualScreen(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.SCREEN, "screen");
  }

  @Override
  public Geometry geometry() {
    return machine.spec().screen();
  }

  @Override
  public void show(Frame frame, long number) throws DeviceFault {
    order(
        "show",
        machine.watched() ? frame.look().profile() + " / " + frame.page().name() : "",
        () ->
            step(
                Effect.FRAME_SHOWN,
                () -> {
                  machine.frame = Optional.of(frame);
                  machine.frameNumber = number;
                }));
  }
}
