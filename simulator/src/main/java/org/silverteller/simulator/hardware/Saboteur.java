package org.silverteller.simulator.hardware;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;

/** Arms and clears faults. May be used from any thread. */
public final class Saboteur {

  private final VirtualMachine machine;

  Saboteur(VirtualMachine machine) {
    this.machine = machine;
  }

  /**
   * The same fault in the same unit armed before is replaced.
   *
   * @throws IllegalArgumentException when the unit is no cassette of this machine
   */
  public void arm(Sabotage sabotage) {
    synchronized (machine) {
      sabotage.unit().ifPresent(this::demandCassette);
      machine.faults.arm(sabotage);
      if (sabotage.fault() == Fault.UNIT_MISSING && sabotage.lasting()) {
        sabotage.unit().ifPresent(unit -> mark(unit, UnitState.MISSING));
      }
    }
    changed("arms " + sabotage, sabotage.fault());
  }

  /**
   * Breaks a device that not every machine has.
   *
   * @param after how many notes or rows pass before it strikes
   */
  public void arm(ExtraFault fault, boolean lasting, int after) {
    synchronized (machine) {
      machine.extraFaults.arm(fault, lasting, after);
    }
    tell("arms " + fault + (lasting ? " lasting" : "") + (after > 0 ? " " + after : ""));
    post(fault.device());
  }

  /** As {@link #clear(Fault)}. */
  public void clear(ExtraFault fault) {
    synchronized (machine) {
      machine.extraFaults.clear(fault);
      release(fault.device());
    }
    tell("clears " + fault);
    post(fault.device());
  }

  private void release(DeviceName device) {
    if (device == DeviceName.CASH_ACCEPTOR) {
      machine.deposits.ifPresent(AcceptorMechanism::freed);
    } else {
      machine.books.ifPresent(BookPath::freed);
    }
  }

  /** The fault and what it blocks are gone; notes and cards stay where they are. */
  public void clear(Fault fault) {
    synchronized (machine) {
      machine.faults.clear(fault);
      release(fault);
    }
    changed("clears " + fault, fault);
  }

  /** Nothing is wrong any more; notes and cards stay where they are. */
  public void clearAll() {
    Set<DeviceName> healed = EnumSet.noneOf(DeviceName.class);
    synchronized (machine) {
      for (Fault fault : Fault.values()) {
        machine.faults.clear(fault);
        release(fault);
        healed.add(fault.device());
      }
      machine.extraFaults.clearAll();
      for (DeviceName extra : List.of(DeviceName.CASH_ACCEPTOR, DeviceName.PASSBOOK_UNIT)) {
        release(extra);
        if (machine.spec().fitted(extra)) {
          healed.add(extra);
        }
      }
    }
    tell("clears all");
    healed.forEach(this::post);
  }

  /** What is armed now. */
  public List<Sabotage> armed() {
    synchronized (machine) {
      return machine.faults.all();
    }
  }

  /** What is armed now at the devices that not every machine has. */
  public Set<ExtraFault> armedExtras() {
    synchronized (machine) {
      return machine.extraFaults.all();
    }
  }

  private void release(Fault fault) {
    switch (fault) {
      case JAM_IN_STACK -> {
        machine.cash.freed();
        machine.cash.counters().unmark(UnitState.INOPERATIVE);
      }
      case JAM_IN_PRESENT, JAM_IN_RETRACT, SHUTTER_STUCK -> machine.cash.freed();
      case UNIT_EMPTY -> machine.cash.counters().unmark(UnitState.EMPTY);
      case UNIT_MISSING -> machine.cash.counters().unmark(UnitState.MISSING);
      case CARD_JAM -> machine.cards.freed();
      case PAPER_JAM -> machine.paper.freed();
      case CARD_UNREADABLE,
          RETAIN_FAILS,
          RETAIN_BIN_FULL,
          CARD_READER_OFFLINE,
          DOUBLE_PICK,
          SHORT_COUNT,
          SHORT_PRESENT,
          SHORT_RETRACT,
          PRESENT_STATUS_LOST,
          TAKEN_SENSOR_DEAD,
          DISPENSER_OFFLINE,
          PIN_PAD_OFFLINE,
          PAPER_OUT,
          PAPER_LOW,
          PRINTER_OFFLINE -> {}
    }
  }

  private void demandCassette(UnitId id) {
    UnitCounters counters = machine.cash.counters();
    int unit = counters.index(id);
    if (unit < 0 || !counters.spec(unit).type().dispenses()) {
      throw new IllegalArgumentException(id + ": expected the name of a cassette of this machine");
    }
  }

  private void mark(UnitId id, UnitState state) {
    UnitCounters counters = machine.cash.counters();
    counters.mark(counters.index(id), state);
  }

  private void changed(String what, Fault fault) {
    tell(what);
    post(fault.device());
  }

  private void tell(String what) {
    if (machine.watched()) {
      machine.tell("saboteur " + what);
    }
  }

  private void post(DeviceName device) {
    machine.post(new TerminalEvent.DeviceChanged(device));
  }
}
