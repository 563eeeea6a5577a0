package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * Plays one script: a machine, a bank, people, virtual time, and the real terminal between them.
 * When the script is over, faults are healed, the terminal has time to settle what it owes, and the
 * audit is made.
 */
public final class Stage implements World.Happenings {

  private static final Instant START =
      LocalDateTime.of(2026, 6, 18, 9, 0).atZone(Cast.ZONE).toInstant();
  private static final Duration THINKING = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);
  private static final Duration LONGEST_SETTLING = Duration.ofHours(2);

  private final Script script;
  private final Transcript transcript;
  private final World world = new World(START, this);
  private final Cuts cuts = new Cuts();
  private final Saboteur bankSaboteur = new Saboteur();
  private final Scenery scenery;
  private final VirtualMachine machine;
  private final People people;
  private final BankSteps bankSteps;
  private final OperatorSteps operatorSteps;
  private int nextStep;
  private Instant lastAct = START;
  private boolean healed;
  private boolean ended;

  /** How a script ended. */
  public record Result(Transcript transcript, List<String> violations) {
    public boolean auditHolds() {
      return violations.isEmpty();
    }
  }

  private Stage(Script script, Depth depth, Wiring wiring, Transcript transcript)
      throws IOException {
    this.script = script;
    this.transcript = transcript;
    Props props = new Props(script);
    this.machine = new VirtualMachine(props.machine());
    this.people = new People(machine);
    this.bankSteps = new BankSteps(bankSaboteur);
    Chronicle chronicle = new Chronicle(transcript);
    this.scenery =
        depth.build(props, world, wiring.connect(machine, world), bankSaboteur, chronicle, cuts);
    this.operatorSteps = new OperatorSteps(scenery::store, world, transcript);
    this.nextStep = props.firstStep();
    machine.hook(cuts);
    machine.witness(chronicle::device);
  }

  /**
   * @param line is given each line of the transcript as it comes
   */
  public static Result play(Script script, Depth depth, Wiring wiring, Consumer<String> line)
      throws IOException {
    Transcript transcript = new Transcript(line);
    script.head().forEach(transcript::raw);
    Stage stage = new Stage(script, depth, wiring, transcript);
    try (Scenery scenery = stage.scenery) {
      stage.run();
      List<String> violations =
          new Auditor(stage.machine, scenery.bank(), scenery.store(), transcript.text())
              .violations();
      stage.people.books().values().forEach(stage::read);
      violations.addAll(new PaperAudit(scenery.bank().ledger(), stage.people.books()).violations());
      violations.forEach(violation -> transcript.happened("audit", "VIOLATED " + violation));
      if (violations.isEmpty()) {
        transcript.happened("audit", "holds");
      }
      return new Result(transcript, violations);
    }
  }

  /** What stands in a passbook when all is over. */
  private void read(VirtualBook book) {
    for (VirtualBook.Print print : book.prints()) {
      transcript.happened(
          "paper",
          book.name()
              + " page "
              + print.page()
              + " row "
              + print.line()
              + (print.whole() ? "  " : " (torn off)  ")
              + print.text().stripTrailing());
    }
  }

  /** Boots terminals until the script is over. */
  private void run() {
    script.steps().subList(0, nextStep).forEach(transcript::done);
    while (!ended) {
      try {
        scenery.boot().run();
      } catch (PowerCut cut) {
        transcript.happened("power", cut.getMessage().replace("power cut: ", "cut "));
        machine.cutPower();
        world.forgetEvents();
        whilePowerIsOff();
        machine.restorePower();
        transcript.happened("power", "back");
      }
    }
  }

  /** What people do until somebody switches the machine on again. */
  private void whilePowerIsOff() {
    while (nextStep < script.steps().size()) {
      Step step = script.steps().get(nextStep++);
      world.passUntil(
          world.instant().plus(step.verb().equals("wait") ? step.duration(1) : THINKING));
      lastAct = world.instant();
      transcript.done(step);
      if (step.verb().equals("reboot")) {
        return;
      }
      act(step);
    }
  }

  @Override
  public void beforeWaiting() {
    scenery.settleLine();
  }

  @Override
  public Optional<Instant> due(Instant now) {
    Optional<Instant> line = scenery.nextLineChange();
    Optional<Instant> own = nextStep < script.steps().size() ? stepDue(now) : endDue(now);
    return line.isPresent() && own.isPresent()
        ? Optional.of(line.get().isBefore(own.get()) ? line.get() : own.get())
        : line.or(() -> own);
  }

  private Optional<Instant> stepDue(Instant now) {
    Step step = script.steps().get(nextStep);
    if (step.verb().equals("wait")) {
      return Optional.of(latest(now, lastAct.plus(step.duration(1))));
    }
    Optional<String> waitsFor = people.waitsFor(step);
    if (waitsFor.isPresent()) {
      if (now.isAfter(lastAct.plus(LONGEST_WAIT))) {
        throw step.fault(
            "'"
                + step
                + "' has waited "
                + LONGEST_WAIT.toMinutes()
                + " minutes for "
                + waitsFor.get()
                + "; the machine shows "
                + people.page().map(Page::name).orElse("nothing"));
      }
      return Optional.empty();
    }
    return Optional.of(latest(now, lastAct.plus(THINKING)));
  }

  /**
   * The script is over: faults heal, and when the terminal is at rest and owes nothing it is told
   * to stop.
   */
  private Optional<Instant> endDue(Instant now) {
    if (!healed) {
      return Optional.of(now);
    }
    boolean tooLong = now.isAfter(lastAct.plus(LONGEST_SETTLING));
    return (atRest() && scenery.store().owed().isEmpty()) || tooLong
        ? Optional.of(now)
        : Optional.empty();
  }

  private boolean atRest() {
    return people
        .page()
        .filter(page -> page instanceof Page.Welcome || page instanceof Page.Closed)
        .isPresent();
  }

  @Override
  public void happen(Instant now) {
    if (scenery.nextLineChange().filter(change -> !change.isAfter(now)).isPresent()) {
      scenery.announceLine();
    } else if (nextStep < script.steps().size()) {
      Step step = script.steps().get(nextStep++);
      lastAct = now;
      transcript.done(step);
      act(step);
    } else if (!healed) {
      healed = true;
      bankSaboteur.heal();
      machine.saboteur().armed().forEach(armed -> machine.saboteur().clear(armed.fault()));
      machine.saboteur().armedExtras().forEach(machine.saboteur()::clear);
    } else {
      ended = true;
      world.post(new TerminalEvent.StopRequested());
    }
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void act(Step step) {
    switch (step.verb()) {
      case "wait" -> {}
      case "bank" -> bankSteps.act(step);
      case "operator" -> operatorSteps.act(step);
      case "clock" -> world.setClock(step.jump(1));
      case "line" -> scenery.dropLine(step.duration(1));
      case "reboot" -> world.post(new TerminalEvent.StopRequested());
      case "cut" -> {
        if (step.word(1, "before, after or now").equals("now")) {
          throw new PowerCut("now");
        }
        cuts.arm(step);
      }
      default -> {
        if (!people.act(step)) {
          throw step.fault(
              "'"
                  + step.verb()
                  + "': expected insert, pin, type, key, touch, put, take, wait, fault, book-fault, repair, load, operator, bank, line, clock, cut, reboot, or at the"
                  + " beginning machine");
        }
      }
    }
  }
}
