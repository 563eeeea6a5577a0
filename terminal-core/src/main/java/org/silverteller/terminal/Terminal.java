package org.silverteller.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.silverteller.card.CardScheme;
import org.silverteller.device.Hardware;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Inbox;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Closed.Reason;
import org.silverteller.session.BookSession;
import org.silverteller.session.CustomerSession;
import org.silverteller.session.Desk;
import org.silverteller.session.Dialogue;
import org.silverteller.session.Ledger;
import org.silverteller.session.NoteRegister;
import org.silverteller.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One terminal, one thread, one customer at a time: recover, then serve until told to stop. */
public final class Terminal {

  private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);

  /** How long a profile or language touched at rest waits for its customer. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final Desk desk;
  private final Inbox inbox;
  private final HostDuty host;
  private final Availability availability;
  private final Recovery recovery;
  private final NoteRegister notes;
  private final Operator operator;
  private final Dialogue dialogue;
  private final Hardware hardware;
  private final Ledger ledger;
  private final OutOfService outOfService;
  private final Slots slots;
  private Optional<Page> showing = Optional.empty();
  private Duration lookKeptUntil;

  Terminal(TerminalParts parts) {
    this.desk = parts.desk();
    this.inbox = parts.inbox();
    this.host = parts.hostDuty();
    this.availability = parts.availability();
    this.recovery = parts.recovery();
    this.notes = parts.notes();
    this.operator = parts.operator();
    this.dialogue = parts.dialogue();
    this.hardware = parts.hardware();
    this.ledger = parts.ledger();
    this.outOfService = parts.outOfService();
    this.slots = new Slots(desk, hardware, dialogue.lights(), ledger);
    this.lookKeptUntil = inbox.elapsed();
  }

  /**
   * Returns when it was told to stop and nobody is being served. What nobody foresaw ends the
   * service, not the process.
   */
  public void run() {
    try {
      dialogue.tell(new Page.Closed(Reason.STARTING));
      recovery.run();
      notes.attend(inbox.elapsed());
      notes.recover();
      giveBackInside("AT START");
      serve();
      slots.open(false);
      dialogue.tell(new Page.Closed(Reason.OPERATOR));
      ledger.journal("STOP");
    } catch (StoreFailure failure) {
      LOG.error("out of service: the durable record", failure);
      outOfService.stay(dialogue, Reason.STORE_DAMAGED, failure.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("out of service: a fault of the program", bug);
      outOfService.stay(dialogue, Reason.DEVICE_FAULT, bug.toString());
    }
  }

  private void serve() {
    while (!operator.stopping()) {
      host.attend();
      notes.attend(inbox.elapsed());
      rest();
      TerminalEvent event = inbox.next(untilNextDuty());
      if (event instanceof TerminalEvent.CardInserted) {
        serve(DeviceName.CARD_READER, new CustomerSession(desk)::run);
      } else if (event instanceof TerminalEvent.BookInserted
          && hardware.passbookUnit().isPresent()) {
        serve(DeviceName.PASSBOOK_UNIT, new BookSession(desk)::run);
      } else if (dialogue.swaps(event)) {
        lookKeptUntil = inbox.elapsed().plus(REST);
      } else {
        if (operator.worksOnCash(event)) {
          closeForWork();
        }
        operator.happened(event);
        if (repaired(event) && !slots.somebodyWaits()) {
          slots.open(false);
          giveBackInside("AFTER REPAIR");
        }
      }
    }
  }

  /** While people work on the cash nobody puts a card in; one that is in already comes first. */
  private void closeForWork() {
    if (slots.somebodyWaits()) {
      operator.stateIs("serving", false);
      return;
    }
    slots.open(false);
    Page closed = new Page.Closed(Reason.OPERATOR);
    dialogue.tell(closed);
    showing = Optional.of(closed);
  }

  /**
   * What a slot that is not open holds belongs to nobody who is served. Somebody who has just come
   * in through the other slot is served first, and it is given back after that.
   */
  private boolean repaired(TerminalEvent event) {
    return event.equals(new TerminalEvent.DeviceChanged(DeviceName.CARD_READER))
            && !slots.takesCards()
        || event.equals(new TerminalEvent.DeviceChanged(DeviceName.PASSBOOK_UNIT))
            && !slots.takesBooks();
  }

  private void serve(DeviceName cameIn, Runnable conversation) {
    slots.serve(cameIn);
    operator.stateIs("serving", false);
    conversation.run();
    slots.giveBackUnserved(cameIn);
    host.afterConversation();
    dialogue.forget();
    showing = Optional.empty();
  }

  /**
   * Shows what the machine can do now, and opens the slots when it can serve. Who has just come in
   * is served first.
   */
  private void rest() {
    if (slots.somebodyWaits()) {
      return;
    }
    Optional<Reason> closed = availability.closedBecause();
    operator.stateIs(
        closed.map(reason -> "closed: " + reason).orElseGet(availability::openState), true);
    slots.open(closed.isEmpty());
    Look before = dialogue.look();
    if (inbox.elapsed().compareTo(lookKeptUntil) >= 0) {
      dialogue.forget();
    }
    Page page = closed.<Page>map(Page.Closed::new).orElseGet(this::welcome);
    if (!showing.equals(Optional.of(page)) || !before.equals(dialogue.look())) {
      dialogue.tell(page);
      showing = Optional.of(page);
    }
  }

  private Page welcome() {
    ReceiptPrinter printer = hardware.receiptPrinter();
    boolean receipts = printer.status().works() && printer.paper() != ReceiptPrinter.Paper.OUT;
    return new Page.Welcome(
        availability.notes(), List.of(CardScheme.values()), receipts, slots.takesBooks());
  }

  private Duration untilNextDuty() {
    Duration left = host.untilDue();
    return left.isNegative() ? Duration.ZERO : left.compareTo(REST) > 0 ? REST : left;
  }

  private void giveBackInside(String when) {
    if (slots.giveBackInside(when)) {
      showing = Optional.empty();
    }
  }
}
