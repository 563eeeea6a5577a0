package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Set;
import org.silverteller.device.CashAcceptor;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitType;

/**
 * How a virtual cash acceptor is built.
 *
 * @param units where notes are stored: units that recycle, units that only take; then one of type
 *     REJECT for counterfeit suspects, and one of type RETRACT where the acceptor retracts
 * @param known the denominations that are accepted
 */
public record AcceptorSpec(
    CashAcceptor.Capabilities can, List<UnitSpec> units, Set<Denomination> known) {

  /** Recycles hundreds, has every capability, accepts notes from 1 to 100 yuan. */
  public static final AcceptorSpec STANDARD =
      new AcceptorSpec(
          new CashAcceptor.Capabilities(true, true, true, true, 200),
          List.of(
              unit("RECYC1", UnitType.RECYCLE, Denomination.of(100), 2_500),
              unit("DEPOSIT", UnitType.CASH_IN, Denomination.MIXED, 2_500),
              unit("SUSPECT", UnitType.REJECT, Denomination.MIXED, 100),
              unit("LEFT", UnitType.RETRACT, Denomination.MIXED, 400)),
          Set.of(
              Denomination.of(1),
              Denomination.of(5),
              Denomination.of(10),
              Denomination.of(20),
              Denomination.of(50),
              Denomination.of(100)));

  public AcceptorSpec {
    units = List.copyOf(units);
    known = Set.copyOf(known);
    demand(units, UnitType.REJECT, 1);
    demand(units, UnitType.RETRACT, can.retract() ? 1 : 0);
    demand(units, UnitType.BILL, 0);
  }

  private static void demand(List<UnitSpec> units, UnitType type, int expected) {
    long found = units.stream().filter(unit -> unit.type() == type).count();
    if (found != expected) {
      throw new IllegalArgumentException(
          found + " units of type " + type + " in the acceptor: expected " + expected);
    }
  }

  /** An empty unit. */
  public static UnitSpec unit(String name, UnitType type, Denomination denomination, int capacity) {
    return new UnitSpec(UnitId.of(name), type, denomination, 0, 0, capacity);
  }

  public AcceptorSpec withCapabilities(CashAcceptor.Capabilities other) {
    return new AcceptorSpec(other, units, known);
  }

  public AcceptorSpec withUnits(List<UnitSpec> others) {
    return new AcceptorSpec(can, others, known);
  }
}
