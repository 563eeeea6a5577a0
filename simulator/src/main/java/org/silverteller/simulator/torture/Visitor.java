package org.silverteller.simulator.torture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.silverteller.money.NoteMix;
import org.silverteller.page.AccountPage;
import org.silverteller.page.CashPage;
import org.silverteller.page.DepositPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.page.TransferPage;
import org.silverteller.page.Wish;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.VirtualNote;

/**
 * Whoever stands before the machine: reads the page that is on the glass, thinks, answers; takes
 * what is offered, or forgets it; is nervous, slow or gone. Decides by dice of its own.
 */
final class Visitor implements Actor {

  private static final Page PIN_CHANGED =
      new Page.Notice(Page.Notice.Kind.PIN_CHANGED, Optional.empty());

  private final World world;
  private final Customer customer;
  private final Fingers fingers;
  private final Payer payer;
  private final Saver saver;
  private final Consumer<List<String>> slip;
  private final BiPredicate<VirtualCard, String> holdsPin;
  private final PinMemory pins = new PinMemory();
  private final Tale tale;
  private final VirtualMachine machine;
  private final BookOwners owners;
  private Optional<BookStock.Issue> book = Optional.empty();
  private Habits habits;
  private SplittableRandom dice;
  private Instant due = Instant.MAX;
  private boolean here;
  private int answers;
  private int servicesLeft;
  private int wrongPinsLeft;

  /**
   * @param people whose accounts money is sent to
   * @param slip is given each slip that is taken
   * @param holdsPin whether the bank takes this for the PIN of a card
   */
  Visitor(
      World world,
      VirtualMachine machine,
      List<VirtualCard> people,
      BookOwners owners,
      Consumer<List<String>> slip,
      BiPredicate<VirtualCard, String> holdsPin,
      Tale tale) {
    this.machine = machine;
    this.owners = owners;
    this.slip = slip;
    this.holdsPin = holdsPin;
    this.world = world;
    this.customer = machine.customer();
    this.tale = tale;
    this.fingers = new Fingers(customer, tale);
    this.payer = new Payer(fingers, people);
    this.saver = new Saver(fingers, customer, tale);
  }

  /** Steps up to the machine and puts card or book in; false when the slot takes none. */
  boolean stepsUp(Habits newHabits, boolean withBook, SplittableRandom newDice) {
    habits = newHabits;
    dice = newDice;
    fingers.of(dice);
    answers = 0;
    servicesLeft = habits.services();
    wrongPinsLeft = habits.wrongPins();
    pins.begins();
    book = withBook ? Optional.of(owners.one(dice)) : Optional.empty();
    here =
        book.map(own -> customer.insertBook(owners.heldOut(own, dice)))
            .orElseGet(() -> customer.insertCard(habits.card()));
    due = Instant.MAX;
    String name = book.map(BookStock.Issue::name).orElse(habits.card().name());
    tale.tell("customer", (here ? "inserts " : "cannot insert ") + name);
    if (!here && withBook) {
      tellsAnAttendant();
    }
    return here;
  }

  /** The passbook slot stays shut and the machine is in service: somebody frees what is in it. */
  private void tellsAnAttendant() {
    customer.takeBook();
    machine.operator().clearPassbookUnit();
    machine.operator().emptyBooks();
  }

  /** Goes home, with whatever is in hand. */
  void leaves() {
    if (here) {
      customer.takeReceipt().ifPresent(slip);
    }
    here = false;
    due = Instant.MAX;
  }

  @Override
  public Instant due() {
    return due;
  }

  /** A page has come on the glass. */
  void sees(Page page) {
    if (!here) {
      return;
    }
    if (page.equals(PIN_CHANGED)) {
      believesTheNewPin();
    }
    int seconds = 0;
    if (page instanceof Page.Take take) {
      seconds =
          take.thing() == Page.Take.Thing.CASH ? habits.takesCashAfter() : habits.takesCardAfter();
      if (take.reminder() > 0) {
        return;
      }
    } else if (page instanceof Page.TurnPage turn) {
      if (turn.reminder() > 0) {
        return;
      }
      seconds = habits.takesCardAfter();
    } else {
      seconds = dice.nextInt(habits.thinks()) + 1;
    }
    due = world.instant().plusMillis(seconds * 1000L - dice.nextInt(900));
  }

  /** What the machine says of the PIN must be what the bank goes by. */
  private void believesTheNewPin() {
    String pin = pins.told(habits.card());
    Violated.unless(
        pins.muddled() || holdsPin.test(habits.card(), pin),
        4,
        () -> "the holder of " + habits.card().name() + " is told of a PIN that does not hold");
  }

  /** Something moves into reach while the machine still works: quick hands take it. */
  void reachable() {
    if (here && habits.quickHands() > 0 && dice.nextInt(100) < habits.quickHands()) {
      takesAll();
    }
  }

  /** The power is off: some draw out what is in reach. */
  void inTheDark() {
    due = Instant.MAX;
    if (here && dice.nextInt(100) < habits.handsInTheDark()) {
      takesAll();
    }
  }

  /** Takes whatever lies in reach, card and notes. */
  void takesAll() {
    takeCard();
    takeBook();
    takeNotes(Integer.MAX_VALUE);
    takeReturned();
  }

  private void takeReturned() {
    List<VirtualNote> notes = customer.takeReturnedNotes();
    if (!notes.isEmpty()) {
      tale.tell("customer", "takes back " + notes.size() + " notes");
    }
  }

  @Override
  public void act() {
    due = Instant.MAX;
    Optional<Frame> frame = customer.frame();
    if (!here || frame.isEmpty()) {
      return;
    }
    if (++answers > habits.walksAwayAfter()) {
      tale.tell("customer", "walks away");
      here = false;
    } else if (habits.nervous() > 0 && dice.nextInt(100) < habits.nervous()) {
      doesAnything(frame.get());
    } else {
      answers(frame.get().page());
    }
  }

  private void answers(Page page) {
    if (page instanceof Page.PinEntry || page instanceof AccountPage.PinChange) {
      typesPin();
    } else if (page instanceof Page.Menu menu) {
      choosesService(menu);
    } else if (page instanceof CashPage.AmountEntry entry) {
      typesAmount(entry);
    } else if (page instanceof TransferPage transfer) {
      payer.answers(transfer, leaving());
    } else if (page instanceof AccountPage.Balance || page instanceof AccountPage.Statement) {
      readsOn(page);
    } else if (page instanceof Page.Question) {
      fingers.touch(dice.nextInt(100) < 80 ? Wish.YES : Wish.NO);
    } else if (page instanceof DepositPage.InsertNotes) {
      saver.answersInsertNotes();
    } else if (page instanceof DepositPage.DepositCount count) {
      saver.answers(count);
    } else if (page instanceof DepositPage.Deposited) {
      fingers.touch(leaving());
    } else if (page instanceof CashPage.Confirm) {
      fingers.touch(dice.nextInt(100) < 95 ? Wish.CONFIRM : Wish.BACK);
    } else if (page instanceof Page.Refusal) {
      fingers.touch(Wish.EXIT);
    } else if (page instanceof Page.TurnPage turn) {
      turnsPage(turn.page());
    } else if (page instanceof Page.Take take) {
      takes(take.thing());
    } else {
      fingers.touchOneOf(page.options());
    }
  }

  private void takes(Page.Take.Thing thing) {
    switch (thing) {
      case CARD -> takeCard();
      case BOOK -> takeBook();
      case CASH -> takesCash();
      case REFUSED_NOTES, RETURNED_NOTES -> takeReturned();
    }
  }

  /** Takes the book, turns its pages, puts it in again; not always at the right page. */
  private void turnsPage(int page) {
    if (customer.bookWaits()) {
      takeBook();
    } else if (machine.bookSlotOpen() && book.isPresent()) {
      int draw = dice.nextInt(100);
      if (draw < 10) {
        tale.tell("customer", "walks away with the book");
        here = false;
        return;
      }
      VirtualBook own = owners.heldOut(book.get(), dice);
      customer.insertBook(draw < 75 ? own.opened(page, false) : own);
      return;
    }
    due = world.instant().plusSeconds(2);
  }

  private void takeBook() {
    customer.takeBook().ifPresent(taken -> tale.tell("customer", "takes " + taken.name()));
  }

  private void typesPin() {
    if (customer.padMode() != PadMode.PIN) {
      return;
    }
    Page page = customer.frame().map(Frame::page).orElseThrow();
    customer.typePin(book.map(own -> pinFor(own)).orElseGet(() -> pinFor(page)));
  }

  private String pinFor(BookStock.Issue own) {
    if (wrongPinsLeft > 0) {
      wrongPinsLeft--;
      return own.pin().equals("9999") ? "9998" : "9999";
    }
    return own.pin();
  }

  private String pinFor(Page page) {
    if (page instanceof AccountPage.PinChange change
        && change.step() != AccountPage.PinChange.Step.CURRENT) {
      return pins.chosen(habits.card(), change.step(), dice);
    }
    if (wrongPinsLeft > 0) {
      wrongPinsLeft--;
      return pins.wrong(habits.card());
    }
    boolean refused =
        page instanceof Page.PinEntry entry && entry.triesLeft().isPresent()
            || page instanceof AccountPage.PinChange current && current.triesLeft().isPresent();
    return pins.current(habits.card(), refused);
  }

  /** What is only shown may be printed and leafed through before it is left. */
  private void readsOn(Page page) {
    if (!page.options().isEmpty() && dice.nextInt(100) < 50) {
      fingers.touchOneOf(page.options());
    } else {
      fingers.touch(leaving());
    }
  }

  private Wish leaving() {
    return servicesLeft > 0 ? Wish.BACK : Wish.EXIT;
  }

  private void choosesService(Page.Menu menu) {
    if (servicesLeft == 0) {
      fingers.touch(Wish.EXIT);
      return;
    }
    boolean deposits = menu.wishes().contains(Wish.DEPOSIT) && dice.nextInt(100) < 40;
    boolean updates = menu.wishes().contains(Wish.UPDATE_BOOK) && dice.nextInt(100) < 40;
    Wish wish = deposits ? Wish.DEPOSIT : updates ? Wish.UPDATE_BOOK : wished();
    if (menu.wishes().contains(wish)) {
      servicesLeft--;
      fingers.touch(wish);
    } else if (menu.wishes().contains(Wish.MORE)) {
      fingers.touch(Wish.MORE);
    } else {
      servicesLeft--;
      fingers.touchOneOf(menu.options());
    }
  }

  private Wish wished() {
    int draw = dice.nextInt(100);
    return draw < 50
        ? Wish.WITHDRAW
        : draw < 64
            ? Wish.SMALL_NOTES
            : draw < 69
                ? Wish.BALANCE
                : draw < 75 ? Wish.STATEMENT : draw < 81 ? Wish.PIN_CHANGE : Wish.TRANSFER;
  }

  private void typesAmount(CashPage.AmountEntry entry) {
    if (entry.tooMuch()) {
      fingers.clear();
      return;
    }
    long most = entry.limit().yuan() / 10;
    long yuan = 10 * (1 + dice.nextLong(dice.nextInt(100) < 80 ? Math.min(most, 100) : most + 5));
    if (dice.nextInt(100) < 5) {
      yuan += 1 + dice.nextInt(9);
    }
    fingers.type(Long.toString(yuan));
  }

  /** Some take a part at first and the rest a little later. */
  private void takesCash() {
    NoteMix taken = takeNotes(habits.cashTaken());
    if (!taken.isEmpty() && customer.notesWaiting() > 0 && dice.nextInt(100) < 60) {
      due = world.instant().plusSeconds(1 + dice.nextInt(50));
    }
  }

  private void doesAnything(Frame frame) {
    switch (dice.nextInt(6)) {
      case 5 -> saver.putsIn();
      case 0 -> {
        pins.muddles();
        fingers.pressAnything();
      }
      case 1 ->
          customer.touchOption(frame.areas().get(dice.nextInt(frame.areas().size())).optionId());
      case 2 -> customer.touch(dice.nextInt(40), 0);
      case 3 -> takesAll();
      default -> typesPin();
    }
    if (due.equals(Instant.MAX)) {
      due = world.instant().plusSeconds(1 + dice.nextInt(habits.thinks()));
    }
  }

  private void takeCard() {
    customer.takeCard().ifPresent(card -> tale.tell("customer", "takes card " + card.name()));
  }

  private NoteMix takeNotes(int most) {
    NoteMix notes = customer.takeNotes(most);
    if (!notes.isEmpty()) {
      tale.tell("customer", "takes notes " + notes);
    }
    return notes;
  }
}
