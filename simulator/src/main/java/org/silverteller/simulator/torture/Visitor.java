package org.silverteller.simulator.torture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.silverteller.event.Key;
import org.silverteller.money.NoteMix;
import org.silverteller.page.Frame;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;
import org.silverteller.simulator.hardware.BookStock;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * Whoever stands before the machine: reads the page that is on the glass, thinks, answers; takes
 * what is offered, or forgets it; is nervous, slow or gone. Decides by dice of its own.
 */
final class Visitor implements Actor {

  private static final List<Key> KEYS =
      List.of(Key.CANCEL, Key.ENTER, Key.CLEAR, Key.D0, Key.D5, Key.D9);

  private final World world;
  private final Customer customer;
  private final Consumer<List<String>> slip;
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
   * @param slip is given each slip that is taken
   */
  Visitor(
      World world,
      VirtualMachine machine,
      BookOwners owners,
      Consumer<List<String>> slip,
      Tale tale) {
    this.machine = machine;
    this.owners = owners;
    this.slip = slip;
    this.world = world;
    this.customer = machine.customer();
    this.tale = tale;
  }

  /** Steps up to the machine and puts card or book in; false when the slot takes none. */
  boolean stepsUp(Habits newHabits, boolean withBook, SplittableRandom newDice) {
    habits = newHabits;
    dice = newDice;
    answers = 0;
    servicesLeft = habits.services();
    wrongPinsLeft = habits.wrongPins();
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
    if (page instanceof Page.PinEntry) {
      typesPin();
    } else if (page instanceof Page.Menu menu) {
      choosesService(menu);
    } else if (page instanceof Page.AmountEntry entry) {
      typesAmount(entry);
    } else if (page instanceof Page.Balance) {
      touch(servicesLeft > 0 ? Wish.BACK : Wish.EXIT);
    } else if (page instanceof Page.Question) {
      touch(dice.nextInt(100) < 80 ? Wish.YES : Wish.NO);
    } else if (page instanceof Page.Confirm) {
      touch(dice.nextInt(100) < 95 ? Wish.CONFIRM : Wish.BACK);
    } else if (page instanceof Page.Refusal) {
      touch(Wish.EXIT);
    } else if (page instanceof Page.TurnPage turn) {
      turnsPage(turn.page());
    } else if (page instanceof Page.Take take) {
      takes(take.thing());
    } else {
      touchesOneOf(page.options());
    }
  }

  private void takes(Page.Take.Thing thing) {
    switch (thing) {
      case CARD -> takeCard();
      case BOOK -> takeBook();
      case CASH -> takesCash();
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
    String pin = book.map(BookStock.Issue::pin).orElse(habits.card().pin());
    if (wrongPinsLeft > 0) {
      wrongPinsLeft--;
      pin = pin.equals("9999") ? "9998" : "9999";
    }
    customer.typePin(pin);
  }

  private void choosesService(Page.Menu menu) {
    if (servicesLeft == 0) {
      touch(Wish.EXIT);
      return;
    }
    servicesLeft--;
    int draw = dice.nextInt(100);
    if (menu.wishes().contains(Wish.UPDATE_BOOK) && dice.nextInt(100) < 40) {
      touch(Wish.UPDATE_BOOK);
      return;
    }
    boolean small = menu.wishes().contains(Wish.SMALL_NOTES);
    touch(draw < 65 ? Wish.WITHDRAW : draw < 85 && small ? Wish.SMALL_NOTES : Wish.BALANCE);
  }

  private void typesAmount(Page.AmountEntry entry) {
    if (entry.tooMuch()) {
      customer.press(Key.CLEAR);
      return;
    }
    long most = entry.limit().yuan() / 10;
    long yuan = 10 * (1 + dice.nextLong(dice.nextInt(100) < 80 ? Math.min(most, 100) : most + 5));
    if (dice.nextInt(100) < 5) {
      yuan += 1 + dice.nextInt(9);
    }
    Long.toString(yuan).chars().forEach(digit -> customer.press(Key.ofDigit(digit - '0')));
    customer.press(Key.ENTER);
  }

  private void touchesOneOf(List<Option> options) {
    if (options.isEmpty()) {
      return;
    }
    customer.touchOption(options.get(dice.nextInt(options.size())).id());
  }

  private void touch(Wish wish) {
    tale.mark(wish.ordinal());
    customer.touchOption(wish.option().id());
  }

  /** Some take a part at first and the rest a little later. */
  private void takesCash() {
    NoteMix taken = takeNotes(habits.cashTaken());
    if (!taken.isEmpty() && customer.notesWaiting() > 0 && dice.nextInt(100) < 60) {
      due = world.instant().plusSeconds(1 + dice.nextInt(50));
    }
  }

  private void doesAnything(Frame frame) {
    switch (dice.nextInt(5)) {
      case 0 -> customer.press(KEYS.get(dice.nextInt(KEYS.size())));
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
