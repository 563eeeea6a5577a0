package org.silverteller.simulator.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.silverteller.page.CashPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.scenario.World;

/**
 * Customers who withdraw cash one after the other, as fast as the machine lets them. Some leave
 * notes or their card; some replies of the bank are lost on the line; an attendant empties the bins
 * when cards run out.
 */
final class Crowd implements World.Happenings {

  private static final int FORGETS_CARD_PERCENT = 2;
  private static final int FORGETS_NOTES_PERCENT = 8;
  private static final int TAKES_SOME_PERCENT = 8;
  private static final int GOES_AWAY_PERCENT = 8;
  private static final int REPLY_LOST_PERCENT = 6;
  private static final Duration THINKING = Duration.ofSeconds(1);

  /** No customer can end these. */
  private static final Set<Page.Closed.Reason> FOR_GOOD =
      Set.of(
          Page.Closed.Reason.SUSPENSE,
          Page.Closed.Reason.STORE_DAMAGED,
          Page.Closed.Reason.DEVICE_FAULT,
          Page.Closed.Reason.NO_CASH);

  private final VirtualMachine machine;
  private final Customer customer;
  private final TruthLog log;
  private final Random random;
  private final int most;
  private final Runnable firstComes;
  private LoopbackWire line;
  private Runnable stop = () -> {};
  private VirtualCard card = Truth.CARDS.get(0);
  private boolean forgetsCard;
  private int notesTaken;
  private int served;
  private Instant lastAct = Instant.MIN;
  private boolean stopped;

  /**
   * @param most how many come before the terminal is told to stop
   * @param firstComes called when the first of them comes
   */
  Crowd(VirtualMachine machine, TruthLog log, long seed, int most, Runnable firstComes) {
    this.machine = machine;
    this.customer = machine.customer();
    this.log = log;
    this.random = new Random(seed);
    this.most = most;
    this.firstComes = firstComes;
  }

  /** Before the terminal runs: its line, and what tells it to stop. */
  void over(LoopbackWire wire, Runnable stopping) {
    line = wire;
    stop = stopping;
  }

  /** What people do while the machine is dark: some of them help themselves. */
  void whileDark() {
    if (customer.cardWaits() && random.nextBoolean()) {
      takeCard();
    }
    if (customer.notesWaiting() > 0 && random.nextBoolean()) {
      takeNotes(customer.notesWaiting());
    }
  }

  @Override
  public Optional<Instant> due(Instant now) {
    Optional<Instant> change = line.nextChange().filter(when -> !when.isAfter(now));
    if (change.isPresent()) {
      return change;
    }
    Optional<Instant> own = act().map(ready -> latest(now, lastAct.plus(THINKING)));
    return own.or(line::nextChange);
  }

  @Override
  public void happen(Instant now) {
    boolean changed = line.nextChange().filter(when -> !when.isAfter(now)).isPresent();
    Optional<Runnable> act = changed ? Optional.of(line::announce) : act();
    lastAct = changed ? lastAct : now;
    act.ifPresent(Runnable::run);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public void beforeWaiting() {}

  /** What somebody can do now. */
  private Optional<Runnable> act() {
    if (customer.receiptWaits()) {
      return Optional.of(customer::takeReceipt);
    }
    if (customer.cardWaits() && !forgetsCard) {
      return Optional.of(this::takeCard);
    }
    if (customer.notesWaiting() > 0 && notesTaken != 0) {
      return Optional.of(() -> takeNotes(notesTaken));
    }
    if (customer.padMode() == PadMode.PIN) {
      return Optional.of(() -> customer.typePin(card.pin()));
    }
    return customer.frame().map(Frame::page).flatMap(this::answer);
  }

  private Optional<Runnable> answer(Page page) {
    if (page instanceof Page.Welcome) {
      return welcomed();
    }
    if (page instanceof Page.Closed closed && FOR_GOOD.contains(closed.reason())) {
      return ending();
    }
    if (page instanceof Page.Menu) {
      return touch(Wish.WITHDRAW.option());
    }
    if (page instanceof CashPage.AmountMenu menu) {
      List<Option> amounts =
          menu.options().stream().filter(Option.Amount.class::isInstance).toList();
      return touch(any(amounts));
    }
    if (!page.options().isEmpty() && !(page instanceof CashPage.AmountEntry)) {
      return page instanceof CashPage.Confirm
          ? Optional.of(this::confirm)
          : touch(any(page.options()));
    }
    return Optional.empty();
  }

  private Option any(List<Option> options) {
    return options.get(random.nextInt(options.size()));
  }

  private Optional<Runnable> touch(Option option) {
    return Optional.of(
        () -> {
          if (!customer.touchOption(option.id())) {
            customer.touchOption(Wish.EXIT.option().id());
          }
        });
  }

  private Optional<Runnable> welcomed() {
    if (served == most) {
      return ending();
    }
    return machine.view().slotOpen() ? Optional.of(this::approach) : Optional.empty();
  }

  private Optional<Runnable> ending() {
    if (stopped) {
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          stopped = true;
          stop.run();
        });
  }

  /**
   * The next customer, with habits of their own. With another bank's card nobody takes a part:
   * there is no partial reversal between banks, so the machine would close for people to settle it.
   */
  private void approach() {
    if (served++ == 0) {
      firstComes.run();
    }
    forgetsCard = chance(FORGETS_CARD_PERCENT);
    card = Truth.CARDS.get(random.nextInt(Truth.CARDS.size()));
    boolean some = chance(TAKES_SOME_PERCENT) && !card.equals(Wallet.DOMESTIC);
    notesTaken = chance(FORGETS_NOTES_PERCENT) ? 0 : some ? 1 : Integer.MAX_VALUE;
    log.write("insert " + card.name());
    if (!customer.insertCard(card)) {
      log.write("empty-bins");
      machine.operator().emptyBins();
    }
  }

  private void confirm() {
    if (chance(REPLY_LOST_PERCENT)) {
      line.cutNext(LoopbackWire.Cut.AFTER_THE_LAST_BYTE);
    }
    customer.touchOption(Wish.CONFIRM.option().id());
  }

  private void takeCard() {
    log.write("take-card");
    customer.takeCard();
  }

  private void takeNotes(int most) {
    log.write("take-notes " + most);
    customer.takeNotes(most);
    notesTaken = chance(GOES_AWAY_PERCENT) ? 0 : notesTaken;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
