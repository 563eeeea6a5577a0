package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.hardware.ExtraFault;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * A fault of a device that not every machine has.
 *
 * @param after how many notes or rows pass before it strikes
 */
record ExtraTrouble(VirtualMachine machine, ExtraFault fault, boolean lasting, int after)
    implements Trouble {

  @Override
  public boolean once() {
    return !lasting;
  }

  @Override
  public List<String> choices() {
    return List.of();
  }

  @Override
  public Optional<String> armed() {
    return machine.saboteur().armedExtras().contains(fault) ? Optional.of("") : Optional.empty();
  }

  @Override
  public void begin(Optional<String> choice) {
    machine.saboteur().arm(fault, lasting, after);
  }

  @Override
  public void end() {
    machine.saboteur().clear(fault);
  }
}
