package org.silverteller.simulator.xfs;

import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.DeviceFault;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.hardware.DepositLedger;
import org.silverteller.simulator.hardware.VirtualMachine;

/**
 * The virtual acceptor's units as a CIM provider tells them, each with the list of its notes.
 *
 * @param machine for the notes in each unit, which the port does not tell
 */
record CimCashUnits(CashAcceptor port, VirtualMachine machine, CimNoteTypes types) {

  /** Completes a request for WFS_INF_CIM_CASH_UNIT_INFO. */
  void tell(XfsCall call) throws DeviceFault {
    XfsCall.Told told = call.told();
    List<NativeStructure> list = new ArrayList<>();
    DepositLedger books = machine.ledger().deposits().orElseThrow();
    for (CashUnit unit : port.cashUnits()) {
      list.add(structure(told, unit, books.units().get(list.size()), list.size() + 1));
    }
    call.complete(
        told,
        told.structure("WFSCIMCASHINFO")
            .number("usCount", list.size())
            .target("lppCashIn", told.list(list)));
  }

  private NativeStructure structure(
      XfsCall.Told told, CashUnit unit, DepositLedger.Unit books, int number) {
    boolean oneValue = unit.type() == UnitType.RECYCLE;
    String unitId = (shared(unit) ? "U" : "A") + number;
    NativeStructure physical =
        told.structure("WFSCIMPHCU")
            .target("lpPhysicalPositionName", told.text(unit.id().name()))
            .chars("cUnitID", unitId, told.charset())
            .number("ulCashInCount", unit.count())
            .number("ulCount", unit.count())
            .number("usPStatus", CashNumbers.status(unit));
    return told.structure("WFSCIMCASHIN")
        .number("usNumber", number)
        .number("fwType", type(unit))
        .number("fwItemType", 1)
        .chars("cUnitID", unitId, told.charset())
        .chars(
            "cCurrencyID",
            oneValue ? CashNumbers.CURRENCY : CashNumbers.NO_CURRENCY,
            told.charset())
        .number("ulValues", oneValue ? CashNumbers.value(unit.denomination()) : 0)
        .number("ulCashInCount", unit.count())
        .number("ulCount", unit.count())
        .number("usStatus", CashNumbers.status(unit))
        .target("lpNoteNumberList", types.numbers(told, types.recognised(books.notes())).pointer())
        .number("usNumPhysicalCUs", 1)
        .target("lppPhysical", told.list(List.of(physical)))
        .target("lpszCashUnitName", told.text(unit.id().name()));
  }

  /** A unit of the dispenser too bears the same number and identifier there. */
  private boolean shared(CashUnit unit) {
    return machine.spec().units().stream().anyMatch(other -> other.id().equals(unit.id()));
  }

  private static int type(CashUnit unit) {
    return switch (unit.type()) {
      case RECYCLE -> 1;
      case CASH_IN -> 2;
      case RETRACT -> 4;
      case REJECT -> 5;
      case BILL -> 6;
    };
  }
}
