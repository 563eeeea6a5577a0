package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * What the dispenser itself believes of its cash units: its counters and their condition. Guarded
 * by the machine's monitor.
 */
final class UnitCounters {

  private final List<UnitSpec> specs;
  private final int[] counts;
  private final UnitState[] marks;
  private List<CashUnit> told = List.of();

  UnitCounters(List<UnitSpec> specs) {
    this.specs = specs;
    counts = specs.stream().mapToInt(UnitSpec::count).toArray();
    marks = new UnitState[specs.size()];
    Arrays.fill(marks, UnitState.OK);
  }

  /** The place of a unit among the units; -1 when there is none of that name. */
  int index(UnitId id) {
    for (int unit = 0; unit < specs.size(); unit++) {
      if (specs.get(unit).id().equals(id)) {
        return unit;
      }
    }
    return -1;
  }

  int index(UnitType type) {
    for (int unit = 0; unit < specs.size(); unit++) {
      if (specs.get(unit).type() == type) {
        return unit;
      }
    }
    return -1;
  }

  UnitSpec spec(int unit) {
    return specs.get(unit);
  }

  int size() {
    return counts.length;
  }

  int count(int unit) {
    return counts[unit];
  }

  int room(int unit) {
    return specs.get(unit).capacity() - counts[unit];
  }

  void demandRoom(int bin, int notes) throws DeviceFault {
    if (notes > room(bin)) {
      throw Belts.fault(Kind.FULL, specs.get(bin).id() + " has no room for " + notes + " notes");
    }
  }

  void add(int unit, int notes) {
    counts[unit] += notes;
    told = List.of();
  }

  /** A note comes to lie on top, so that there is one to give. */
  void store(int unit) {
    add(unit, 1);
    if (marks[unit] == UnitState.EMPTY) {
      mark(unit, UnitState.OK);
    }
  }

  /** Whether the unit is there and works. */
  boolean works(int unit) {
    return marks[unit] != UnitState.MISSING && marks[unit] != UnitState.INOPERATIVE;
  }

  /** The places of what dispenses. */
  int[] cassettes() {
    return IntStream.range(0, counts.length)
        .filter(unit -> specs.get(unit).type().dispenses())
        .toArray();
  }

  /** Counts of units in the order of the units, for the witness. */
  String told(Map<UnitId, Integer> byUnit) {
    return specs.stream()
        .map(UnitSpec::id)
        .filter(byUnit::containsKey)
        .map(id -> id + " " + byUnit.get(id))
        .collect(Collectors.joining(", "));
  }

  /** All counts or none. A cassette that was found empty is believed again. */
  void set(Map<UnitId, Integer> byUnit) throws DeviceFault {
    for (Map.Entry<UnitId, Integer> told : byUnit.entrySet()) {
      demandSettable(told.getKey(), told.getValue());
    }
    byUnit.forEach(
        (id, count) -> {
          int unit = index(id);
          add(unit, count - counts[unit]);
          if (marks[unit] == UnitState.EMPTY) {
            mark(unit, UnitState.OK);
          }
        });
  }

  private void demandSettable(UnitId id, int count) throws DeviceFault {
    int unit = index(id);
    if (unit < 0) {
      throw Belts.fault(Kind.UNIT_MISSING, id + " is not in this machine");
    }
    if (marks[unit] == UnitState.MISSING && count != counts[unit]) {
      throw Belts.fault(Kind.UNIT_MISSING, id + " has no contact");
    }
    if (count < 0 || count > specs.get(unit).capacity()) {
      throw Belts.fault(
          Kind.FULL, id + ": " + count + " notes, expected 0 to " + specs.get(unit).capacity());
    }
  }

  void zeroBins() {
    for (int unit = 0; unit < counts.length; unit++) {
      if (!specs.get(unit).type().dispenses()) {
        add(unit, -counts[unit]);
      }
    }
  }

  /**
   * Marks a unit with EMPTY, INOPERATIVE or MISSING whatever its count says, or with OK to believe
   * the count again.
   */
  void mark(int unit, UnitState mark) {
    marks[unit] = mark;
    told = List.of();
  }

  void unmark(UnitState mark) {
    for (int unit = 0; unit < marks.length; unit++) {
      if (marks[unit] == mark) {
        mark(unit, UnitState.OK);
      }
    }
  }

  UnitState marked(int unit) {
    return marks[unit];
  }

  UnitState state(int unit) {
    UnitSpec spec = specs.get(unit);
    if (marks[unit] != UnitState.OK) {
      return marks[unit];
    }
    if (spec.type() != UnitType.BILL && counts[unit] >= spec.capacity()) {
      return UnitState.FULL;
    }
    if (!spec.type().dispenses()) {
      return UnitState.OK;
    }
    if (counts[unit] == 0) {
      return UnitState.EMPTY;
    }
    return counts[unit] < spec.capacity() / 10 ? UnitState.LOW : UnitState.OK;
  }

  /** As the port tells them; made anew only when something changed. */
  List<CashUnit> units() {
    if (told.isEmpty()) {
      List<CashUnit> units = new ArrayList<>(specs.size());
      for (int unit = 0; unit < specs.size(); unit++) {
        UnitSpec spec = specs.get(unit);
        units.add(
            new CashUnit(
                spec.id(),
                spec.type(),
                spec.denomination(),
                counts[unit],
                spec.minimum(),
                state(unit)));
      }
      told = List.copyOf(units);
    }
    return told;
  }

  boolean needAttention() {
    for (int unit = 0; unit < specs.size(); unit++) {
      UnitState state = state(unit);
      if (state != UnitState.OK && state != UnitState.LOW) {
        return true;
      }
    }
    return false;
  }
}
