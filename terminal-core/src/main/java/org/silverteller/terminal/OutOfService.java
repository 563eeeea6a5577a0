package org.silverteller.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.Inbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Closed.Reason;
import org.silverteller.session.Dialogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stays closed until it is told to stop: the durable record cannot be trusted, or a bug has shown
 * itself. Moves no note, asks the host for nothing, writes nothing; a card or book inside is handed
 * out, and an operator who asks is told why.
 */
final class OutOfService {

  private static final Logger LOG = LoggerFactory.getLogger(OutOfService.class);

  private static final Duration REST = Duration.ofSeconds(30);

  private final String terminalId;
  private final Operators operators;
  private final Inbox inbox;
  private final Hardware hardware;
  private final String since;

  /**
   * @param since local time, ISO 8601
   */
  OutOfService(
      String terminalId, Operators operators, Inbox inbox, Hardware hardware, String since) {
    this.terminalId = terminalId;
    this.operators = operators;
    this.inbox = inbox;
    this.hardware = hardware;
    this.since = since;
  }

  /**
   * @param why for the field engineer: what was found and what to do
   */
  void stay(Dialogue dialogue, Reason reason, String why) {
    release();
    dialogue.tell(new Page.Closed(reason));
    while (true) {
      TerminalEvent event = inbox.next(REST);
      if (event instanceof TerminalEvent.StopRequested) {
        return;
      }
      if (event instanceof TerminalEvent.OperatorCommand command) {
        if (answer(command, reason + ": " + why)) {
          return;
        }
      } else if (!(event instanceof TerminalEvent.Silence)) {
        dialogue.swaps(event);
      }
    }
  }

  /** Whether it is to stop. */
  private boolean answer(TerminalEvent.OperatorCommand command, String why) {
    switch (command.name()) {
      case "status" ->
          command
              .reply()
              .complete(
                  Answers.json(
                      new StatusReport(
                          terminalId,
                          "closed: " + why,
                          since,
                          "down",
                          List.of(),
                          0,
                          0,
                          0,
                          0,
                          Map.of(),
                          "")));
      case "stop" -> {
        return stops(command);
      }
      default ->
          command
              .reply()
              .completeExceptionally(new IllegalArgumentException("out of service: " + why));
    }
    return false;
  }

  private boolean stops(TerminalEvent.OperatorCommand command) {
    try {
      operators.require(command.account(), Role.SERVICE, "stop the terminal");
      LOG.info("stopped by {}", command.account());
      return command.reply().complete(Answers.json(Map.of("stopping", true)));
    } catch (IllegalArgumentException refused) {
      LOG.warn("refused: {}", refused.getMessage());
      command.reply().completeExceptionally(refused);
      return false;
    }
  }

  /**
   * A device that fails here leaves inside what it holds; nothing can be written down, so nothing
   * more is tried.
   */
  private void release() {
    CardReader reader = hardware.cardReader();
    try {
      reader.accept(false);
      if (reader.media() == CardReader.Media.INSIDE) {
        reader.eject();
      }
    } catch (DeviceFault stuck) {
      LOG.error("out of service, and the card reader fails", stuck);
    }
    hardware.passbookUnit().ifPresent(OutOfService::release);
  }

  private static void release(PassbookUnit unit) {
    try {
      unit.accept(false);
      if (unit.media() == CardReader.Media.INSIDE) {
        unit.eject();
      }
    } catch (DeviceFault stuck) {
      LOG.error("out of service, and the passbook unit fails", stuck);
    }
  }
}
