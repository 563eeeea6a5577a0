package org.silverteller.simulator.hardware;

import java.util.function.Consumer;
import org.silverteller.device.Hardware;
import org.silverteller.event.TerminalEvent;

/** How a terminal comes to the ports of a virtual machine: at once, or through real drivers. */
@FunctionalInterface
public interface Ports {

  /**
   * The ports, for one run of a terminal. Events of the machine go to this sink from now on. The
   * ports work until the power is cut; after it has come back the next terminal opens its own.
   *
   * @throws org.silverteller.simulator.PowerCut when there is no power
   */
  Hardware open(Consumer<TerminalEvent> events);
}
