package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitType;

/**
 * The way of what lies in an acceptor outside its units into the retract unit. Guarded by the
 * machine's monitor.
 */
final class DepositRetract {

  private static final List<AcceptorPlace> ALL =
      List.of(
          AcceptorPlace.EXIT, AcceptorPlace.INPUT, AcceptorPlace.ESCROW, AcceptorPlace.TRANSPORT);
  private static final List<AcceptorPlace> INSIDE =
      List.of(AcceptorPlace.ESCROW, AcceptorPlace.TRANSPORT);

  private final AcceptorUnits units;
  private final DepositPiles piles;
  private final CashInMemory memory;
  private final ExtraFaults faults;
  private final Jam jam;

  DepositRetract(
      AcceptorUnits units, DepositPiles piles, CashInMemory memory, ExtraFaults faults, Jam jam) {
    this.units = units;
    this.piles = piles;
    this.memory = memory;
    this.faults = faults;
    this.jam = jam;
  }

  /**
   * @throws DeviceFault NO_MEDIA when there is nothing to draw in, FULL when there is no room for
   *     it
   */
  void demandPossible() throws DeviceFault {
    int found = ALL.stream().mapToInt(piles::count).sum();
    if (found == 0) {
      throw fault(Kind.NO_MEDIA, "nothing is to be drawn in");
    }
    if (found > units.room(UnitType.RETRACT)) {
      throw fault(Kind.FULL, "the retract unit has no room for " + found + " notes");
    }
  }

  /** From everywhere, once it is known to be possible. */
  Counted drawIn() throws DeviceFault {
    Optional<ExtraFaults.Armed> stuck = faults.strike(AcceptorFault.JAM_IN_RETRACT);
    List<VirtualNote> drawn =
        toBin(ALL, stuck.map(ExtraFaults.Armed::after).orElse(Integer.MAX_VALUE));
    if (stuck.isPresent()) {
      ALL.stream()
          .filter(place -> place != AcceptorPlace.TRANSPORT)
          .forEach(place -> piles.moveAll(place, AcceptorPlace.TRANSPORT));
      memory.drawnIn(State.UNKNOWN);
      throw jam.at("on the way to the retract unit", stuck.get().lasting());
    }
    jam.cleared();
    memory.drawnIn(State.RETRACTED);
    List<VirtualNote> known = drawn.stream().filter(note -> note.quality().isGenuine()).toList();
    return new Counted(counted(known), drawn.size() - known.size());
  }

  /** From where no hand reaches, where there is a retract unit with room. */
  void clearInside() {
    int inside = INSIDE.stream().mapToInt(piles::count).sum();
    if (inside > 0 && inside <= units.room(UnitType.RETRACT)) {
      toBin(INSIDE, inside);
    }
    if (memory.active() && piles.none(AcceptorPlace.ESCROW)) {
      memory.drawnIn(State.RETRACTED);
    }
  }

  private List<VirtualNote> toBin(List<AcceptorPlace> from, int most) {
    int bin = units.index(UnitType.RETRACT);
    List<VirtualNote> drawn = new ArrayList<>();
    for (AcceptorPlace place : from) {
      while (!piles.none(place) && drawn.size() < most) {
        drawn.add(piles.next(place));
        piles.store(place, bin);
      }
    }
    return drawn;
  }

  /** Notes by denomination, as the escrow tells them. */
  static NoteMix counted(List<VirtualNote> notes) {
    Map<Denomination, Integer> byValue = new TreeMap<>();
    notes.forEach(note -> byValue.merge(Denomination.of(note.yuan()), 1, Integer::sum));
    return Escrow.mix(byValue);
  }

  private static DeviceFault fault(Kind kind, String detail) {
    return new DeviceFault(DeviceName.CASH_ACCEPTOR, kind, detail);
  }
}
