package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitType;

/**
 * The complete list of units that ends an exchange: all that the provider tells of them, with what
 * people have counted in it.
 *
 * @param units in the order of the provider
 * @param counts notes by unit; empty to leave all as it is
 */
record CdmCounting(CdmUnits units, Map<UnitId, Integer> counts) {

  static final CdmCounting NOTHING = new CdmCounting(new CdmUnits(List.of()), Map.of());

  private static final List<String> SINCE_FILLED =
      List.of("ulDispensedCount", "ulPresentedCount", "ulRetractedCount");

  private OptionalInt at(int place) {
    if (place >= units.slots().size()) {
      return OptionalInt.empty();
    }
    Integer count = counts.get(units.slots().get(place).unit().id());
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  /** Those that were counted. */
  List<XfsRecord> counted(List<XfsRecord> known) {
    List<XfsRecord> counted = new ArrayList<>();
    for (int place = 0; place < known.size(); place++) {
      if (at(place).isPresent()) {
        counted.add(known.get(place));
      }
    }
    return counted;
  }

  /** Those of several cassettes whose count nobody can share among them. */
  List<XfsRecord> unshareable(List<XfsRecord> known) {
    List<XfsRecord> unshareable = new ArrayList<>();
    for (int place = 0; place < known.size(); place++) {
      if (known.get(place).word("usNumPhysicalCUs") > 1 && at(place).orElse(0) != 0) {
        unshareable.add(known.get(place));
      }
    }
    return unshareable;
  }

  /**
   * @param info the WFSCDMCUINFO as the provider tells it
   * @param arena holds the list, strings and all: a provider may still read it when info is freed
   */
  XfsRecord list(XfsRecord info, XfsArena arena) {
    List<XfsRecord> known = CdmUnits.list(info);
    List<XfsRecord> told = new ArrayList<>();
    for (int place = 0; place < known.size(); place++) {
      told.add(unit(known.get(place), at(place), arena));
    }
    return arena
        .copy(Cdm.WFSCDMCUINFO, info)
        .word("usCount", told.size())
        .pointer("lppList", arena.list(told));
  }

  private XfsRecord unit(XfsRecord unit, OptionalInt count, XfsArena arena) {
    List<XfsRecord> cassettes = new ArrayList<>();
    for (XfsRecord known :
        unit.list("lppPhysical", Cdm.WFSCDMPHCU, unit.word("usNumPhysicalCUs"))) {
      XfsRecord cassette = arena.copy(Cdm.WFSCDMPHCU, known);
      String position = "lpPhysicalPositionName";
      cassettes.add(with(count, cassette.pointer(position, arena.copyText(known, position))));
    }
    XfsRecord told = arena.copy(Cdm.WFSCDMCASHUNIT, unit);
    return with(count, told)
        .pointer("lpszCashUnitName", arena.copyText(unit, "lpszCashUnitName"))
        .word("usNumPhysicalCUs", cassettes.size())
        .pointer("lppPhysical", arena.list(cassettes));
  }

  /** With what was counted a unit begins anew: nothing has left it since. */
  private XfsRecord with(OptionalInt count, XfsRecord unit) {
    if (emptiesReject()) {
      unit.dword("ulRejectCount", 0);
    }
    if (count.isPresent()) {
      unit.dword("ulInitialCount", count.getAsInt()).dword("ulCount", count.getAsInt());
      SINCE_FILLED.stream().filter(unit::has).forEach(since -> unit.dword(since, 0));
    }
    return unit;
  }

  /** Then no unit has notes of its own in the reject bin any more. */
  private boolean emptiesReject() {
    return units.units().stream()
        .filter(unit -> unit.type() == UnitType.REJECT)
        .map(CashUnit::id)
        .anyMatch(bin -> counts.getOrDefault(bin, 1) == 0);
  }
}
