package org.silverteller.simulator.xfs;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.device.ProbedDevice;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;

/** A virtual machine of its own behind the XFS bridge: the driver {@code virtual-xfs}. */
public final class VirtualXfsFactory implements DriverFactory {

  @Override
  public String name() {
    return "virtual-xfs";
  }

  @Override
  public Hardware open(Map<String, String> settings, Consumer<TerminalEvent> events) {
    demandNone(settings);
    return machine().open(events);
  }

  @Override
  public List<ProbedDevice> probe(Map<String, String> settings) throws DeviceFault {
    demandNone(settings);
    return machine().probe();
  }

  private static VirtualXfs machine() {
    return VirtualXfs.inRealTime(new VirtualMachine(MachineSpec.STANDARD));
  }

  private static void demandNone(Map<String, String> settings) {
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException(
          "virtual-xfs settings " + settings.keySet() + ": expected none");
    }
  }
}
