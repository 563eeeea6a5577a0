package org.silverteller.simulator.hardware;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.silverteller.device.Lights;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.page.Frame;
import org.silverteller.simulator.PowerCut;

/**
 * One virtual cash machine: the single physical truth under all its ports, and under all hands that
 * act on it. May be used from any thread; the truth is guarded by this object's monitor, and
 * nothing foreign (sink, hook, tempo, witness) is called while it is held.
 */
public final class VirtualMachine implements Ports {

  private static final long FIRST_LOAD = 1;

  private final MachineSpec spec;
  private final Customer customer = new Customer(this);
  private final Operator operator = new Operator(this);
  private final Saboteur saboteur = new Saboteur(this);

  final NotePrints prints;
  final Faults faults = new Faults();
  final CashMechanism cash;
  final CardPath cards;
  final PaperPath paper;
  final ExtraFaults extraFaults = new ExtraFaults();
  final Optional<AcceptorMechanism> deposits;
  final Optional<BookPath> books;
  final Keypad keypad = new Keypad();
  final KeyStore keys;
  final Map<Lights.Place, Lights.Rate> lights = new EnumMap<>(Lights.Place.class);
  Optional<Frame> frame = Optional.empty();
  long frameNumber;
  String lastWords = "";

  private volatile Supply supply = new Supply();
  private volatile Consumer<TerminalEvent> sink = VirtualMachine::nowhere;
  private volatile EffectHook hook = EffectHook.NONE;
  private volatile Tempo tempo = Tempo.INSTANT;
  private volatile Witness witness = Witness.NOBODY;

  /** A machine fresh from the depot, under power, its cassettes filled, with nobody near. */
  public VirtualMachine(MachineSpec spec) {
    this(spec, FIRST_LOAD);
  }

  /**
   * @param noteSeed what the serial numbers of its notes come from
   */
  public VirtualMachine(MachineSpec spec, long noteSeed) {
    this.spec = spec;
    prints = new NotePrints(noteSeed);
    cash = new CashMechanism(spec, faults);
    cards = new CardPath(spec, faults);
    paper = new PaperPath(spec, faults);
    keys = new KeyStore(spec.masterKey());
    books =
        spec.fitted(DeviceName.PASSBOOK_UNIT)
            ? Optional.of(new BookPath(spec.passbook(), extraFaults))
            : Optional.empty();
    deposits =
        spec.fitted(DeviceName.CASH_ACCEPTOR)
            ? Optional.of(new AcceptorMechanism(spec.acceptor(), cash, extraFaults))
            : Optional.empty();
    darken();
  }

  public MachineSpec spec() {
    return spec;
  }

  @Override
  public VirtualHardware open(Consumer<TerminalEvent> events) {
    Supply current = supply;
    current.demand();
    sink = events;
    return new VirtualHardware(this, current, events);
  }

  void closed(Consumer<TerminalEvent> events) {
    if (sink == events) {
      sink = VirtualMachine::nowhere;
    }
  }

  /** Who stands before the machine. */
  public Customer customer() {
    return customer;
  }

  /** Who fills and repairs it. */
  public Operator operator() {
    return operator;
  }

  /** Who breaks it. */
  public Saboteur saboteur() {
    return saboteur;
  }

  /** What to call around each physical effect from now on. */
  public void hook(EffectHook newHook) {
    hook = newHook;
  }

  /** How long effects take from now on. */
  public void tempo(Tempo newTempo) {
    tempo = newTempo;
  }

  /** Who is told from now on. */
  public void witness(Witness newWitness) {
    witness = newWitness;
  }

  // ---- power

  public boolean powered() {
    return supply.on();
  }

  /**
   * The power fails: the port command that is under way, or the next, throws {@link PowerCut}.
   * Screen, lights and voice go out, the card slot closes, a PIN in the pad is gone. Notes, cards
   * and paper stay where they are; counters, keys and the last bundle are remembered.
   */
  public void cutPower() {
    cut("");
  }

  private void cut(String where) {
    synchronized (this) {
      if (!supply.on()) {
        return;
      }
      supply.cut();
      sink = VirtualMachine::nowhere;
      darken();
      keypad.close();
      cards.powerLost();
      cash.powerLost();
      deposits.ifPresent(AcceptorMechanism::powerLost);
      books.ifPresent(BookPath::powerLost);
    }
    tell("power cut" + where);
  }

  /** The power is back. Nothing moves until the hardware is opened anew. */
  public void restorePower() {
    synchronized (this) {
      if (supply.on()) {
        return;
      }
      supply = new Supply();
    }
    tell("power back");
  }

  private void darken() {
    frame = Optional.empty();
    lastWords = "";
    for (Lights.Place place : Lights.Place.values()) {
      lights.put(place, Lights.Rate.OFF);
    }
  }

  // ---- effects

  void before(Supply run, Effect effect) {
    run.demand();
    try {
      hook.before(effect);
    } catch (PowerCut cut) {
      cut(" before " + effect);
      throw cut;
    }
    tempo.pass(effect);
  }

  void after(Supply run, Effect effect) {
    try {
      hook.after(effect);
    } catch (PowerCut cut) {
      cut(" after " + effect);
      throw cut;
    }
    run.demand();
  }

  // ---- telling

  private static void nowhere(TerminalEvent event) {}

  void post(TerminalEvent event) {
    sink.accept(event);
  }

  boolean watched() {
    return witness != Witness.NOBODY;
  }

  void tell(String line) {
    witness.saw(line);
  }

  // ---- looking

  /** The truth as it is now. */
  public MachineView view() {
    synchronized (this) {
      return MachineView.of(this);
    }
  }

  /** What lies in a place now. */
  public Money moneyIn(Place place) {
    synchronized (this) {
      return cash.notes().moneyIn(place);
    }
  }

  /** Whether the card slot takes a card now. */
  public boolean slotOpen() {
    synchronized (this) {
      return powered() && cards.accepting();
    }
  }

  /** Whether the passbook slot takes a book now. */
  public boolean bookSlotOpen() {
    synchronized (this) {
      return powered() && books.filter(BookPath::accepting).isPresent();
    }
  }

  /** The notes that lie in a place now, by the cassette they came from. */
  public NoteMix notesIn(Place place) {
    synchronized (this) {
      return cash.notes().mixAt(place);
    }
  }

  /** The books of notes and cards as they are now. */
  /** The books of the acceptor alone, where one is fitted. */
  public Optional<DepositLedger> deposits() {
    synchronized (this) {
      return deposits.map(DepositLedger::of);
    }
  }

  public MachineLedger ledger() {
    synchronized (this) {
      return MachineLedger.of(this);
    }
  }
}
