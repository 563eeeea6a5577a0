package org.silverteller.simulator.hardware;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.silverteller.money.NoteReading;

/**
 * The notes of one unit that dispenses what was deposited, each a thing of its own, wherever it is
 * now. The unit is a stack: the note that came last leaves first; outside of it notes keep the
 * order in which they left. Guarded by the machine's monitor.
 */
final class RecyclingStack {

  /**
   * One note.
   *
   * @param deposited whether customers brought it; else it was loaded by hand
   * @param number which of all that customers brought, or of all loaded here by hand
   */
  private record Stacked(VirtualNote note, boolean deposited, int number) {}

  private final int slot;
  private final UnitSpec unit;
  private final VirtualNote fit;
  private final List<Stacked> ever = new ArrayList<>();
  private final List<VirtualNote> deposited = new ArrayList<>();
  private final List<VirtualNote> odd = new ArrayList<>();
  private final Map<Place, Deque<Integer>> places = new EnumMap<>(Place.class);

  /** What was told of a place since something last came or went there. */
  private final Map<Place, List<VirtualNote>> told = new EnumMap<>(Place.class);

  private int loaded;
  private int lastLeft = -1;

  /**
   * @param slot the place of the unit among the units
   */
  RecyclingStack(int slot, UnitSpec unit) {
    this.slot = slot;
    this.unit = unit;
    this.fit = new VirtualNote(unit.denomination().yuan(), VirtualNote.Quality.FIT);
    for (Place place : Place.values()) {
      places.put(place, new ArrayDeque<>());
    }
  }

  /** So many notes are put on top by hand. */
  void load(int notes) {
    for (VirtualNote note : VirtualNote.fit(unit.denomination().yuan(), notes)) {
      push(new Stacked(note, false, ++loaded));
    }
  }

  /**
   * A deposited note comes to lie on top.
   *
   * @param number which of all that customers brought
   */
  void store(VirtualNote note, int number) {
    deposited.add(note);
    push(new Stacked(note, true, number));
  }

  private void push(Stacked note) {
    places.get(Place.CASSETTE).addLast(ever.size());
    told.remove(Place.CASSETTE);
    ever.add(note);
    if (!note.note().equals(fit)) {
      odd.add(note.note());
    }
  }

  void move(Place from, Place to, int notes) {
    if (notes == 0) {
      return;
    }
    told.remove(from);
    told.remove(to);
    Deque<Integer> source = places.get(from);
    for (int note = 0; note < notes; note++) {
      int moved = from == Place.CASSETTE ? source.removeLast() : source.removeFirst();
      places.get(to).addLast(moved);
      lastLeft = from == Place.CASSETTE ? moved : lastLeft;
    }
  }

  /** Which of all notes that were ever here has left the unit last. */
  int lastLeft() {
    return lastLeft;
  }

  /** What a reader makes of one of all notes that were ever here. */
  NoteReading read(NotePrints prints, int note) {
    Stacked stacked = ever.get(note);
    return stacked.deposited()
        ? prints.read(unit.id(), stacked.note(), stacked.number())
        : prints.read(slot, unit, stacked.number());
  }

  /** The notes in a place, in the order in which they came there. */
  List<VirtualNote> in(Place place) {
    return told.computeIfAbsent(
        place, p -> places.get(p).stream().map(note -> ever.get(note).note()).toList());
  }

  /** Notes that came to lie here and are no fit notes of its value. */
  List<VirtualNote> odd() {
    return List.copyOf(odd);
  }

  /** Every note that customers brought and that came to lie here. */
  List<VirtualNote> deposited() {
    return List.copyOf(deposited);
  }
}
