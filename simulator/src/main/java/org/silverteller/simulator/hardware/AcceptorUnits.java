package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The acceptor's cash units: its own, and those that the dispenser draws from as well. Guarded by
 * the machine's monitor.
 */
final class AcceptorUnits {

  private final AcceptorSpec spec;
  private final List<NoteStorage> storages = new ArrayList<>();

  /**
   * @param cash whose recycling units of the same names are the acceptor's too
   */
  AcceptorUnits(AcceptorSpec spec, CashMechanism cash) {
    this.spec = spec;
    for (UnitSpec built : spec.units()) {
      int partner = built.type() == UnitType.RECYCLE ? cash.counters().index(built.id()) : -1;
      storages.add(partner < 0 ? new OwnStorage(built) : new SharedStorage(cash, partner));
    }
  }

  /** Whether what is stored there is the dispenser's from then on. */
  boolean shared(int unit) {
    return storages.get(unit).shared();
  }

  /** Notes in units that are the acceptor's alone. */
  List<VirtualNote> all() {
    return own().flatMap(storage -> storage.notes().stream()).toList();
  }

  int inside() {
    return own().mapToInt(storage -> storage.notes().size()).sum();
  }

  private Stream<NoteStorage> own() {
    return storages.stream().filter(storage -> !storage.shared());
  }

  List<VirtualNote> in(int unit) {
    return List.copyOf(storages.get(unit).notes());
  }

  int index(UnitType type) {
    for (int unit = 0; unit < storages.size(); unit++) {
      if (spec.units().get(unit).type() == type) {
        return unit;
      }
    }
    return -1;
  }

  int room(UnitType type) {
    int unit = index(type);
    return unit < 0 ? 0 : storages.get(unit).room();
  }

  /** What is free in each unit. */
  int[] room() {
    return storages.stream().mapToInt(NoteStorage::room).toArray();
  }

  /**
   * Where a genuine note belongs: a fit one to the unit that recycles its denomination, any other
   * to a unit that only takes (GB 40560, JR/T 0153).
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

  /** The unit that this very note was stored in, but for notes that were drawn back. */
  Optional<UnitId> holding(VirtualNote note) {
    for (int unit = 0; unit < storages.size(); unit++) {
      UnitSpec built = spec.units().get(unit);
      if (built.type() != UnitType.RETRACT && storages.get(unit).took(note)) {
        return Optional.of(built.id());
      }
    }
    return Optional.empty();
  }

  /**
   * @param number which of all notes that ever came in it is
   */
  void add(int unit, VirtualNote note, int number) {
    storages.get(unit).add(note, number);
  }

  /** All units but those that recycle are emptied by hand, and counted anew. */
  List<VirtualNote> empty() {
    List<VirtualNote> out = new ArrayList<>();
    for (int unit = 0; unit < storages.size(); unit++) {
      if (!spec.units().get(unit).type().dispenses()) {
        out.addAll(storages.get(unit).empty());
      }
    }
    return out;
  }

  List<CashUnit> told() {
    return storages.stream().map(NoteStorage::told).toList();
  }

  boolean anyFull() {
    return told().stream().anyMatch(unit -> unit.state() == UnitState.FULL);
  }
}
