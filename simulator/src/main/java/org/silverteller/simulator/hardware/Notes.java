package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMix;
import org.silverteller.money.NoteReading;
import org.silverteller.money.UnitType;

/**
 * Where every note is, by place and by the cassette it was loaded in. Notes are conserved: after
 * each move the notes of a cassette in all places are counted against what was loaded. Notes are
 * alike but in a unit that recycles, where each is known by itself. Guarded by the machine's
 * monitor.
 */
final class Notes {

  /** The notes in one place. */
  private static final class Heap {
    final int[] byUnit;
    int all;

    Heap(int units) {
      byUnit = new int[units];
    }

    void add(int unit, int notes) {
      byUnit[unit] += notes;
      all += notes;
    }
  }

  private final List<UnitSpec> units;
  private final Map<Place, Heap> heaps = new EnumMap<>(Place.class);
  private final List<Optional<RecyclingStack>> stacks = new ArrayList<>();
  private final int[] loaded;

  Notes(List<UnitSpec> units) {
    this.units = units;
    loaded = new int[units.size()];
    for (Place place : Place.values()) {
      heaps.put(place, new Heap(units.size()));
    }
    for (int unit = 0; unit < units.size(); unit++) {
      UnitSpec built = units.get(unit);
      stacks.add(
          built.type() == UnitType.RECYCLE
              ? Optional.of(new RecyclingStack(unit, built))
              : Optional.empty());
      load(unit, built.count());
    }
  }

  int at(Place place, int unit) {
    return heaps.get(place).byUnit[unit];
  }

  int in(Place place) {
    return heaps.get(place).all;
  }

  Money moneyIn(Place place) {
    int[] byUnit = heaps.get(place).byUnit;
    long yuan = 0;
    for (int unit = 0; unit < byUnit.length; unit++) {
      if (byUnit[unit] > 0) {
        yuan += (long) byUnit[unit] * units.get(unit).denomination().yuan();
      }
    }
    return Money.ofYuan(yuan);
  }

  int loaded(int unit) {
    return loaded[unit];
  }

  /** The notes of a unit that recycles, one by one. */
  Optional<RecyclingStack> stack(int unit) {
    return stacks.get(unit);
  }

  /**
   * The number of the note that left the cassette last: it is told again to {@link #read}. In a
   * cassette that only dispenses it counts those that have left.
   */
  int lastLeft(int unit) {
    return stacks
        .get(unit)
        .map(RecyclingStack::lastLeft)
        .orElseGet(() -> loaded[unit] - at(Place.CASSETTE, unit));
  }

  /** What a reader makes of a note that left a cassette. */
  NoteReading read(NotePrints prints, int unit, int number) {
    return stacks
        .get(unit)
        .map(stack -> stack.read(prints, number))
        .orElseGet(() -> prints.read(unit, units.get(unit), number));
  }

  void load(int unit, int notes) {
    stacks.get(unit).ifPresent(stack -> stack.load(notes));
    came(unit, notes);
  }

  /**
   * A note that a customer brought comes into a unit that recycles.
   *
   * @param number which of all that customers brought
   */
  void store(int unit, VirtualNote note, int number) {
    stacks.get(unit).orElseThrow().store(note, number);
    came(unit, 1);
  }

  private void came(int unit, int notes) {
    loaded[unit] += notes;
    heaps.get(Place.CASSETTE).add(unit, notes);
    demandConservation(unit);
  }

  void move(Place from, Place to, int unit, int notes) {
    if (notes < 0 || at(from, unit) < notes) {
      throw new IllegalStateException(
          notes
              + " notes of "
              + units.get(unit).id()
              + " cannot leave "
              + from
              + ": "
              + at(from, unit)
              + " are there");
    }
    heaps.get(from).add(unit, -notes);
    heaps.get(to).add(unit, notes);
    stacks.get(unit).ifPresent(stack -> stack.move(from, to, notes));
    demandConservation(unit);
  }

  /**
   * Moves up to so many notes, cassette by cassette.
   *
   * @return the notes moved, by cassette
   */
  int[] moveUpTo(Place from, Place to, int most) {
    int[] moved = new int[units.size()];
    int left = most;
    for (int unit = 0; unit < moved.length && left > 0; unit++) {
      moved[unit] = Math.min(left, at(from, unit));
      if (moved[unit] > 0) {
        move(from, to, unit, moved[unit]);
        left -= moved[unit];
      }
    }
    return moved;
  }

  int[] moveAll(Place from, Place to) {
    return moveUpTo(from, to, in(from));
  }

  int[] byUnit(Place place) {
    return heaps.get(place).byUnit.clone();
  }

  NoteMix mixAt(Place place) {
    return mix(heaps.get(place).byUnit);
  }

  /** Notes by cassette as a mix. */
  NoteMix mix(int[] byUnit) {
    List<NoteMix.Part> parts = new ArrayList<>(byUnit.length);
    for (int unit = 0; unit < byUnit.length; unit++) {
      if (byUnit[unit] > 0) {
        UnitSpec spec = units.get(unit);
        parts.add(new NoteMix.Part(spec.id(), spec.denomination(), byUnit[unit]));
      }
    }
    return parts.isEmpty() ? NoteMix.EMPTY : new NoteMix(parts);
  }

  private void demandConservation(int unit) {
    int found = 0;
    for (Heap heap : heaps.values()) {
      found += heap.byUnit[unit];
    }
    if (found != loaded[unit]) {
      throw new IllegalStateException(
          units.get(unit).id()
              + ": "
              + loaded[unit]
              + " notes were loaded, "
              + found
              + " are found");
    }
  }
}
