package org.silverteller.money;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which unit gives how many notes.
 *
 * @param parts in cassette order, each with at least one note, no unit twice
 */
public record NoteMix(List<Part> parts) {

  public static final NoteMix EMPTY = new NoteMix(List.of());

  /** Notes from one unit. */
  public record Part(UnitId unit, Denomination denomination, int notes) {
    public Part {
      if (notes <= 0) {
        throw new IllegalArgumentException(unit + ": " + notes + " notes; expected at least 1");
      }
    }

    public Money value() {
      return denomination.times(notes);
    }
  }

  public NoteMix {
    parts = List.copyOf(parts);
    for (int at = 1; at < parts.size(); at++) {
      UnitId unit = parts.get(at).unit();
      for (Part before : parts.subList(0, at)) {
        if (before.unit().equals(unit)) {
          throw new IllegalArgumentException("a unit stands twice in " + parts);
        }
      }
    }
  }

  public Money total() {
    Money total = Money.ZERO;
    for (Part part : parts) {
      total = total.plus(part.value());
    }
    return total;
  }

  public int notes() {
    int notes = 0;
    for (Part part : parts) {
      notes += part.notes();
    }
    return notes;
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  public int notesFrom(UnitId unit) {
    for (Part part : parts) {
      if (part.unit().equals(unit)) {
        return part.notes();
      }
    }
    return 0;
  }

  /** Notes by face value, largest first. */
  public SortedMap<Denomination, Integer> byDenomination() {
    var counts = new TreeMap<Denomination, Integer>(java.util.Comparator.reverseOrder());
    parts.forEach(part -> counts.merge(part.denomination(), part.notes(), Integer::sum));
    return counts;
  }

  /** As the journal writes it: {@code 100x4 50x1 10x5}. */
  @Override
  public String toString() {
    var words = new StringBuilder();
    byDenomination()
        .forEach(
            (denomination, notes) ->
                words
                    .append(words.isEmpty() ? "" : " ")
                    .append(denomination)
                    .append('x')
                    .append(notes));
    return words.toString();
  }
}
