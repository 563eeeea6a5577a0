package org.silverteller.simulator.hardware;

import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;

/**
 * Opens a registered virtual machine. Its one setting is {@code machine}, the name in {@link
 * Machines}.
 */
public final class SimulatorDriverFactory implements DriverFactory {

  private static final String SETTING = "machine";

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public Hardware open(Map<String, String> settings, Consumer<TerminalEvent> events) {
    for (String setting : settings.keySet()) {
      if (!setting.equals(SETTING)) {
        throw new IllegalArgumentException(
            "simulator setting '" + setting + "': expected only '" + SETTING + "'");
      }
    }
    String name = settings.getOrDefault(SETTING, "");
    return Machines.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "simulator setting '"
                        + SETTING
                        + "': found '"
                        + name
                        + "', expected one of "
                        + Machines.names()))
        .open(events);
  }
}
