package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Optional;
import org.silverteller.device.CardReader.Media;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.NoteMix;
import org.silverteller.page.Frame;

/**
 * The hands and eyes of whoever stands before the machine. What hands can do they can do without
 * power too: draw out a card, notes, a slip. May be used from any thread.
 */
public final class Customer {

  private final VirtualMachine machine;

  Customer(VirtualMachine machine) {
    this.machine = machine;
  }

  // ---- card

  /**
   * Puts a card into the slot.
   *
   * @return false when the slot is closed or occupied, the reader is off the line, or the card is
   *     in the retain bin
   */
  public boolean insertCard(VirtualCard card) {
    boolean taken;
    synchronized (machine) {
      taken =
          machine.powered()
              && !machine.faults.lasts(Fault.CARD_READER_OFFLINE)
              && machine.cards.insert(card);
    }
    tell("inserts " + card.name(), taken ? "" : " → refused");
    if (taken) {
      machine.post(new TerminalEvent.CardInserted());
    }
    return taken;
  }

  /** Draws the card out of the slot; empty when none waits there. */
  public Optional<VirtualCard> takeCard() {
    Optional<VirtualCard> card;
    synchronized (machine) {
      card = machine.cards.take();
    }
    if (card.isPresent()) {
      tell("takes card ", card.get().name());
      machine.post(new TerminalEvent.CardTaken());
    }
    return card;
  }

  /** Whether a card waits in the slot. */
  public boolean cardWaits() {
    synchronized (machine) {
      return machine.cards.media() == Media.AT_EXIT;
    }
  }

  // ---- notes

  /** Takes all notes in reach; empty when there are none. */
  public NoteMix takeNotes() {
    return takeNotes(Integer.MAX_VALUE);
  }

  /** Takes up to so many of the notes in reach. NotesTaken comes only when none is left. */
  public NoteMix takeNotes(int most) {
    NoteMix notes;
    boolean noticed;
    synchronized (machine) {
      notes = machine.cash.take(Math.max(0, most));
      noticed =
          !notes.isEmpty()
              && machine.cash.notes().in(Place.EXIT) == 0
              && machine.powered()
              && machine.cash.exitEmptied();
    }
    if (!notes.isEmpty() && machine.watched()) {
      machine.tell("customer takes notes " + notes);
    }
    if (noticed) {
      machine.post(new TerminalEvent.NotesTaken());
    }
    return notes;
  }

  /** How many notes wait in reach. */
  public int notesWaiting() {
    synchronized (machine) {
      return machine.cash.inReach();
    }
  }

  // ---- passbook

  /**
   * Puts a book into the slot, open as it is held.
   *
   * @return false when there is no passbook unit, or its slot is closed or occupied
   */
  public boolean insertBook(VirtualBook book) {
    boolean taken;
    synchronized (machine) {
      taken =
          machine.powered()
              && !machine.extraFaults.lasts(BookFault.OFFLINE)
              && machine.books.filter(unit -> unit.insert(book)).isPresent();
    }
    tell("inserts book " + book.name(), taken ? "" : " → refused");
    if (taken) {
      machine.post(new TerminalEvent.BookInserted());
    }
    return taken;
  }

  /** Draws the book out of the slot; empty when none waits there. */
  public Optional<VirtualBook> takeBook() {
    Optional<VirtualBook> book;
    synchronized (machine) {
      book = machine.books.flatMap(BookPath::take);
    }
    if (book.isPresent()) {
      tell("takes book ", book.get().name());
      machine.post(new TerminalEvent.BookTaken());
    }
    return book;
  }

  /** Whether a book waits in the slot. */
  public boolean bookWaits() {
    synchronized (machine) {
      return machine.books.filter(unit -> unit.media() == Media.AT_EXIT).isPresent();
    }
  }

  // ---- notes to be deposited

  /**
   * Puts notes into the acceptor's input.
   *
   * @return false when there is no acceptor, or its input is closed
   */
  public boolean insertNotes(List<VirtualNote> notes) {
    boolean taken;
    synchronized (machine) {
      taken =
          machine.powered()
              && !machine.extraFaults.lasts(AcceptorFault.OFFLINE)
              && machine.deposits.filter(acceptor -> acceptor.insert(notes)).isPresent();
    }
    tell("puts in " + VirtualNote.told(notes), taken ? "" : " → refused");
    if (taken) {
      machine.post(new TerminalEvent.NotesInserted());
    }
    return taken;
  }

  /** Whether the acceptor's input takes notes now. */
  public boolean inputOpen() {
    synchronized (machine) {
      return machine.powered() && machine.deposits.filter(AcceptorMechanism::inputOpen).isPresent();
    }
  }

  /** Takes what the acceptor handed back, and what it has not drawn in; empty when nothing is. */
  public List<VirtualNote> takeReturnedNotes() {
    List<VirtualNote> notes;
    boolean noticed;
    synchronized (machine) {
      boolean returned = returnedNotesWaiting() > 0;
      notes = machine.deposits.map(AcceptorMechanism::take).orElse(List.of());
      boolean sensed = !notes.isEmpty() && machine.powered();
      if (sensed) {
        machine.deposits.ifPresent(AcceptorMechanism::exitEmptied);
      }
      noticed = sensed && returned;
    }
    if (!notes.isEmpty()) {
      tell("takes back ", VirtualNote.told(notes));
    }
    if (noticed) {
      machine.post(new TerminalEvent.ReturnTaken());
    }
    return notes;
  }

  /** How many notes the acceptor has handed back that are not taken. */
  public int returnedNotesWaiting() {
    synchronized (machine) {
      return machine.deposits.map(acceptor -> acceptor.in(AcceptorPlace.EXIT).size()).orElse(0);
    }
  }

  // ---- slip

  /** Draws the slip out of the mouth: its lines; empty when none waits there. */
  public Optional<List<String>> takeReceipt() {
    Optional<List<String>> slip;
    synchronized (machine) {
      slip = machine.paper.take();
    }
    if (slip.isPresent()) {
      tell("takes receipt", "");
    }
    return slip;
  }

  public boolean receiptWaits() {
    synchronized (machine) {
      return machine.paper.slipWaits();
    }
  }

  // ---- screen and keys

  /** What is on the glass; empty when it is dark. */
  public Optional<Frame> frame() {
    synchronized (machine) {
      return machine.frame;
    }
  }

  /** What the loudspeaker said last; empty when it is silent. */
  public String heard() {
    synchronized (machine) {
      return machine.lastWords;
    }
  }

  /** A finger on the glass, in pixels of the frame. */
  public void touch(int x, int y) {
    if (machine.watched()) {
      machine.tell("customer touches " + x + "," + y);
    }
    if (machine.powered()) {
      machine.post(new TerminalEvent.Touched(x, y, frameNumber()));
    }
  }

  /**
   * Touches the middle of an option's area on the frame that is on the glass.
   *
   * @return false when the frame has no such option, or the glass is dark
   */
  public boolean touchOption(String optionId) {
    Optional<TerminalEvent> touched;
    synchronized (machine) {
      long number = machine.frameNumber;
      touched =
          machine.frame.flatMap(shown -> shown.areaOf(optionId).map(area -> touchOf(area, number)));
    }
    if (touched.isPresent()) {
      tell("touches ", optionId);
      machine.post(touched.get());
    }
    return touched.isPresent();
  }

  private static TerminalEvent touchOf(Frame.Area area, long frameNumber) {
    return new TerminalEvent.Touched(
        area.x() + area.width() / 2, area.y() + area.height() / 2, frameNumber);
  }

  private long frameNumber() {
    synchronized (machine) {
      return machine.frameNumber;
    }
  }

  /** What the pad listens to. */
  public PadMode padMode() {
    synchronized (machine) {
      return machine.keypad.mode();
    }
  }

  /**
   * Presses a key of the PIN pad.
   *
   * @return whether the pad took notice
   * @throws IllegalArgumentException for {@link Key#HIDDEN}, which no pad has
   */
  public boolean press(Key key) {
    Optional<Key> told = pressed(key);
    if (machine.watched()) {
      machine.tell("customer presses " + told.map(Key::toString).orElse("in vain"));
    }
    return told.isPresent();
  }

  /**
   * Types digits, then Enter.
   *
   * @return whether the pad took notice of all of them
   * @throws IllegalArgumentException when there is anything but digits; does not tell what
   */
  public boolean typePin(String digits) {
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(
          "a PIN of " + digits.length() + " characters: expected digits only");
    }
    boolean all = true;
    for (int at = 0; at < digits.length(); at++) {
      all &= pressed(Key.ofDigit(digits.charAt(at) - '0')).isPresent();
    }
    all &= pressed(Key.ENTER).isPresent();
    if (machine.watched()) {
      machine.tell("customer types PIN " + "*".repeat(digits.length()) + (all ? "" : " in vain"));
    }
    return all;
  }

  private Optional<Key> pressed(Key key) {
    if (key == Key.HIDDEN) {
      throw new IllegalArgumentException("key HIDDEN: expected a key that a pad has");
    }
    Optional<Key> told;
    synchronized (machine) {
      boolean listening = machine.powered() && !machine.faults.lasts(Fault.PIN_PAD_OFFLINE);
      told = listening ? machine.keypad.press(key) : Optional.empty();
    }
    told.ifPresent(reported -> machine.post(new TerminalEvent.KeyPressed(reported)));
    return told;
  }

  private void tell(String what, String more) {
    if (machine.watched()) {
      machine.tell("customer " + what + more);
    }
  }
}
