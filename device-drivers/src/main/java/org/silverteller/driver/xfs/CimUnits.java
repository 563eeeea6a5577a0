package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * The cash units of an acceptor with its own counts at one moment (WFS_INF_CIM_CASH_UNIT_INFO).
 *
 * @param units those that take or hold deposited notes, in the order of the acceptor
 */
record CimUnits(List<Unit> units) {

  /**
   * One unit.
   *
   * @param notes inside by note ID, where the acceptor keeps such a list
   */
  record Unit(CashUnit unit, Optional<List<CimNotes.Counted>> notes) {}

  CimUnits {
    units = List.copyOf(units);
  }

  /**
   * @param info the WFSCIMCASHINFO
   * @param exponent of the values: a value is ulValues × 10^exponent yuan
   */
  static CimUnits read(XfsRecord info, int exponent) {
    List<Unit> units = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (XfsRecord unit : info.list("lppCashIn", Cim.WFSCIMCASHIN, info.word("usCount"))) {
      type(unit, exponent)
          .ifPresent(
              type ->
                  units.add(
                      new Unit(
                          new CashUnit(
                              name(unit, names),
                              type,
                              type == UnitType.RECYCLE
                                  ? denomination(unit, exponent)
                                  : Denomination.MIXED,
                              (int) unit.ulong("ulCount"),
                              0,
                              state(unit)),
                          CimNotes.counted(unit, "lpNoteNumberList"))));
    }
    return new CimUnits(units);
  }

  /** A unit that recycles notes below one yuan, or of none, only takes them. */
  private static Optional<UnitType> type(XfsRecord unit, int exponent) {
    return switch (unit.dword("fwType")) {
      case Cim.WFS_CIM_TYPERECYCLING ->
          Optional.of(
              denomination(unit, exponent).yuan() > 0 ? UnitType.RECYCLE : UnitType.CASH_IN);
      case Cim.WFS_CIM_TYPECASHIN -> Optional.of(UnitType.CASH_IN);
      case Cim.WFS_CIM_TYPERETRACTCASSETTE -> Optional.of(UnitType.RETRACT);
      case Cim.WFS_CIM_TYPEREJECT -> Optional.of(UnitType.REJECT);
      default -> Optional.empty();
    };
  }

  private static Denomination denomination(XfsRecord unit, int exponent) {
    return new Denomination((int) CdmUnits.yuan(unit.ulong("ulValues"), exponent));
  }

  private static UnitState state(XfsRecord unit) {
    if (unit.bool("bAppLock")) {
      return UnitState.INOPERATIVE;
    }
    return switch (unit.word("usStatus")) {
      case Cim.WFS_CIM_STATCUOK, Cim.WFS_CIM_STATCUHIGH -> UnitState.OK;
      case Cim.WFS_CIM_STATCULOW -> UnitState.LOW;
      case Cim.WFS_CIM_STATCUEMPTY -> UnitState.EMPTY;
      case Cim.WFS_CIM_STATCUFULL -> UnitState.FULL;
      case Cim.WFS_CIM_STATCUMISSING -> UnitState.MISSING;
      default -> UnitState.INOPERATIVE;
    };
  }

  /** What is written on the slot, as far as it is letters and digits; else the unit's number. */
  private static UnitId name(XfsRecord unit, Set<String> taken) {
    List<String> wishes = new ArrayList<>();
    if (unit.has("lpszCashUnitName")) {
      wishes.add(unit.text("lpszCashUnitName"));
    }
    unit.list("lppPhysical", Cim.WFSCIMPHCU, unit.word("usNumPhysicalCUs")).stream()
        .limit(1)
        .forEach(physical -> wishes.add(physical.text("lpPhysicalPositionName")));
    wishes.add(unit.chars("cUnitID"));
    for (String wish : wishes) {
      String name = wish.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
      if (!name.isEmpty() && name.length() <= 12 && taken.add(name)) {
        return UnitId.of(name);
      }
    }
    String name = "UNIT" + unit.word("usNumber");
    taken.add(name);
    return UnitId.of(name);
  }

  List<CashUnit> told() {
    return units.stream().map(Unit::unit).toList();
  }

  /** Notes in all units of these types. */
  int count(Set<UnitType> types) {
    return units.stream()
        .filter(unit -> types.contains(unit.unit().type()))
        .mapToInt(unit -> unit.unit().count())
        .sum();
  }

  /**
   * What units of these types have more than they had then, by denomination.
   *
   * @return empty where a unit has more notes than its list tells of
   */
  Optional<Map<Denomination, Integer>> moreSince(
      CimUnits then, Set<UnitType> types, CimNotes known) {
    Map<Denomination, Integer> more = new TreeMap<>();
    for (int place = 0; place < Math.min(units.size(), then.units.size()); place++) {
      Unit now = units.get(place);
      Unit before = then.units.get(place);
      if (types.contains(now.unit().type()) && now.unit().count() != before.unit().count()) {
        Optional<Map<Denomination, Integer>> gained = gained(now, before, known);
        if (gained.isEmpty()) {
          return gained;
        }
        gained.get().forEach((value, notes) -> more.merge(value, notes, Integer::sum));
      }
    }
    return Optional.of(more);
  }

  private static Optional<Map<Denomination, Integer>> gained(
      Unit now, Unit before, CimNotes known) {
    if (now.unit().type() == UnitType.RECYCLE) {
      return Optional.of(
          Map.of(now.unit().denomination(), now.unit().count() - before.unit().count()));
    }
    if (now.notes().isEmpty() || before.notes().isEmpty()) {
      return Optional.empty();
    }
    Map<Denomination, Integer> gained = new TreeMap<>(known.byValue(now.notes().get()));
    known
        .byValue(before.notes().get())
        .forEach((value, notes) -> gained.merge(value, -notes, Integer::sum));
    return Optional.of(gained);
  }
}
