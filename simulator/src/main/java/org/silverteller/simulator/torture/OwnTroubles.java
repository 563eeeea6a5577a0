package org.silverteller.simulator.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.scenario.BankSteps;
import org.silverteller.simulator.scenario.People;
import org.silverteller.simulator.scenario.Step;
import org.silverteller.store.TransactionState;

/**
 * A person's own troubles: a text file, one a line, in the words of the scripts. Lines that begin
 * with {@code #} are comments.
 *
 * <pre>
 * fault jam-in-stack 3 CASS1
 * bank late 40s
 * bank advice silent
 * line 5min
 * hold 1 45s
 * cut before note-picked 3
 * cut after commit presented
 * disk before 5
 * clock 1h 20
 * </pre>
 */
final class OwnTroubles {

  private static final Duration POWER_OFF = Duration.ofMinutes(2);

  private OwnTroubles() {}

  /**
   * @throws IOException when the file cannot be read
   * @throws org.silverteller.simulator.scenario.ScriptFault naming file and line, what was found
   *     and what was expected
   */
  static List<Trouble> read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("faults '" + file + "': expected a readable file");
    }
    List<Trouble> troubles = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        troubles.add(
            trouble(new Step(file.getFileName().toString(), number, List.of(text.split("\\s+")))));
      }
    }
    return troubles;
  }

  private static Trouble trouble(Step step) {
    return switch (step.verb()) {
      case "fault" -> new Trouble.Device(People.sabotage(step));
      case "bank" -> bank(step);
      case "line" -> new Trouble.Outage(Duration.ZERO, step.duration(1));
      case "hold" -> new Trouble.HeldUp(step.number(1), step.duration(2));
      case "cut" -> new Trouble.Power(before(step), moment(step), nth(step), POWER_OFF);
      case "disk" -> new Trouble.Disk(before(step), step.number(2));
      case "clock" -> new Trouble.Clock(step.duration(1), step.number(2));
      default ->
          throw step.fault(
              "'" + step.verb() + "': expected fault, bank, line, hold, cut, disk or clock");
    };
  }

  private static Trouble bank(Step step) {
    return switch (step.word(1, "what the bank does")) {
      case "advice" -> new Trouble.Bank(Target.ADVICE, BankSteps.fault(step, 2), 1);
      case "network" -> new Trouble.Bank(Target.NETWORK, BankSteps.fault(step, 2), 1);
      default -> new Trouble.Bank(Target.REQUEST, BankSteps.fault(step, 1), 1);
    };
  }

  private static boolean before(Step step) {
    String when = step.word(1, "before or after");
    if (!when.equals("before") && !when.equals("after")) {
      throw step.fault("found '" + when + "', expected before or after");
    }
    return when.equals("before");
  }

  private static Moment moment(Step step) {
    return switch (step.word(2, "an effect, commit or any")) {
      case "any" -> Moment.ANY;
      case "message" -> Moment.MESSAGE_SENT;
      case "commit" -> Moment.commit(step.constant(3, TransactionState.class));
      default -> Moment.of(step.constant(2, Effect.class));
    };
  }

  private static int nth(Step step) {
    int at = step.word(2, "a moment").equals("commit") ? 4 : 3;
    return step.count() >= at ? step.number(at) : 1;
  }
}
