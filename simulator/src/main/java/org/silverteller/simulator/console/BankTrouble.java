package org.silverteller.simulator.console;

import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.bank.Saboteur.Armed;

/**
 * A fault of the bank's replies. One that stands takes the place of another that stands for the
 * same messages.
 */
record BankTrouble(Saboteur saboteur, Target target, ReplyFault fault, boolean once)
    implements Trouble {

  @Override
  public List<String> choices() {
    return List.of();
  }

  @Override
  public Optional<String> armed() {
    return saboteur.armed().contains(meant()) ? Optional.of("") : Optional.empty();
  }

  @Override
  public void begin(Optional<String> choice) {
    arm(meant());
  }

  /** The saboteur can only heal everything: what else was armed is armed again. */
  @Override
  public void end() {
    List<Armed> others = saboteur.armed().stream().filter(armed -> !armed.equals(meant())).toList();
    saboteur.heal();
    others.forEach(this::arm);
  }

  private Armed meant() {
    return new Armed(target, fault, !once);
  }

  private void arm(Armed armed) {
    if (armed.standing()) {
      saboteur.keep(armed.target(), armed.fault());
    } else {
      saboteur.arm(armed.target(), armed.fault());
    }
  }
}
