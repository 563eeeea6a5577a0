package org.silverteller.simulator.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silverteller.event.Key;
import org.silverteller.money.UnitId;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;

/**
 * Who acts at the machine: the customer, the attendant, and whoever breaks it. A customer acts when
 * the machine is ready for it, as people do: a thing is taken when it is offered, an option is
 * touched when it is on the glass.
 */
public final class People {

  /** Of every book that a script puts in. */
  private static final int PAGES = 6;

  private final VirtualMachine machine;
  private final Customer customer;
  private final Map<String, VirtualBook> books = new LinkedHashMap<>();
  private Optional<VirtualCard> card = Optional.empty();
  private String pin = "";

  public People(VirtualMachine machine) {
    this.machine = machine;
    this.customer = machine.customer();
  }

  /** The card that was put in last. */
  Optional<VirtualCard> card() {
    return card;
  }

  /** The passbooks that were put in, by name. */
  Map<String, VirtualBook> books() {
    return books;
  }

  /** What the step waits for; empty when it can be done now. */
  public Optional<String> waitsFor(Step step) {
    return switch (step.verb()) {
      case "insert" ->
          book(step)
              ? unless(machine.bookSlotOpen(), "an open passbook slot")
              : unless(machine.view().slotOpen(), "an open card slot");
      case "pin" -> unless(customer.padMode() == PadMode.PIN, "the PIN pad to ask for a PIN");
      case "type" ->
          unless(
              page().filter(Page.AmountEntry.class::isInstance).isPresent(),
              "a page to type an amount on");
      case "touch" ->
          unless(
              offered(step.word(1, "an option id")),
              "option '" + step.word(1, "") + "' on the glass");
      case "take" -> waitsToTake(step);
      default -> Optional.empty();
    };
  }

  private Optional<String> waitsToTake(Step step) {
    return switch (step.word(1, "card, book, cash or receipt")) {
      case "book" -> unless(customer.bookWaits(), "a book in the slot");
      case "card" -> unless(customer.cardWaits(), "a card in the slot");
      case "cash" -> unless(customer.notesWaiting() > 0, "notes at the exit");
      case "receipt" -> unless(customer.receiptWaits(), "a slip in the mouth");
      default ->
          throw step.fault("'take " + step.word(1, "") + "': expected card, book, cash or receipt");
    };
  }

  private static Optional<String> unless(boolean ready, String what) {
    return ready ? Optional.empty() : Optional.of(what);
  }

  /**
   * Does the step.
   *
   * @return whether it is one of theirs
   */
  public boolean act(Step step) {
    switch (step.verb()) {
      case "insert" -> insert(step);
      case "pin" -> pin(step);
      case "type" -> type(step);
      case "key" -> customer.press(step.constant(1, Key.class));
      case "touch" -> customer.touchOption(step.word(1, "an option id"));
      case "take" -> take(step);
      case "fault" -> machine.saboteur().arm(sabotage(step));
      case "book-fault" -> bookFault(step);
      case "repair" -> repair(step);
      case "load" ->
          machine.operator().loadUnit(step.parsed(1, "a cash unit", UnitId::of), step.number(2));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean book(Step step) {
    return step.word(1, "a card of the wallet, or book").equals("book");
  }

  /** {@code insert book book-0717 [page 2] [upside-down]}. */
  private void insertBook(Step step) {
    String name = step.word(2, "a passbook");
    BookStock.Issue issue =
        BookStock.book(name).orElseThrow(() -> step.fault("found no book '" + name + "'"));
    VirtualBook paper = books.computeIfAbsent(name, key -> issue.onPaper(PAGES));
    boolean upsideDown = false;
    int page = 1;
    for (int n = 3; n <= step.count(); n++) {
      switch (step.word(n, "")) {
        case "upside-down" -> upsideDown = true;
        case "page" -> page = step.number(++n);
        default ->
            throw step.fault("found '" + step.word(n, "") + "', expected page or upside-down");
      }
    }
    pin = issue.pin();
    customer.insertBook(paper.opened(page, upsideDown));
  }

  /** {@code book-fault print-jam [lasting] [2]}. */
  private void bookFault(Step step) {
    boolean lasting = step.count() > 1 && step.word(2, "").equals("lasting");
    int at = lasting ? 3 : 2;
    machine
        .saboteur()
        .arm(step.constant(1, BookFault.class), lasting, step.count() >= at ? step.number(at) : 0);
  }

  private void insert(Step step) {
    if (book(step)) {
      insertBook(step);
      return;
    }
    String name = step.word(1, "a card of the wallet");
    VirtualCard found =
        Wallet.card(name)
            .orElseThrow(
                () ->
                    step.fault(
                        "found card '"
                            + name
                            + "', expected one of "
                            + Wallet.cards().stream().map(VirtualCard::name).toList()));
    card = Optional.of(found);
    pin = found.pin();
    customer.insertCard(found);
  }

  /** The card's own PIN, or one that is wrong; no script holds a PIN. */
  private void pin(Step step) {
    String right = pin;
    if (right.isEmpty()) {
      throw step.fault("no card or book was inserted before");
    }
    switch (step.count() == 0 ? "right" : step.word(1, "right or wrong")) {
      case "right" -> customer.typePin(right);
      case "wrong" -> customer.typePin(right.equals("9999") ? "9998" : "9999");
      default -> throw step.fault("'pin " + step.word(1, "") + "': expected right or wrong");
    }
  }

  private void type(Step step) {
    step.number(1);
    step.word(1, "digits").chars().forEach(digit -> customer.press(Key.ofDigit(digit - '0')));
    customer.press(Key.ENTER);
  }

  private void take(Step step) {
    switch (step.word(1, "card, cash or receipt")) {
      case "card" -> customer.takeCard();
      case "book" -> customer.takeBook();
      case "cash" -> customer.takeNotes(step.count() > 1 ? step.number(2) : Integer.MAX_VALUE);
      default -> customer.takeReceipt();
    }
  }

  /** {@code fault jam-in-stack [lasting] [3] [CASS1]}. */
  public static Sabotage sabotage(Step step) {
    Fault fault = step.constant(1, Fault.class);
    Sabotage sabotage = Sabotage.once(fault);
    for (int n = 2; n <= step.count(); n++) {
      String word = step.word(n, "");
      if (word.equals("lasting")) {
        sabotage = new Sabotage(fault, true, sabotage.notes(), sabotage.unit());
      } else if (word.matches("[0-9]+")) {
        sabotage = sabotage.notes(Integer.parseInt(word));
      } else {
        sabotage =
            sabotage.in(step.parsed(n, "lasting, a number of notes or a cash unit", UnitId::of));
      }
    }
    return sabotage;
  }

  private void repair(Step step) {
    switch (step.word(1, "faults, jam, paper or bins")) {
      case "faults" -> machine.saboteur().clearAll();
      case "jam" -> machine.operator().clearJam();
      case "paper" -> machine.operator().addPaper();
      case "bins" -> machine.operator().emptyBins();
      case "book" -> machine.operator().clearPassbookUnit();
      default ->
          throw step.fault(
              "'repair " + step.word(1, "") + "': expected faults, jam, paper, bins or book");
    }
  }

  private boolean offered(String optionId) {
    return customer.frame().flatMap(frame -> frame.areaOf(optionId)).isPresent();
  }

  Optional<Page> page() {
    return customer.frame().map(Frame::page);
  }
}
