package org.silverteller.simulator.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.scenario.People;
import org.silverteller.simulator.scenario.Script;
import org.silverteller.simulator.scenario.Step;

/** A customer who follows a script, among all the others. */
final class ScriptedVisitor implements Actor {

  private static final Set<String> VERBS =
      Set.of("insert", "pin", "type", "key", "touch", "put", "take", "wait");
  private static final Duration THINKING = Duration.ofSeconds(1);

  private final World world;
  private final People people;
  private final List<Step> steps;
  private final Tale tale;
  private int next;
  private Instant last = Instant.MIN;

  ScriptedVisitor(World world, VirtualMachine machine, List<Step> steps, Tale tale) {
    this.world = world;
    this.people = new People(machine);
    this.steps = steps;
    this.tale = tale;
    this.next = steps.size();
  }

  /**
   * The steps of the script that a customer does.
   *
   * @throws org.silverteller.simulator.scenario.ScriptFault for a step that is not a customer's
   */
  static List<Step> stepsOf(Script script) {
    for (Step step : script.steps()) {
      if (!VERBS.contains(step.verb())) {
        throw step.fault(
            "'"
                + step.verb()
                + "': expected what a customer does, one of "
                + VERBS.stream().sorted().toList());
      }
    }
    return script.steps();
  }

  /** Begins with the first step; the machine takes a card now. */
  void stepsUp() {
    next = 0;
    last = world.instant();
  }

  /** Goes home, whatever is left of the script. */
  void leaves() {
    next = steps.size();
  }

  @Override
  public Instant due() {
    if (next >= steps.size()) {
      return Instant.MAX;
    }
    Step step = steps.get(next);
    if (step.verb().equals("wait")) {
      return last.plus(step.duration(1));
    }
    return people.waitsFor(step).isPresent() ? Instant.MAX : latest(last.plus(THINKING));
  }

  private Instant latest(Instant wanted) {
    return wanted.isBefore(world.instant()) ? world.instant() : wanted;
  }

  @Override
  public void act() {
    Step step = steps.get(next++);
    last = world.instant();
    tale.tell("customer", step.toString());
    if (!step.verb().equals("wait")) {
      people.act(step);
    }
  }
}
