package org.silverteller.simulator.scenario;

import java.io.IOException;
import org.silverteller.simulator.bank.FaultSource;
import org.silverteller.simulator.hardware.VirtualMachine;

/** How deep below the terminal the virtual world begins. */
@FunctionalInterface
public interface Depth {

  /**
   * The bank in the same process behind real bytes, the store in memory, no pixels: fast, for
   * tests.
   */
  Depth IN_PROCESS = InProcess::new;

  /** As at a branch: ISO 8583 over TCP on the loopback interface, SQLite on disk, painted pages. */
  Depth AS_INSTALLED = AsInstalled::new;

  Scenery build(
      Props props,
      World world,
      VirtualMachine machine,
      FaultSource faults,
      Chronicle chronicle,
      Cuts cuts)
      throws IOException;
}
