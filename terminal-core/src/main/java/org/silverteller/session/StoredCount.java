package org.silverteller.session;

import java.util.List;
import java.util.stream.Collectors;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitType;
import org.silverteller.store.TransactionRecord;

/** What the unit counts of an acceptor tell of a storing: they are compared with those before. */
public final class StoredCount {

  private StoredCount() {}

  /** What the units hold now; nothing where the acceptor does not tell. */
  public static NoteMix held(CashAcceptor acceptor) {
    try {
      return new NoteMix(
          acceptor.cashUnits().stream()
              .filter(unit -> unit.count() > 0)
              .map(unit -> new NoteMix.Part(unit.id(), unit.denomination(), unit.count()))
              .toList());
    } catch (DeviceFault fault) {
      return NoteMix.EMPTY;
    }
  }

  /** Whether the units hold as many notes more than before as were to be stored. */
  public static boolean proves(CashAcceptor acceptor, TransactionRecord storing) {
    try {
      int more =
          takers(acceptor).stream()
              .mapToInt(unit -> unit.count() - storing.planned().notesFrom(unit.id()))
              .sum();
      return more == storing.counted().notes();
    } catch (DeviceFault fault) {
      return false;
    }
  }

  /** The same for people: {@code stored by the unit counts RECYC1 3 of 10}. */
  public static String told(CashAcceptor acceptor, TransactionRecord record) {
    if (record.planned().isEmpty() && record.counted().isEmpty()) {
      return "nothing was to be stored";
    }
    try {
      return "more in the units than before "
          + takers(acceptor).stream()
              .map(unit -> unit.id() + " " + (unit.count() - record.planned().notesFrom(unit.id())))
              .collect(Collectors.joining(" "))
          + " of "
          + record.counted().notes();
    } catch (DeviceFault fault) {
      return "no unit counts of the acceptor: " + fault.getMessage();
    }
  }

  private static List<CashUnit> takers(CashAcceptor acceptor) throws DeviceFault {
    return acceptor.cashUnits().stream()
        .filter(unit -> unit.type() == UnitType.RECYCLE || unit.type() == UnitType.CASH_IN)
        .toList();
  }

  /** The same notes of each denomination, whatever unit they are told of. */
  public static boolean same(NoteMix one, NoteMix other) {
    return one.byDenomination().equals(other.byDenomination());
  }
}
