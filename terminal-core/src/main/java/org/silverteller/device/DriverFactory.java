package org.silverteller.device;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;

/**
 * Opens the hardware of a machine. Found by {@link java.util.ServiceLoader}; chosen by name in
 * terminal.yaml.
 */
public interface DriverFactory {

  /**
   * The name that terminal.yaml gives, for instance {@code xfs}, {@code serial}, {@code simulator}.
   */
  String name();

  /**
   * @param settings the driver's own part of terminal.yaml
   * @param events where the drivers post what happens by itself; may be called from any thread
   * @throws DeviceFault when a device that every machine has cannot be opened
   * @throws IllegalArgumentException naming the setting, what was found, what was expected
   */
  Hardware open(Map<String, String> settings, Consumer<TerminalEvent> events) throws DeviceFault;

  /**
   * Finds out what the hardware is, without serving anybody: opens it, asks, and closes it. Nothing
   * moves.
   *
   * @return empty where the driver cannot tell
   * @throws DeviceFault when nothing can be asked at all
   * @throws IllegalArgumentException naming the setting, what was found, what was expected
   */
  default List<ProbedDevice> probe(Map<String, String> settings) throws DeviceFault {
    return List.of();
  }
}
