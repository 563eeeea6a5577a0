package org.silverteller.simulator.hardware;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where each note of an acceptor is: in its units, or in a pile somewhere else. Notes only move;
 * none appears or vanishes. Guarded by the machine's monitor.
 */
final class DepositPiles {

  private final AcceptorUnits units;
  private final Map<AcceptorPlace, Deque<VirtualNote>> piles = new EnumMap<>(AcceptorPlace.class);
  private final List<VirtualNote> entered = new ArrayList<>();

  DepositPiles(AcceptorUnits units) {
    this.units = units;
    entered.addAll(units.all());
    for (AcceptorPlace place : AcceptorPlace.values()) {
      piles.put(place, new ArrayDeque<>());
    }
  }

  // ---- questions

  /** Every note that ever was in the acceptor. */
  List<VirtualNote> entered() {
    return entered;
  }

  List<VirtualNote> in(AcceptorPlace place) {
    return place == AcceptorPlace.UNITS ? units.all() : List.copyOf(piles.get(place));
  }

  int count(AcceptorPlace place) {
    return piles.get(place).size();
  }

  boolean none(AcceptorPlace place) {
    return piles.get(place).isEmpty();
  }

  /** The note that moves next. */
  VirtualNote next(AcceptorPlace place) {
    return piles.get(place).element();
  }

  /** Which of all notes that ever came in it is. */
  int number(VirtualNote note) {
    int number = entered.size() - 1;
    while (entered.get(number) != note) {
      number--;
    }
    return number;
  }

  // ---- moving

  void enter(List<VirtualNote> notes) {
    entered.addAll(notes);
    piles.get(AcceptorPlace.INPUT).addAll(notes);
    demandConservation();
  }

  void moveOne(AcceptorPlace from, AcceptorPlace to) {
    piles.get(to).add(piles.get(from).remove());
    demandConservation();
  }

  void store(AcceptorPlace from, int unit) {
    VirtualNote note = piles.get(from).remove();
    units.add(unit, note, number(note));
    if (units.shared(unit)) {
      piles.get(AcceptorPlace.RECYCLED).add(note);
    }
    demandConservation();
  }

  void moveAll(AcceptorPlace from, AcceptorPlace to) {
    piles.get(to).addAll(piles.get(from));
    piles.get(from).clear();
    demandConservation();
  }

  /** Units are emptied by hand. */
  List<VirtualNote> emptyUnits() {
    List<VirtualNote> out = units.empty();
    piles.get(AcceptorPlace.CARRIED_AWAY).addAll(out);
    demandConservation();
    return out;
  }

  private void demandConservation() {
    int found = units.inside();
    for (Deque<VirtualNote> pile : piles.values()) {
      found += pile.size();
    }
    if (found != entered.size()) {
      throw new IllegalStateException(
          entered.size() + " notes came into the acceptor, " + found + " are found");
    }
  }
}
