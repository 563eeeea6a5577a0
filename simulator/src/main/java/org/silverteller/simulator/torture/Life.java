package org.silverteller.simulator.torture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Hardware;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.page.Frame;
import org.silverteller.page.Page;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.bank.LoopbackWire;
import org.silverteller.simulator.bank.Outgoing;
import org.silverteller.simulator.bank.Saboteur;
import org.silverteller.simulator.bank.Traffic;
import org.silverteller.simulator.bank.VirtualBank;
import org.silverteller.simulator.hardware.Ports;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.scenario.Cast;
import org.silverteller.simulator.scenario.WatchedPainter;
import org.silverteller.simulator.world.VolatileStore;
import org.silverteller.store.TransactionRecord;
import org.silverteller.terminal.Terminal;

/**
 * One world from its first customer to its last: a machine, a bank, people, troubles, and the real
 * terminal between them. When the last customer has left, everything is healed and must come to
 * rest.
 */
final class Life {

  private static final Instant START =
      LocalDateTime.of(2026, 6, 18, 9, 0).atZone(Cast.ZONE).toInstant();
  private static final Duration LINE_REPAIR = Duration.ofSeconds(20);

  private final LifePlan plan;
  private final Population population;
  private final Tale tale;
  private final World world;
  private final VirtualMachine machine;
  private final Ports ports;
  private final Saboteur bankSaboteur = new Saboteur();
  private final VirtualBank bank;
  private final Auditor auditor;
  private final Strikes strikes;
  private final LineTroubles lineTroubles = new LineTroubles();
  private final Stragglers stragglers;
  private final Visitor visitor;
  private final Staff staff;
  private final Visits visits;
  private final HostConfig host;
  private final Eyes eyes;
  private final BookOwners owners;
  private VolatileStore store;
  private LoopbackWire wire;
  private WatchedWire line;
  private int boots;

  /** How a world ended. */
  record End(
      int sessions, long cuts, long reboots, long reversals, long suspense, long paid, long hash) {}

  Life(LifePlan plan, Population population, Tale tale) {
    this.plan = plan;
    this.population = population;
    this.tale = tale;
    SplittableRandom dice = plan.dice(-1, 0);
    List<VirtualCard> people = population.neighbours(dice);
    this.host = population.host(dice);
    this.world = new World(START, tale);
    this.machine = new VirtualMachine(Machines.drawn(dice));
    this.ports = plan.own().through().of(plan.number()).connect(machine, world);
    this.owners = new BookOwners(plan.dice(-1, 3));
    this.bank =
        new VirtualBank(
            population.bank(people, dice).withBooks(owners.specs()),
            world,
            plan.seed(),
            bankSaboteur,
            new Traffic(0));
    this.stragglers = new Stragglers(world, bank::receive, answers -> wire.deliver(answers), tale);
    this.auditor = new Auditor(machine, bank, owners.paper(), tale);
    this.strikes = new Strikes(world, tale);
    this.visitor =
        new Visitor(
            world,
            machine,
            people,
            owners,
            auditor::slip,
            (card, pin) -> bank.holdsPin(card.pan(), pin),
            tale);
    this.staff =
        new Staff(world, machine, visitor, this::cases, auditor::handedOut, plan.dice(-1, 1), tale);
    this.eyes = new Eyes(strikes, visitor, auditor);
    this.store = new VolatileStore(eyes);
    Optional<ScriptedVisitor> scripted =
        plan.own()
            .customer()
            .map(script -> new ScriptedVisitor(world, machine, script.steps(), tale));
    this.visits =
        new Visits(
            plan,
            people,
            machine.spec().fitted(DeviceName.PASSBOOK_UNIT),
            FaultMix.drawn(
                plan.dice(-1, 2),
                plan.own().troubles(),
                machine.spec().fitted(DeviceName.CASH_ACCEPTOR)),
            world,
            visitor,
            scripted,
            this::arm,
            this::heal,
            () -> store.owed().isEmpty());
    machine.hook(eyes);
    world.add(visitor);
    scripted.ifPresent(world::add);
    world.add(staff);
    world.add(visits);
    world.add(stragglers);
    world.add(new LineNews());
  }

  /**
   * Lives it to the end.
   *
   * @throws Violated when an invariant does not hold, or the world itself falls over
   */
  End live() {
    try {
      while (!visits.over()) {
        liveUntilItStops();
      }
      auditor.end(store);
    } catch (RuntimeException fault) {
      throw Violated.byFault(fault);
    }
    return new End(
        visits.done(),
        strikes.cuts(),
        boots - 1L,
        auditor.reversals(),
        auditor.suspense(),
        auditor.paid(),
        tale.hash());
  }

  private void liveUntilItStops() {
    try {
      boot().run();
      tale.tell("power", "terminal has stopped");
      world.forgetEvents();
      visits.stopped();
    } catch (PowerCut cut) {
      powerFails(cut);
    }
  }

  /** The session at which it is now. */
  int visit() {
    return visits.done();
  }

  private Terminal boot() {
    boots++;
    tale.tell("power", "terminal boots");
    store = store.reboot();
    auditor.boots(store);
    wire =
        new LoopbackWire(
            bank, world, () -> world.post(new TerminalEvent.HostChanged()), LINE_REPAIR);
    line = new WatchedWire(wire, auditor, strikes, lineTroubles, stragglers);
    Hardware hardware = ports.open(world::post);
    CashDispenser dispenser = new WatchedDispenser(hardware.dispenser(), auditor);
    Cast cast =
        new Cast(
            world,
            world.wallClock(),
            population.table(),
            host,
            painter -> new WatchedPainter(painter, this::shown),
            durable -> durable);
    return cast.terminal(
        new WatchedHardware(
            hardware,
            dispenser,
            hardware
                .cashAcceptor()
                .map(acceptor -> new WatchedAcceptor(acceptor, auditor.deposits())),
            hardware.passbookUnit().map(unit -> new WatchedPassbookUnit(unit, auditor))),
        store,
        line,
        population.painter());
  }

  private List<TransactionRecord> cases() {
    return store.suspense().stream()
        .map(open -> store.transaction(open.transactionId()).orElseThrow())
        .toList();
  }

  private void powerFails(PowerCut cut) {
    tale.tell("power", cut.getMessage());
    machine.cutPower();
    auditor.reach();
    world.forgetEvents();
    visitor.inTheDark();
    visits.inTheDark();
    world.advanceTo(world.instant().plus(strikes.off()));
    machine.restorePower();
  }

  private void shown(Frame frame) {
    Page page = frame.page();
    String title = frame.text().isEmpty() ? "" : frame.text().get(0);
    ProgramFaults.demandNone();
    auditor.shows(title);
    tale.tell("screen", page.name() + "  " + title);
    boolean rest = page instanceof Page.Welcome;
    if (rest) {
      auditor.idle();
    }
    visitor.sees(page);
    staff.sees(page);
    visits.sees(page);
  }

  private void arm(Trouble trouble) {
    tale.tell("trouble", trouble.toString());
    tale.mark(trouble.toString());
    if (trouble instanceof Trouble.Device device) {
      machine.saboteur().arm(device.what());
    } else if (trouble instanceof Trouble.Acceptor acceptor) {
      machine.saboteur().arm(acceptor.fault(), acceptor.lasting(), acceptor.after());
    } else if (trouble instanceof Trouble.Book book) {
      if (machine.spec().fitted(DeviceName.PASSBOOK_UNIT)) {
        machine.saboteur().arm(book.what(), book.lasting(), book.after());
      }
    } else if (trouble instanceof Trouble.Bank fault) {
      for (int times = 0; times < fault.times(); times++) {
        bankSaboteur.arm(fault.target(), fault.fault());
      }
    } else if (trouble instanceof Trouble.Line line) {
      lineTroubles.arm(line);
    } else if (trouble instanceof Trouble.HeldUp heldUp) {
      lineTroubles.arm(heldUp);
    } else if (trouble instanceof Trouble.Power power) {
      strikes.arm(power);
    } else if (trouble instanceof Trouble.Disk disk) {
      strikes.arm(disk);
    } else if (trouble instanceof Trouble.Clock clock) {
      strikes.arm(clock);
    } else if (trouble instanceof Trouble.Outage outage) {
      visits.later(outage.after(), () -> wire.drop(outage.length()));
    } else if (trouble instanceof Trouble.Unasked unasked) {
      visits.later(unasked.after(), () -> wire.deliver(unasked(unasked.what())));
    }
  }

  private List<Outgoing> unasked(Trouble.Unasked.What what) {
    String terminal = Cast.TERMINAL.terminalId();
    return switch (what) {
      case KEYS -> bank.changeKeys(terminal);
      case ECHO -> bank.askEcho(terminal);
      case CUT_OVER -> bank.cuttingOver() ? bank.endCutOver() : bank.beginCutOver();
      case FORGETS -> {
        bank.forget(terminal);
        yield List.of();
      }
    };
  }

  /** Nothing is wrong any more, and nothing more goes wrong. */
  private void heal() {
    tale.tell("world", "is healed");
    strikes.disarm();
    lineTroubles.disarm();
    bankSaboteur.heal();
    if (bank.cuttingOver()) {
      wire.deliver(bank.endCutOver());
    }
    staff.calledNow();
  }

  /** Tells the terminal when the line comes up or something arrives that it does not wait for. */
  private final class LineNews implements Actor {
    @Override
    public Instant due() {
      return line.listening() ? Instant.MAX : wire.nextChange().orElse(Instant.MAX);
    }

    @Override
    public void act() {
      wire.announce();
    }
  }
}
