package org.silverteller.simulator.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Page;
import org.silverteller.simulator.hardware.VirtualCard;

/**
 * Sends one customer after the other, each with the troubles of the visit, as soon as the machine
 * takes a card. After the last it has the world healed, and the terminal stopped once that is at
 * rest and owes the bank nothing.
 */
final class Visits implements Actor {

  private static final Duration GAP = Duration.ofSeconds(5);

  /** So long somebody stands before a page that does not change. */
  private static final Duration LONGEST_STANDING = Duration.ofMinutes(10);

  private static final Duration LONGEST_HEALING = Duration.ofHours(24);

  /** Percent of the customers who follow a person's own script. */
  private static final int SCRIPTED = 20;

  /** Percent of the customers who come with a passbook where one is taken. */
  private static final int WITH_BOOK = 40;

  private static final int PURPOSE_HABITS = 0;
  private static final int PURPOSE_ACTS = 1;
  private static final int PURPOSE_TROUBLES = 2;

  private final LifePlan plan;
  private final List<VirtualCard> people;
  private final boolean takesBooks;
  private final FaultMix mix;
  private final World world;
  private final Visitor visitor;
  private final Optional<ScriptedVisitor> scripted;
  private final Consumer<Trouble> arm;
  private final Runnable heal;
  private final BooleanSupplier nothingOwed;
  private final PriorityQueue<Later> later =
      new PriorityQueue<>(Comparator.comparing(Later::when).thenComparing(Later::number));
  private int next;
  private int done;
  private int laters;
  private boolean serving;
  private boolean resting;
  private Instant due = Instant.MAX;
  private Phase phase = Phase.OPEN;
  private Instant healed = Instant.MAX;

  private enum Phase {
    OPEN,
    HEALING,
    STOPPING,
    OVER
  }

  /** Something that happens at its time, whoever waits. */
  private record Later(Instant when, int number, Runnable what) {}

  Visits(
      LifePlan plan,
      List<VirtualCard> people,
      boolean takesBooks,
      FaultMix mix,
      World world,
      Visitor visitor,
      Optional<ScriptedVisitor> scripted,
      Consumer<Trouble> arm,
      Runnable heal,
      BooleanSupplier nothingOwed) {
    this.plan = plan;
    this.people = people;
    this.takesBooks = takesBooks;
    this.mix = mix;
    this.world = world;
    this.visitor = visitor;
    this.scripted = scripted;
    this.arm = arm;
    this.heal = heal;
    this.nothingOwed = nothingOwed;
    skip();
  }

  /** How many customers have come. */
  int done() {
    return done;
  }

  boolean over() {
    return phase == Phase.OVER;
  }

  /** The terminal has returned; when that was asked for, this is the end. */
  void stopped() {
    if (phase == Phase.STOPPING) {
      phase = Phase.OVER;
    }
  }

  /** The machine shows nothing. */
  void inTheDark() {
    resting = false;
  }

  void later(Duration after, Runnable what) {
    later.add(new Later(world.instant().plus(after), laters++, what));
  }

  void sees(Page page) {
    boolean welcome = page instanceof Page.Welcome;
    boolean closed = page instanceof Page.Closed why && why.reason() != Page.Closed.Reason.STARTING;
    resting = welcome;
    if (!welcome && !closed) {
      due = Instant.MAX;
      return;
    }
    if (serving) {
      serving = false;
      visitor.leaves();
      scripted.ifPresent(ScriptedVisitor::leaves);
    }
    boolean last = next >= plan.visits();
    if (phase == Phase.OPEN && last) {
      due = world.instant();
    } else if (welcome) {
      due = world.instant().plus(GAP);
    } else if (phase == Phase.HEALING) {
      due = healed.plus(LONGEST_HEALING);
    } else {
      due = Instant.MAX;
    }
  }

  @Override
  public Instant due() {
    Later first = later.peek();
    return first != null && first.when().isBefore(due) ? first.when() : due;
  }

  @Override
  public void act() {
    Later first = later.peek();
    if (first != null && first.when().isBefore(due)) {
      later.remove().what().run();
      return;
    }
    due = Instant.MAX;
    switch (phase) {
      case OPEN -> {
        if (serving) {
          goesAway();
        } else if (next < plan.visits()) {
          comes();
        } else {
          phase = Phase.HEALING;
          healed = world.instant();
          later.clear();
          world.begin();
          heal.run();
          due = world.instant().plus(resting ? GAP : LONGEST_HEALING);
        }
      }
      case HEALING -> {
        boolean hadItsTime = !world.instant().isBefore(healed.plus(LONGEST_HEALING));
        if (resting && (hadItsTime || nothingOwed.getAsBoolean())) {
          phase = Phase.STOPPING;
          world.post(new TerminalEvent.StopRequested());
        } else if (hadItsTime) {
          throw new Violated(15, "not at rest " + LONGEST_HEALING + " after all was healed");
        } else {
          due = world.instant().plus(GAP);
        }
      }
      case STOPPING, OVER -> {}
    }
  }

  private void comes() {
    SplittableRandom dice = plan.dice(next, PURPOSE_HABITS);
    Habits habits = Habits.drawn(dice, people.get(dice.nextInt(people.size())));
    world.begin();
    int number = next * LifePlan.MOST_TROUBLES;
    for (Trouble trouble : mix.troubles(plan.dice(next, PURPOSE_TROUBLES))) {
      if (plan.strikes().test(number++)) {
        arm.accept(trouble);
      }
    }
    boolean byScript = scripted.isPresent() && dice.nextInt(100) < SCRIPTED;
    if (byScript) {
      scripted.get().stepsUp();
    }
    boolean withBook = takesBooks && dice.nextInt(100) < WITH_BOOK;
    serving = byScript || visitor.stepsUp(habits, withBook, plan.dice(next, PURPOSE_ACTS));
    next++;
    done++;
    skip();
    due = world.instant().plus(serving ? LONGEST_STANDING : GAP);
  }

  /** The machine does not take this customer's card. */
  private void goesAway() {
    serving = false;
    visitor.leaves();
    scripted.ifPresent(ScriptedVisitor::leaves);
    due = world.instant().plus(GAP);
  }

  private void skip() {
    while (next < plan.visits() && !plan.comes().test(next)) {
      next++;
    }
  }
}
