package org.silverteller.simulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.silverteller.event.Key;
import org.silverteller.money.UnitId;
import org.silverteller.page.CashPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.page.TransferPage;
import org.silverteller.simulator.hardware.AcceptorFault;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.VirtualNote;
import org.silverteller.simulator.hardware.Wallet;

/**
 * Who acts at the machine: the customer, the attendant, and whoever breaks it. A customer acts when
 * the machine is ready for it, as people do: a thing is taken when it is offered, an option is
 * touched when it is on the glass.
 */
public final class People {

  private static final Pattern NOTES = Pattern.compile("([0-9]{1,3})x([0-9]{1,3})(?::([a-z]+))?");
  private static final String PINS = "right, wrong, new, other or weak";

  /** What holders of the simulation think of when they choose a new PIN. */
  private static final Map<String, String> CHOSEN =
      Map.of("new", "864209", "other", "975310", "weak", "111111");

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
              page().filter(People::typedOn).isPresent(),
              "a page to type an amount or an account on");
      case "touch" ->
          unless(
              offered(step.word(1, "an option id")),
              "option '" + step.word(1, "") + "' on the glass");
      case "put" -> unless(customer.inputOpen(), "an open input for notes");
      case "take" -> waitsToTake(step);
      default -> Optional.empty();
    };
  }

  private Optional<String> waitsToTake(Step step) {
    return switch (step.word(1, "card, book, cash, notes or receipt")) {
      case "book" -> unless(customer.bookWaits(), "a book in the slot");
      case "card" -> unless(customer.cardWaits(), "a card in the slot");
      case "cash" -> unless(customer.notesWaiting() > 0, "notes at the exit");
      case "notes" -> unless(customer.returnedNotesWaiting() > 0, "notes handed back");
      case "receipt" -> unless(customer.receiptWaits(), "a slip in the mouth");
      default ->
          throw step.fault(
              "'take " + step.word(1, "") + "': expected card, book, cash, notes or receipt");
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
      case "put" -> put(step);
      case "take" -> take(step);
      case "fault" -> arm(step);
      case "book-fault" -> bookFault(step);
      case "repair" -> repair(step);
      case "load" ->
          machine.operator().loadUnit(step.parsed(1, "a cash unit", UnitId::of), step.number(2));
      case "stuff" ->
          machine.operator().stuffUnit(step.parsed(1, "a cash unit", UnitId::of), step.number(2));
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

  /** The card's own PIN, one that is wrong, or one newly chosen; no script holds a PIN. */
  private void pin(Step step) {
    String right = pin;
    if (right.isEmpty()) {
      throw step.fault("no card or book was inserted before");
    }
    String which = step.count() == 0 ? "right" : step.word(1, PINS);
    switch (which) {
      case "right" -> customer.typePin(right);
      case "wrong" -> customer.typePin(right.equals("9999") ? "9998" : "9999");
      case "new", "other", "weak" -> customer.typePin(CHOSEN.get(which));
      default -> throw step.fault("'pin " + which + "': expected " + PINS);
    }
  }

  private static boolean typedOn(Page page) {
    return page instanceof CashPage.AmountEntry
        || page instanceof TransferPage.TransferAmount
        || page instanceof TransferPage.AccountEntry;
  }

  /**
   * Digits of an amount, or {@code account CARD}: the number of that card, which no script holds;
   * {@code account CARD 12} types its first digits only, {@code account nobody} a number that no
   * bank has given out.
   */
  private void type(Step step) {
    String digits = step.word(1, "digits, or account and a card");
    if (digits.equals("account")) {
      digits = accountOf(step);
    } else {
      step.number(1);
    }
    digits.chars().forEach(digit -> customer.press(Key.ofDigit(digit - '0')));
    customer.press(Key.ENTER);
  }

  private static String accountOf(Step step) {
    String name = step.word(2, "a card of the wallet, or nobody");
    if (name.equals("nobody")) {
      return "6226" + "0".repeat(12);
    }
    String whole =
        Wallet.card(name)
            .orElseThrow(() -> step.fault("found no card '" + name + "'"))
            .pan()
            .reveal();
    return step.count() > 2 ? whole.substring(0, step.number(3)) : whole;
  }

  private void take(Step step) {
    switch (step.word(1, "card, cash or receipt")) {
      case "card" -> customer.takeCard();
      case "notes" -> customer.takeReturnedNotes();
      case "book" -> customer.takeBook();
      case "cash" -> customer.takeNotes(step.count() > 1 ? step.number(2) : Integer.MAX_VALUE);
      default -> customer.takeReceipt();
    }
  }

  /** {@code put 100x9 50x2 100x1:suspect}. */
  private void put(Step step) {
    List<VirtualNote> notes = new ArrayList<>();
    for (int n = 1; n <= step.count(); n++) {
      notes.addAll(step.parsed(n, "notes such as 100x9 or 100x1:suspect", People::notes));
    }
    customer.insertNotes(notes);
  }

  private static List<VirtualNote> notes(String word) {
    Matcher matcher = NOTES.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(word);
    }
    VirtualNote.Quality quality =
        matcher.group(3) == null
            ? VirtualNote.Quality.FIT
            : VirtualNote.Quality.valueOf(matcher.group(3).toUpperCase(Locale.ROOT));
    return VirtualNote.many(
        Integer.parseInt(matcher.group(1)), quality, Integer.parseInt(matcher.group(2)));
  }

  /**
   * {@code fault jam-in-stack}, or of the acceptor {@code fault acceptor jam-in-store [lasting]
   * [3]}.
   */
  private void arm(Step step) {
    if (step.word(1, "a fault").equals("acceptor")) {
      AcceptorFault fault = step.constant(2, AcceptorFault.class);
      boolean lasting = step.count() > 2 && step.word(3, "").equals("lasting");
      int at = lasting ? 4 : 3;
      machine.saboteur().arm(fault, lasting, step.count() >= at ? step.number(at) : 0);
    } else {
      machine.saboteur().arm(sabotage(step));
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
