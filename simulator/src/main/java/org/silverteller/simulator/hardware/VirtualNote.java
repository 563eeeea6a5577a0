package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bank note in somebody's hands.
 *
 * @param yuan what is printed on it
 * @param quality what an acceptor's sensors find
 */
public record VirtualNote(int yuan, Quality quality) {

  /** What an acceptor's sensors find of a note. */
  public enum Quality {
    /** Genuine and good enough to be dispensed again (JR/T 0153). */
    FIT,
    /** Genuine, but soiled, torn or taped: never dispensed again (JR/T 0153). */
    UNFIT,
    /** Recognised, and suspected to be counterfeit: kept (GB 40560). */
    SUSPECT,
    /** Folded, foreign, or no note at all: handed back. */
    UNREADABLE;

    /** Worth its value, whatever its condition. */
    public boolean isGenuine() {
      return this == FIT || this == UNFIT;
    }
  }

  public VirtualNote {
    if (yuan <= 0) {
      throw new IllegalArgumentException("a note of " + yuan + " yuan does not exist");
    }
  }

  /** So many fit notes. */
  public static List<VirtualNote> fit(int yuan, int howMany) {
    return many(yuan, Quality.FIT, howMany);
  }

  /** So many notes alike. */
  public static List<VirtualNote> many(int yuan, Quality quality, int howMany) {
    return IntStream.range(0, howMany).mapToObj(at -> new VirtualNote(yuan, quality)).toList();
  }

  /** Notes as transcripts tell them: {@code 100x3 10x1}. */
  static String told(List<VirtualNote> notes) {
    SortedMap<Integer, Integer> byValue = new TreeMap<>(java.util.Comparator.reverseOrder());
    notes.forEach(note -> byValue.merge(note.yuan(), 1, Integer::sum));
    return byValue.entrySet().stream()
        .map(entry -> entry.getKey() + "x" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
