package org.silverteller.simulator.torture;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.Pan;
import org.silverteller.event.TerminalEvent;
import org.silverteller.event.TerminalEvent.OperatorCommand;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitType;
import org.silverteller.page.Page;
import org.silverteller.simulator.hardware.MachineLedger;
import org.silverteller.simulator.hardware.Operator;
import org.silverteller.simulator.hardware.UnitSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.store.TransactionRecord;

/**
 * Who fills and repairs the machine: comes some time after it has closed, and now and then besides.
 */
final class Staff implements Actor {

  private static final int FILLED_TO = 1_500;
  private static final int LOW = 300;
  private static final int MOST_IN_VAIN = 20;

  private final World world;
  private final VirtualMachine machine;
  private final Visitor passerBy;
  private final Supplier<List<TransactionRecord>> cases;
  private final Function<TransactionRecord, Money> found;
  private final SplittableRandom dice;
  private final Tale tale;
  private Instant due = Instant.MAX;
  private boolean restart;
  private int inVain;

  /**
   * @param cases what the machine shows as open
   * @param found what the customer of a case has, as counting and asking around tells
   */
  Staff(
      World world,
      VirtualMachine machine,
      Visitor passerBy,
      Supplier<List<TransactionRecord>> cases,
      Function<TransactionRecord, Money> found,
      SplittableRandom dice,
      Tale tale) {
    this.cases = cases;
    this.found = found;
    this.world = world;
    this.machine = machine;
    this.passerBy = passerBy;
    this.dice = dice;
    this.tale = tale;
  }

  /** What is on the glass while nobody is served. */
  void sees(Page page) {
    if (page instanceof Page.Welcome welcome && welcome.notes().isEmpty()) {
      called();
      return;
    }
    if (!(page instanceof Page.Closed closed)) {
      notNeeded();
      return;
    }
    switch (closed.reason()) {
      case DEVICE_FAULT, NO_CASH, SUSPENSE -> called();
      case STORE_DAMAGED -> {
        restart = true;
        called();
      }
      case BANK_UNREACHABLE -> notNeeded();
      case STARTING, OPERATOR -> {}
    }
  }

  private void notNeeded() {
    due = Instant.MAX;
    inVain = 0;
  }

  private void called() {
    if (due.equals(Instant.MAX)) {
      due = world.instant().plusSeconds(60 + dice.nextInt(900));
    }
  }

  /** Comes at once. */
  void calledNow() {
    due = world.instant();
  }

  @Override
  public Instant due() {
    return due;
  }

  @Override
  public void act() {
    if (!machine.powered()) {
      due = world.instant().plusSeconds(600);
      return;
    }
    due = Instant.MAX;
    tale.tell("staff", restart ? "restarts the terminal" : "fills and repairs");
    if (restart) {
      restart = false;
      world.post(new TerminalEvent.StopRequested());
      return;
    }
    if (++inVain > MOST_IN_VAIN) {
      throw new Violated(15, "still closed after " + MOST_IN_VAIN + " repairs");
    }
    repairs();
    fills();
    countsAndTests();
    settle();
    called();
  }

  /** Two persons look into each open case and say the same. */
  private void settle() {
    for (TransactionRecord open : cases.get()) {
      Money out = found.apply(open);
      if (open.service() == Service.DEPOSIT) {
        say(open, open.stan().toString(), "credit", "" + out.yuan());
        continue;
      }
      boolean part = !out.isZero() && !out.equals(open.amount());
      boolean byHand = part && !open.account().filter(Staff::own).isPresent();
      say(
          open,
          open.stan().toString(),
          byHand ? "by-hand" : "paid",
          byHand ? "CASE-" + open.id() : "" + out.yuan());
    }
  }

  private void say(TransactionRecord open, String... words) {
    world.post(OperatorCommand.of("operator-1", "suspense-settle", words));
    world.post(OperatorCommand.of("operator-2", "suspense-approve", words));
    tale.tell("staff", "settles " + open.service() + " STAN " + String.join(" ", words));
  }

  private static boolean own(AccountNumber account) {
    return !(account instanceof Pan pan) || pan.startsWith("622848") || pan.startsWith("622849");
  }

  private void repairs() {
    machine.saboteur().clearAll();
    passerBy.takesAll();
    Operator operator = machine.operator();
    operator.clearJam();
    operator.emptyBins();
    operator.clearPassbookUnit();
    operator.emptyBooks();
    operator.addPaper();
  }

  /** Tells what was counted, and tries every cassette. */
  private void countsAndTests() {
    String[] counts =
        machine.ledger().notes().stream()
            .map(row -> row.unit() + "=" + row.cassette())
            .toArray(String[]::new);
    world.post(OperatorCommand.of("replenisher-1", "units-set", counts));
    world.post(OperatorCommand.of("engineer-1", "units-test"));
  }

  private void fills() {
    for (MachineLedger.Row row : machine.ledger().notes()) {
      machine.operator().insertUnit(row.unit());
      int wanted = filledTo(row.unit());
      if (row.counted() < LOW && row.counted() < wanted) {
        machine.operator().loadUnit(row.unit(), wanted - row.counted());
      }
    }
  }

  /** A unit that recycles is filled to a half at most, so that deposits have room. */
  private int filledTo(UnitId id) {
    UnitSpec unit =
        machine.spec().units().stream()
            .filter(built -> built.id().equals(id))
            .findFirst()
            .orElseThrow();
    return unit.type() == UnitType.RECYCLE ? Math.min(FILLED_TO, unit.capacity() / 2) : FILLED_TO;
  }
}
