package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.money.UnitId;

/** What is armed. Guarded by the machine's monitor. */
final class Faults {

  private final List<Sabotage> armed = new ArrayList<>();

  void arm(Sabotage sabotage) {
    armed.removeIf(
        other -> other.fault() == sabotage.fault() && other.unit().equals(sabotage.unit()));
    armed.add(sabotage);
  }

  boolean clear(Fault fault) {
    return armed.removeIf(sabotage -> sabotage.fault() == fault);
  }

  boolean clear(Fault fault, UnitId unit) {
    return armed.removeIf(sabotage -> sabotage.fault() == fault && sabotage.concerns(unit));
  }

  /** What is armed, without striking. */
  Optional<Sabotage> armed(Fault fault) {
    for (int place = 0; place < armed.size(); place++) {
      if (armed.get(place).fault() == fault) {
        return Optional.of(armed.get(place));
      }
    }
    return Optional.empty();
  }

  /** Armed until cleared. */
  boolean lasts(Fault fault) {
    for (int place = 0; place < armed.size(); place++) {
      if (armed.get(place).fault() == fault && armed.get(place).lasting()) {
        return true;
      }
    }
    return false;
  }

  boolean lasts(Fault fault, UnitId unit) {
    for (int place = 0; place < armed.size(); place++) {
      Sabotage sabotage = armed.get(place);
      if (sabotage.fault() == fault && sabotage.lasting() && sabotage.concerns(unit)) {
        return true;
      }
    }
    return false;
  }

  /** The fault strikes, if it is armed; one armed once is then over. */
  Optional<Sabotage> strike(Fault fault) {
    Optional<Sabotage> struck = armed(fault);
    if (struck.isPresent() && !struck.get().lasting()) {
      armed.remove(struck.get());
    }
    return struck;
  }

  /** The fault strikes a unit when it waited for no more notes than so many. */
  Optional<Sabotage> strike(Fault fault, UnitId unit, int given) {
    for (int place = 0; place < armed.size(); place++) {
      Sabotage sabotage = armed.get(place);
      if (sabotage.fault() == fault && sabotage.concerns(unit) && given >= sabotage.notes()) {
        if (!sabotage.lasting()) {
          armed.remove(place);
        }
        return Optional.of(sabotage);
      }
    }
    return Optional.empty();
  }

  List<Sabotage> all() {
    return List.copyOf(armed);
  }
}
