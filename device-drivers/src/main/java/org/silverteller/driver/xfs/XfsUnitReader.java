package org.silverteller.driver.xfs;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;

/**
 * What the cash units of a dispenser (WFSCDMCASHUNIT) and of an acceptor (WFSCIMCASHIN) are told in
 * alike. Reads one list of units, in which no two get the same name.
 */
final class XfsUnitReader {

  private static final int LONGEST_NAME = 12;

  private final Set<String> taken = new HashSet<>();

  /**
   * What is written on the slot, as far as it is letters and digits; else the unit's number.
   *
   * @param wishes the best first
   */
  UnitId name(XfsRecord unit, List<String> wishes) {
    for (String wish : wishes) {
      String name = wish.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
      if (!name.isEmpty() && name.length() <= LONGEST_NAME && taken.add(name)) {
        return UnitId.of(name);
      }
    }
    String name = "UNIT" + unit.word("usNumber");
    taken.add(name);
    return UnitId.of(name);
  }

  /**
   * @throws XfsFault.Malformed for what cannot be a number of notes
   */
  static int count(XfsRecord unit) {
    long count = unit.ulong("ulCount");
    if (count > Integer.MAX_VALUE) {
      throw new XfsFault.Malformed("ulCount " + count + ": expected a number of notes");
    }
    return (int) count;
  }

  /** WFS_CDM_STATCU… and WFS_CIM_STATCU…, which have the same numbers. */
  static UnitState state(XfsRecord unit) {
    if (unit.bool("bAppLock")) {
      return UnitState.INOPERATIVE;
    }
    return switch (unit.word("usStatus")) {
      case Cdm.WFS_CDM_STATCUOK, Cdm.WFS_CDM_STATCUHIGH -> UnitState.OK;
      case Cdm.WFS_CDM_STATCULOW -> UnitState.LOW;
      case Cdm.WFS_CDM_STATCUEMPTY -> UnitState.EMPTY;
      case Cdm.WFS_CDM_STATCUFULL -> UnitState.FULL;
      case Cdm.WFS_CDM_STATCUMISSING -> UnitState.MISSING;
      default -> UnitState.INOPERATIVE;
    };
  }
}
