package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * A fault of the hardware.
 *
 * @param sabotage what is armed; where a unit is to be chosen, without it
 * @param inUnit whether it strikes a cassette of the saboteur's choice
 */
record MachineTrouble(VirtualMachine machine, Sabotage sabotage, boolean inUnit)
    implements Trouble {

  @Override
  public boolean once() {
    return !sabotage.lasting();
  }

  @Override
  public List<String> choices() {
    return inUnit
        ? machine.view().units().stream()
            .filter(unit -> unit.type().dispenses())
            .map(CashUnit::id)
            .map(UnitId::name)
            .toList()
        : List.of();
  }

  @Override
  public Optional<String> armed() {
    return machine.saboteur().armed().stream()
        .filter(other -> other.fault() == sabotage.fault())
        .findFirst()
        .map(other -> other.unit().map(UnitId::name).orElse(""));
  }

  @Override
  public void begin(Optional<String> choice) {
    end();
    machine.saboteur().arm(choice.map(UnitId::of).map(sabotage::in).orElse(sabotage));
  }

  @Override
  public void end() {
    machine.saboteur().clear(sabotage.fault());
  }
}
