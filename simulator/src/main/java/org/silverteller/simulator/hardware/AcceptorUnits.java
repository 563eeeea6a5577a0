package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The acceptor's cash units: the notes in them, and what the device itself counts. Guarded by the
 * machine's monitor.
 */
final class AcceptorUnits {

  private static final int LOW_SHARE = 10;

  private final AcceptorSpec spec;
  private final List<List<VirtualNote>> notes = new ArrayList<>();
  private final int[] counts;

  AcceptorUnits(AcceptorSpec spec) {
    this.spec = spec;
    counts = new int[spec.units().size()];
    for (int unit = 0; unit < counts.length; unit++) {
      UnitSpec built = spec.units().get(unit);
      counts[unit] = built.count();
      notes.add(
          new ArrayList<>(
              built.count() == 0
                  ? List.of()
                  : VirtualNote.fit(built.denomination().yuan(), built.count())));
    }
  }

  /** Notes inside when the machine was built. */
  List<VirtualNote> all() {
    return notes.stream().flatMap(List::stream).toList();
  }

  int inside() {
    return notes.stream().mapToInt(List::size).sum();
  }

  List<VirtualNote> in(int unit) {
    return List.copyOf(notes.get(unit));
  }

  int counted(int unit) {
    return counts[unit];
  }

  int index(UnitType type) {
    for (int unit = 0; unit < counts.length; unit++) {
      if (spec.units().get(unit).type() == type) {
        return unit;
      }
    }
    return -1;
  }

  int room(UnitType type) {
    int unit = index(type);
    return unit < 0 ? 0 : spec.units().get(unit).capacity() - counts[unit];
  }

  /** What is free in each unit. */
  int[] room() {
    int[] room = new int[counts.length];
    for (int unit = 0; unit < room.length; unit++) {
      room[unit] = spec.units().get(unit).capacity() - counts[unit];
    }
    return room;
  }

  /**
   * Where a genuine note belongs: a fit one to the unit that recycles its denomination, any other
   * to a unit that only takes.
   *
   * @param room free in each unit
   * @return -1 when no unit takes it
   */
  int place(VirtualNote note, int[] room) {
    int taking = -1;
    for (int unit = 0; unit < room.length; unit++) {
      UnitSpec built = spec.units().get(unit);
      boolean recycles =
          built.type() == UnitType.RECYCLE
              && spec.can().recycles()
              && note.quality() == VirtualNote.Quality.FIT
              && built.denomination().yuan() == note.yuan();
      if (recycles && room[unit] > 0) {
        return unit;
      }
      if (built.type() == UnitType.CASH_IN && room[unit] > 0 && taking < 0) {
        taking = unit;
      }
    }
    return taking;
  }

  /** The unit that this very note lies in, but for notes that were drawn back. */
  Optional<UnitId> holding(VirtualNote note) {
    for (int unit = 0; unit < counts.length; unit++) {
      UnitSpec built = spec.units().get(unit);
      if (built.type() != UnitType.RETRACT
          && notes.get(unit).stream().anyMatch(each -> each == note)) {
        return Optional.of(built.id());
      }
    }
    return Optional.empty();
  }

  void add(int unit, VirtualNote note) {
    notes.get(unit).add(note);
    counts[unit]++;
  }

  /** All units but those that recycle are emptied by hand, and counted anew. */
  List<VirtualNote> empty() {
    List<VirtualNote> out = new ArrayList<>();
    for (int unit = 0; unit < counts.length; unit++) {
      if (!spec.units().get(unit).type().dispenses()) {
        out.addAll(notes.get(unit));
        notes.get(unit).clear();
        counts[unit] = 0;
      }
    }
    return out;
  }

  List<CashUnit> told() {
    List<CashUnit> told = new ArrayList<>();
    for (int unit = 0; unit < counts.length; unit++) {
      UnitSpec built = spec.units().get(unit);
      told.add(
          new CashUnit(
              built.id(),
              built.type(),
              built.denomination(),
              counts[unit],
              built.minimum(),
              state(unit)));
    }
    return List.copyOf(told);
  }

  private UnitState state(int unit) {
    UnitSpec built = spec.units().get(unit);
    if (counts[unit] >= built.capacity()) {
      return UnitState.FULL;
    }
    if (!built.type().dispenses()) {
      return UnitState.OK;
    }
    if (counts[unit] == 0) {
      return UnitState.EMPTY;
    }
    return counts[unit] < built.capacity() / LOW_SHARE ? UnitState.LOW : UnitState.OK;
  }

  boolean anyFull() {
    for (int unit = 0; unit < counts.length; unit++) {
      if (state(unit) == UnitState.FULL) {
        return true;
      }
    }
    return false;
  }
}
