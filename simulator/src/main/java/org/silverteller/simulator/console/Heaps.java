package org.silverteller.simulator.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.silverteller.simulator.console.BenchState.Heap;
import org.silverteller.simulator.hardware.VirtualNote;

/** Single notes as heaps of notes alike, and back. */
final class Heaps {

  /** What notes alike have in common. */
  record Kind(int yuan, VirtualNote.Quality quality) {
    static Kind of(VirtualNote note) {
      return new Kind(note.yuan(), note.quality());
    }
  }

  static final Comparator<Kind> LARGEST_FIRST =
      Comparator.comparing(Kind::yuan).reversed().thenComparing(Kind::quality);

  private Heaps() {}

  static List<Heap> of(Collection<VirtualNote> notes) {
    Map<Kind, Integer> counts = new TreeMap<>(LARGEST_FIRST);
    add(notes, counts);
    return of(counts);
  }

  static List<Heap> of(Map<Kind, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Heap(entry.getKey().yuan(), entry.getKey().quality(), entry.getValue()))
        .toList();
  }

  static void add(Collection<VirtualNote> notes, Map<Kind, Integer> counts) {
    notes.forEach(note -> counts.merge(Kind.of(note), 1, Integer::sum));
  }

  static List<VirtualNote> notes(List<Heap> heaps) {
    List<VirtualNote> notes = new ArrayList<>();
    heaps.forEach(
        heap -> notes.addAll(VirtualNote.many(heap.yuan(), heap.quality(), heap.count())));
    return notes;
  }
}
