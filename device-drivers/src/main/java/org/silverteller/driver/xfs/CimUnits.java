package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.Counted;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
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

  static CimUnits read(XfsService service, XfsCurrency currency) throws XfsFault {
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_CASH_UNIT_INFO)) {
      return read(result.as(Cim.WFSCIMCASHINFO, service.dialect()), currency);
    }
  }

  private static CimUnits read(XfsRecord info, XfsCurrency currency) {
    List<Unit> units = new ArrayList<>();
    XfsUnitReader reader = new XfsUnitReader();
    for (XfsRecord unit : info.list("lppCashIn", Cim.WFSCIMCASHIN, info.word("usCount"))) {
      type(unit, currency)
          .ifPresent(
              type ->
                  units.add(
                      new Unit(
                          new CashUnit(
                              reader.name(unit, names(unit)),
                              type,
                              type == UnitType.RECYCLE
                                  ? denomination(unit, currency)
                                  : Denomination.MIXED,
                              XfsUnitReader.count(unit),
                              0,
                              XfsUnitReader.state(unit)),
                          CimNotes.counted(unit, "lpNoteNumberList"))));
    }
    return new CimUnits(units);
  }

  /** A unit that recycles notes below one yuan, or of none, only takes them. */
  private static Optional<UnitType> type(XfsRecord unit, XfsCurrency currency) {
    return switch (unit.dword("fwType")) {
      case Cim.WFS_CIM_TYPERECYCLING ->
          Optional.of(
              denomination(unit, currency).yuan() > 0 ? UnitType.RECYCLE : UnitType.CASH_IN);
      case Cim.WFS_CIM_TYPECASHIN -> Optional.of(UnitType.CASH_IN);
      case Cim.WFS_CIM_TYPERETRACTCASSETTE -> Optional.of(UnitType.RETRACT);
      case Cim.WFS_CIM_TYPEREJECT -> Optional.of(UnitType.REJECT);
      default -> Optional.empty();
    };
  }

  private static Denomination denomination(XfsRecord unit, XfsCurrency currency) {
    return new Denomination((int) currency.yuan(unit));
  }

  private static List<String> names(XfsRecord unit) {
    List<String> wishes = new ArrayList<>();
    if (unit.has("lpszCashUnitName")) {
      wishes.add(unit.text("lpszCashUnitName"));
    }
    unit.list("lppPhysical", Cim.WFSCIMPHCU, unit.word("usNumPhysicalCUs")).stream()
        .limit(1)
        .forEach(physical -> wishes.add(physical.text("lpPhysicalPositionName")));
    wishes.add(unit.chars("cUnitID"));
    return wishes;
  }

  List<CashUnit> told() {
    return units.stream().map(Unit::unit).toList();
  }

  /**
   * What units of these types have more than they had then: by denomination where all of them keep
   * lists of their notes, else all as rejected.
   */
  Counted moreSince(CimUnits then, Set<UnitType> types, CimNotes known) {
    NoteMix told = whichSince(then, types, known).map(Escrow::mix).orElse(NoteMix.EMPTY);
    return new Counted(told, Math.max(0, count(types) - then.count(types) - told.notes()));
  }

  private int count(Set<UnitType> types) {
    return units.stream()
        .filter(unit -> types.contains(unit.unit().type()))
        .mapToInt(unit -> unit.unit().count())
        .sum();
  }

  /** Empty where a unit has more notes than its list tells of. */
  private Optional<Map<Denomination, Integer>> whichSince(
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
