package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.CardReader.Media;
import org.silverteller.money.Money;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitType;

/**
 * The books of a machine at one moment: notes by the cassette they were loaded in, bins as the
 * device counts them, and cards.
 *
 * @param notes one row a cassette
 * @param bins one row a bin
 * @param cardsInserted into the slot since the machine was built
 * @param cardsReturned drawn out by customers
 * @param cardsInside in the reader or its mouth
 * @param cardsRetained in the retain bin
 * @param cardsCarriedAway taken out by operators
 * @param shutterOpen of the cash exit
 * @param recycling the notes of each unit that recycles, one by one
 * @param deposits the books of the cash acceptor, where one is fitted
 */
public record MachineLedger(
    List<Row> notes,
    List<Bin> bins,
    long cardsInserted,
    long cardsReturned,
    int cardsInside,
    int cardsRetained,
    long cardsCarriedAway,
    boolean shutterOpen,
    List<Recycling> recycling,
    Optional<DepositLedger> deposits) {

  /**
   * Where the notes of one cassette are.
   *
   * @param yuan face value
   * @param counted what the device believes to be in the cassette
   */
  public record Row(
      UnitId unit,
      int yuan,
      int loaded,
      int cassette,
      int counted,
      int transport,
      int stacker,
      int exit,
      int reject,
      int retract,
      int paidOut,
      int carriedAway) {

    int found() {
      return cassette + transport + stacker + exit + reject + retract + paidOut + carriedAway;
    }
  }

  /** Notes in a bin, and what the device believes. */
  public record Bin(UnitId unit, int notes, int counted) {}

  /**
   * The notes of one unit that recycles.
   *
   * @param places where they are now
   * @param deposited those that customers brought
   * @param odd those that are no fit notes of its value
   */
  public record Recycling(
      UnitId unit,
      int yuan,
      Map<Place, List<VirtualNote>> places,
      List<VirtualNote> deposited,
      List<VirtualNote> odd) {

    private List<VirtualNote> all() {
      return places.values().stream().flatMap(List::stream).toList();
    }
  }

  /** Called with the machine's monitor held. */
  static MachineLedger of(VirtualMachine machine) {
    Notes notes = machine.cash.notes();
    UnitCounters counters = machine.cash.counters();
    List<Row> rows = new ArrayList<>();
    List<Bin> bins = new ArrayList<>();
    for (int unit = 0; unit < machine.spec().units().size(); unit++) {
      UnitSpec spec = machine.spec().units().get(unit);
      if (spec.type().dispenses()) {
        rows.add(row(notes, counters, unit));
      } else {
        Place place = spec.type() == UnitType.REJECT ? Place.REJECT : Place.RETRACT;
        bins.add(new Bin(spec.id(), notes.in(place), counters.count(unit)));
      }
    }
    CardPath cards = machine.cards;
    return new MachineLedger(
        List.copyOf(rows),
        List.copyOf(bins),
        cards.inserted(),
        cards.returned(),
        cards.media() == Media.NOT_PRESENT ? 0 : 1,
        cards.bin().size(),
        cards.carriedAway(),
        machine.cash.shutterOpen(),
        recycling(machine.spec().units(), notes),
        machine.deposits.map(DepositLedger::of));
  }

  private static List<Recycling> recycling(List<UnitSpec> units, Notes notes) {
    List<Recycling> recycling = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      UnitSpec spec = units.get(unit);
      notes
          .stack(unit)
          .ifPresent(
              stack -> {
                Map<Place, List<VirtualNote>> places = new EnumMap<>(Place.class);
                for (Place place : Place.values()) {
                  places.put(place, stack.in(place));
                }
                recycling.add(
                    new Recycling(
                        spec.id(),
                        spec.denomination().yuan(),
                        places,
                        stack.deposited(),
                        stack.odd()));
              });
    }
    return List.copyOf(recycling);
  }

  private static Row row(Notes notes, UnitCounters counters, int unit) {
    return new Row(
        counters.spec(unit).id(),
        counters.spec(unit).denomination().yuan(),
        notes.loaded(unit),
        notes.at(Place.CASSETTE, unit),
        counters.count(unit),
        notes.at(Place.TRANSPORT, unit),
        notes.at(Place.STACKER, unit),
        notes.at(Place.EXIT, unit),
        notes.at(Place.REJECT, unit),
        notes.at(Place.RETRACT, unit),
        notes.at(Place.HANDS, unit),
        notes.at(Place.CARRIED_AWAY, unit));
  }

  /** What customers have taken since the machine was built. */
  public Money paidOut() {
    Money sum = Money.ZERO;
    for (Row row : notes) {
      sum = sum.plus(Money.ofYuan((long) row.yuan() * row.paidOut()));
    }
    return sum;
  }

  /**
   * What does not add up, in words; empty when all does: notes and cards are conserved, each note
   * by itself, and the device's counts are the truth.
   */
  public List<String> violations() {
    List<String> found = numberViolations();
    found.addAll(recyclingViolations());
    deposits.ifPresent(
        books -> {
          books.kindViolations().stream()
              .filter(words -> !found.contains(words))
              .forEach(found::add);
          handedOver(books, found);
        });
    return found;
  }

  /** The same as far as numbers tell it, without a look at each note. */
  public List<String> numberViolations() {
    List<String> found = new ArrayList<>();
    for (Row row : notes) {
      if (row.found() != row.loaded()) {
        found.add(
            row.unit() + ": " + row.loaded() + " notes were loaded, " + row.found() + " are found");
      }
      if (row.counted() != row.cassette()) {
        found.add(
            row.unit()
                + ": the device counts "
                + row.counted()
                + ", "
                + row.cassette()
                + " are inside");
      }
    }
    for (Bin bin : bins) {
      if (bin.counted() != bin.notes()) {
        found.add(
            bin.unit()
                + ": the device counts "
                + bin.counted()
                + ", "
                + bin.notes()
                + " are inside");
      }
    }
    long cards = cardsReturned + cardsInside + cardsRetained + cardsCarriedAway;
    if (cards != cardsInserted) {
      found.add(cardsInserted + " cards were inserted, " + cards + " are found");
    }
    deposits.ifPresent(
        books ->
            books.numberViolations().stream()
                .filter(words -> !found.contains(words))
                .forEach(found::add));
    int given = deposits.map(books -> books.in(AcceptorPlace.RECYCLED).size()).orElse(0);
    int taken = recycling.stream().mapToInt(unit -> unit.deposited().size()).sum();
    if (given != taken) {
      found.add(given + " notes were given over to units that recycle, " + taken + " came there");
    }
    return found;
  }

  /**
   * Notes in a unit that recycles, or dispensed from it, that must not be: only what the device has
   * judged genuine and fit is dispensed again (GB 40560, JR/T 0153).
   */
  public List<String> recyclingViolations() {
    List<String> found = new ArrayList<>();
    for (Recycling unit : recycling) {
      if (unit.odd().isEmpty()) {
        continue;
      }
      unit.places()
          .forEach(
              (place, notes) ->
                  notes.stream()
                      .filter(unit.odd()::contains)
                      .forEach(note -> found.add(unit.unit() + ": " + note + " is in " + place)));
    }
    return found;
  }

  /** Each note that the acceptor gave over is in one place of the dispenser's books. */
  private void handedOver(DepositLedger books, List<String> found) {
    Map<VirtualNote, Integer> astray = new IdentityHashMap<>();
    books.in(AcceptorPlace.RECYCLED).forEach(note -> astray.merge(note, 1, Integer::sum));
    for (Recycling unit : recycling) {
      Map<VirtualNote, Integer> there = new IdentityHashMap<>();
      unit.all().forEach(note -> there.merge(note, 1, Integer::sum));
      unit.deposited()
          .forEach(
              note -> {
                astray.merge(note, -1, Integer::sum);
                if (there.getOrDefault(note, 0) != 1) {
                  found.add(unit.unit() + ": " + note + " is in " + there.get(note) + " places");
                }
              });
    }
    astray.forEach(
        (note, notes) -> {
          if (notes != 0) {
            found.add(notes + " more of " + note + " were given over than came to lie in units");
          }
        });
  }

  /**
   * What must not be while nobody is being served, in words: notes in transport, stacker or exit, a
   * card in the reader, an open shutter.
   */
  public List<String> idleViolations() {
    List<String> found = new ArrayList<>();
    for (Row row : notes) {
      int astray = row.transport() + row.stacker() + row.exit();
      if (astray > 0) {
        found.add(astray + " notes of " + row.unit() + " are in transport, stacker or exit");
      }
    }
    if (cardsInside > 0) {
      found.add("a card is in the reader");
    }
    if (shutterOpen) {
      found.add("the shutter is open");
    }
    deposits.ifPresent(books -> found.addAll(books.idleViolations()));
    return found;
  }

  /**
   * Demands that all adds up.
   *
   * @throws IllegalStateException listing {@link #violations()}
   */
  public void demandBalance() {
    List<String> found = violations();
    if (!found.isEmpty()) {
      throw new IllegalStateException(String.join("; ", found));
    }
  }
}
