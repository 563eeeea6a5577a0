package org.silverteller.terminal;

import java.util.List;
import java.util.Map;
import org.silverteller.event.TerminalEvent;
import org.silverteller.session.Ledger;
import org.silverteller.session.SideEvents;

/**
 * Hears what is not part of a conversation: operators' commands, devices, the stop of the service.
 * Everybody may see; what changes something needs a role, is done by name, and stands in the
 * journal, refused or not (requirements 12 and 14 of the facts on security).
 */
final class Operator implements SideEvents {

  private static final String SET = "units-set";
  private static final String TEST = "units-test";
  private static final String SETTLE = "settle suspense cases";

  private final OperatorAnswers answers;
  private final SuspenseOffice suspense;
  private final UnitsOffice units;
  private final SerialsOffice serials;
  private final Operators operators;
  private final Ledger ledger;
  private String state = "closed: STARTING";
  private String since;
  private boolean atRest;
  private boolean stopping;

  Operator(
      OperatorAnswers answers,
      SuspenseOffice suspense,
      UnitsOffice units,
      SerialsOffice serials,
      Operators operators,
      Ledger ledger) {
    this.answers = answers;
    this.suspense = suspense;
    this.units = units;
    this.serials = serials;
    this.operators = operators;
    this.ledger = ledger;
    this.since = ledger.now().toString();
  }

  boolean stopping() {
    return stopping;
  }

  /** Whether an event has hands work on the cash, for which the machine closes to customers. */
  boolean worksOnCash(TerminalEvent event) {
    return event instanceof TerminalEvent.OperatorCommand command
        && (command.name().equals(SET) && operators.may(command.account(), Role.REPLENISH)
            || command.name().equals(TEST) && operators.may(command.account(), Role.SERVICE));
  }

  /**
   * The terminal's state as {@code atm status} tells it.
   *
   * @param resting nobody is being served, and what a power cut left open has come to an end
   */
  void stateIs(String now, boolean resting) {
    atRest = resting;
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
    String account = command.account();
    List<String> words = command.arguments();
    try {
      Object answer =
          switch (command.name()) {
            case "status" -> answers.status(state, since, ledger.linesToday());
            case "units" -> answers.units();
            case SET ->
                resting(account, Role.REPLENISH, "set counts", () -> units.set(account, words));
            case TEST ->
                resting(account, Role.SERVICE, "test the units", () -> units.test(account));
            case "journal" -> answers.journal(words);
            case "serials" -> serials.files();
            case "serials-stan" -> serials.ofStan(words);
            case "serials-find" ->
                resting(account, Role.VIEW, "look for serials", () -> serials.ofSerial(words));
            case "suspense" -> suspense.open();
            case "suspense-cleared" -> suspense.cleared(words);
            case "suspense-settle" ->
                resting(account, Role.SECURITY, SETTLE, () -> suspense.propose(account, words));
            case "suspense-approve" ->
                resting(account, Role.SECURITY, SETTLE, () -> suspense.approve(account, words));
            case "stop" -> stop(account);
            default ->
                throw new IllegalArgumentException(
                    "command '"
                        + command.name()
                        + "': expected status, units, units-set, units-test, journal, serials,"
                        + " serials-stan, serials-find, suspense, suspense-cleared, suspense-settle, suspense-approve or"
                        + " stop");
          };
      command.reply().complete(Answers.json(answer));
    } catch (IllegalArgumentException refused) {
      command.reply().completeExceptionally(refused);
    }
  }

  private interface Doing {
    Object done();
  }

  /** Not while a transaction may still move: what is found must be what stays. */
  private Object resting(String account, Role role, String what, Doing word) {
    return named(
        account,
        role,
        what,
        () -> {
          if (!atRest) {
            throw new IllegalArgumentException(
                "a customer is being served: expected nobody at the machine; try again then");
          }
          return word.done();
        });
  }

  private Object stop(String account) {
    return named(
        account,
        Role.SERVICE,
        "stop the terminal",
        () -> {
          stopping = true;
          ledger.journal("OPERATOR " + account + " STOP");
          return Map.of("stopping", true);
        });
  }

  private Object named(String account, Role role, String what, Doing word) {
    try {
      operators.require(account, role, what);
      return word.done();
    } catch (IllegalArgumentException refused) {
      ledger.journal("OPERATOR " + account + " REFUSED " + refused.getMessage());
      throw refused;
    }
  }
}
