package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.hardware.Ports;

/** How deep below the terminal the virtual world begins. */
@FunctionalInterface
public interface Depth {

  /**
   * The bank in the same process behind real bytes, the store in memory, no pixels: fast, for
   * tests.
   */
  Depth IN_PROCESS = InProcess::new;

  /**
   * As at a branch: ISO 8583 over TCP on the loopback interface, SQLite on disk in a temporary
   * folder, painted pages.
   */
  Depth AS_INSTALLED =
      (props, world, ports, faults, chronicle, cuts) -> {
        Path folder = Files.createTempDirectory("silverteller");
        return new AsInstalled(folder, true, props, world, ports, faults, chronicle, cuts);
      };

  /** As {@link #AS_INSTALLED}, and the store is left in the folder. */
  static Depth installedIn(Path folder) {
    return (props, world, ports, faults, chronicle, cuts) ->
        new AsInstalled(folder, false, props, world, ports, faults, chronicle, cuts);
  }

  Scenery build(
      Props props, World world, Ports ports, FaultSource faults, Chronicle chronicle, Cuts cuts)
      throws IOException;
}
