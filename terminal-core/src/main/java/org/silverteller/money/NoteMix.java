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
    if (parts.stream().map(Part::unit).distinct().count() != parts.size()) {
      throw new IllegalArgumentException("a unit stands twice in " + parts);
    }
  }

  public Money total() {
    return parts.stream().map(Part::value).reduce(Money.ZERO, Money::plus);
  }

  public int notes() {
    return parts.stream().mapToInt(Part::notes).sum();
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  public int notesFrom(UnitId unit) {
    return parts.stream().filter(part -> part.unit().equals(unit)).mapToInt(Part::notes).sum();
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
