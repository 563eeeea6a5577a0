package org.silverteller.simulator.torture;

import java.util.List;
import java.util.Optional;
import org.silverteller.simulator.scenario.Script;

/**
 * What a person has added to every world.
 *
 * @param customer comes now and then among the others
 * @param troubles join those that are drawn
 */
public record Own(Optional<Script> customer, List<Trouble> troubles, ThroughXfs through) {
  static final Own NOTHING = new Own(Optional.empty(), List.of(), ThroughXfs.SOME);

  public Own {
    troubles = List.copyOf(troubles);
  }
}
