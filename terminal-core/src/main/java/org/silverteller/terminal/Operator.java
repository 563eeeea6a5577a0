package org.silverteller.terminal;

import java.util.Map;
import org.silverteller.event.TerminalEvent;
import org.silverteller.session.Ledger;
import org.silverteller.session.SideEvents;

/**
 * Hears what is not part of a conversation: operators' commands, devices, the stop of the service.
 */
final class Operator implements SideEvents {

  private final OperatorAnswers answers;
  private final Ledger ledger;
  private String state = "closed: STARTING";
  private String since;
  private boolean stopping;

  Operator(OperatorAnswers answers, Ledger ledger) {
    this.answers = answers;
    this.ledger = ledger;
    this.since = ledger.now().toString();
  }

  boolean stopping() {
    return stopping;
  }

  /** The terminal's state as {@code atm status} tells it. */
  void stateIs(String now) {
    if (!now.equals(state)) {
      state = now;
      since = ledger.now().toString();
      ledger.journal("STATE " + now);
    }
  }

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.OperatorCommand command) {
      answer(command);
    } else if (event instanceof TerminalEvent.StopRequested) {
      stopping = true;
    } else if (event instanceof TerminalEvent.DeviceChanged changed) {
      ledger.journal("DEVICE CHANGED " + changed.device());
    }
  }

  private void answer(TerminalEvent.OperatorCommand command) {
    try {
      Object answer =
          switch (command.name()) {
            case "status" -> answers.status(state, since, ledger.linesToday());
            case "units" -> answers.units();
            case "journal" -> answers.journal(command.arguments());
            case "stop" -> stop();
            default ->
                throw new IllegalArgumentException(
                    "command '" + command.name() + "': expected status, units, journal or stop");
          };
      command.reply().complete(Answers.json(answer));
    } catch (IllegalArgumentException refused) {
      command.reply().completeExceptionally(refused);
    }
  }

  private Map<String, Boolean> stop() {
    stopping = true;
    ledger.journal("OPERATOR STOP");
    return Map.of("stopping", true);
  }
}
