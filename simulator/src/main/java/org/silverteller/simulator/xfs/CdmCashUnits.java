package org.silverteller.simulator.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.VirtualMachine;

/** The virtual dispenser's units as a CDM provider tells them, and what is wrong with them. */
final class CdmCashUnits {

  static final int ERR_CASHUNITERROR = -302;
  static final int UNIT_FAILED = 2;

  private static final int CASHUNITERROR_EVENT = 308;
  private static final int CASHUNITEMPTY = 1;
  private static final int CASHUNITFULL = 4;
  private static final int NO_FAILURE = 0;

  private final CashDispenser port;
  private final VirtualMachine machine;

  CdmCashUnits(CashDispenser port, VirtualMachine machine) {
    this.port = port;
    this.machine = machine;
  }

  /** Completes a request with all units. */
  void info(XfsCall call) throws DeviceFault {
    List<CashUnit> units = port.cashUnits();
    XfsCall.Told told = call.told();
    List<NativeStructure> list = new ArrayList<>();
    for (CashUnit unit : units) {
      list.add(structure(told, unit, list.size() + 1));
    }
    call.complete(
        told,
        told.structure("WFSCDMCUINFO")
            .number("usCount", list.size())
            .target("lppList", told.list(list)));
  }

  private NativeStructure structure(XfsCall.Told told, CashUnit unit, int number) {
    boolean bin = !unit.type().dispenses();
    int rejected = bin ? 0 : machine.notesIn(Place.REJECT).notesFrom(unit.id());
    NativeStructure physical =
        told.structure("WFSCDMPHCU")
            .target("lpPhysicalPositionName", told.text(unit.id().name()))
            .chars("cUnitID", "U" + number, told.charset())
            .number("ulCount", unit.count())
            .number("ulRejectCount", rejected)
            .number("usPStatus", CashNumbers.status(unit));
    return told.structure("WFSCDMCASHUNIT")
        .number("usNumber", number)
        .number("usType", type(unit))
        .target("lpszCashUnitName", told.text(unit.id().name()))
        .chars("cUnitID", "U" + number, told.charset())
        .chars("cCurrencyID", bin ? CashNumbers.NO_CURRENCY : CashNumbers.CURRENCY, told.charset())
        .number("ulValues", value(unit))
        .number("ulCount", unit.count())
        .number("ulRejectCount", rejected)
        .number("usStatus", CashNumbers.status(unit))
        .number("usNumPhysicalCUs", 1)
        .target("lppPhysical", told.list(List.of(physical)));
  }

  static int type(CashUnit unit) {
    return switch (unit.type()) {
      case BILL -> 3;
      case RECYCLE -> 12;
      case REJECT -> 2;
      case RETRACT -> 6;
      case CASH_IN -> 1;
    };
  }

  static long value(CashUnit unit) {
    return unit.type().dispenses() ? CashNumbers.value(unit.denomination()) : 0;
  }

  /** The number of the first unit of this type; 0 where there is none. */
  int number(UnitType type) throws DeviceFault {
    int number = 0;
    for (CashUnit unit : port.cashUnits()) {
      number++;
      if (unit.type() == type) {
        return number;
      }
    }
    return 0;
  }

  // ---- what is wrong with them

  /** wFailure of a unit in its state. */
  static int failure(CashUnit unit) {
    return unit.state() == UnitState.EMPTY ? CASHUNITEMPTY : UNIT_FAILED;
  }

  /** A fault of a cash unit is told by an event before the command fails. */
  void tellFault(XfsCall call, DeviceFault fault) {
    int failure =
        switch (fault.kind()) {
          case UNIT_EMPTY -> CASHUNITEMPTY;
          case UNIT_MISSING, UNIT_INOPERATIVE -> UNIT_FAILED;
          case FULL -> CASHUNITFULL;
          default -> NO_FAILURE;
        };
    if (failure != NO_FAILURE) {
      tellError(
          call,
          failure,
          fault.kind() == DeviceFault.Kind.UNIT_MISSING ? missing() : Optional.empty());
    }
  }

  /** WFS_EXEE_CDM_CASHUNITERROR. */
  void tellError(XfsCall call, int failure, Optional<CashUnit> unit) {
    XfsCall.Told told = call.told();
    NativeStructure error = told.structure("WFSCDMCUERROR").number("wFailure", failure);
    unit.ifPresent(wrong -> error.target("lpCashUnit", structure(told, wrong, 1).pointer()));
    call.event(CASHUNITERROR_EVENT, told, error.pointer());
  }

  private Optional<CashUnit> missing() {
    try {
      return port.cashUnits().stream()
          .filter(unit -> unit.state() == UnitState.MISSING)
          .findFirst();
    } catch (DeviceFault offline) {
      return Optional.empty();
    }
  }
}
