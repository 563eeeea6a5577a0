package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;

/** The power fails at a moment of the saboteur's choice. */
record PowerTrouble(PowerCutArmed cut) implements Trouble {

  @Override
  public boolean once() {
    return true;
  }

  @Override
  public List<String> choices() {
    return PowerCutArmed.moments();
  }

  @Override
  public Optional<String> armed() {
    return cut.armed();
  }

  @Override
  public void begin(Optional<String> choice) {
    choice.ifPresent(cut::arm);
  }

  @Override
  public void end() {
    cut.disarm();
  }
}
