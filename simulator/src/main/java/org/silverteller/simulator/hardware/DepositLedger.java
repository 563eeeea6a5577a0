package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Money;
import org.silverteller.money.UnitId;

/**
 * The books of a cash acceptor at one moment.
 *
 * @param entered every note that ever was in it: loaded, or put in by customers
 * @param places where they are now
 * @param units one row a cash unit
 * @param shutterOpen of input and exit
 */
public record DepositLedger(
    List<VirtualNote> entered,
    Map<AcceptorPlace, List<VirtualNote>> places,
    List<Unit> units,
    boolean shutterOpen) {

  /** Notes in a unit, and what the device believes. */
  public record Unit(UnitId unit, List<VirtualNote> notes, int counted) {}

  /** Called with the machine's monitor held. */
  static DepositLedger of(AcceptorMechanism acceptor) {
    Map<AcceptorPlace, List<VirtualNote>> places = new EnumMap<>(AcceptorPlace.class);
    for (AcceptorPlace place : AcceptorPlace.values()) {
      places.put(place, acceptor.in(place));
    }
    List<Unit> units = new ArrayList<>();
    for (CashUnit unit : acceptor.units().told()) {
      units.add(new Unit(unit.id(), acceptor.units().in(units.size()), unit.count()));
    }
    return new DepositLedger(
        List.copyOf(acceptor.entered()), places, units, acceptor.shutterOpen());
  }

  public List<VirtualNote> in(AcceptorPlace place) {
    return places.get(place);
  }

  /** What the genuine notes are worth that came in and are not with customers again. */
  public Money keptGenuine() {
    Money kept = Money.ZERO;
    for (Map.Entry<AcceptorPlace, List<VirtualNote>> pile : places.entrySet()) {
      for (VirtualNote note : pile.getValue()) {
        boolean counts = pile.getKey() != AcceptorPlace.HANDS && note.quality().isGenuine();
        kept = counts ? kept.plus(Money.ofYuan(note.yuan())) : kept;
      }
    }
    return kept;
  }

  /** What does not add up, in words: notes are conserved, kind by kind. */
  List<String> kindViolations() {
    List<String> found = new ArrayList<>();
    Map<VirtualNote, Integer> missing = new HashMap<>();
    entered.forEach(note -> missing.merge(note, 1, Integer::sum));
    places.values().forEach(pile -> pile.forEach(note -> missing.merge(note, -1, Integer::sum)));
    missing.forEach(
        (note, notes) -> {
          if (notes != 0) {
            found.add("acceptor: " + notes + " more of " + note + " came in than are found");
          }
        });
    return found;
  }

  /**
   * What does not add up in number, in words: none is lost, and the device's counts are the truth.
   */
  List<String> numberViolations() {
    List<String> found = new ArrayList<>();
    int there = places.values().stream().mapToInt(List::size).sum();
    if (there != entered.size()) {
      found.add("acceptor: " + entered.size() + " notes came in, " + there + " are found");
    }
    for (Unit unit : units) {
      if (unit.counted() != unit.notes().size()) {
        found.add(
            unit.unit()
                + ": the device counts "
                + unit.counted()
                + ", "
                + unit.notes().size()
                + " are inside");
      }
    }
    return found;
  }

  /** What must not be while nobody is being served, in words. */
  List<String> idleViolations() {
    List<String> found = new ArrayList<>();
    for (AcceptorPlace place :
        List.of(
            AcceptorPlace.INPUT,
            AcceptorPlace.TRANSPORT,
            AcceptorPlace.ESCROW,
            AcceptorPlace.EXIT)) {
      if (!places.get(place).isEmpty()) {
        found.add(places.get(place).size() + " notes are in the acceptor's " + place);
      }
    }
    if (shutterOpen) {
      found.add("the acceptor's shutter is open");
    }
    return found;
  }
}
