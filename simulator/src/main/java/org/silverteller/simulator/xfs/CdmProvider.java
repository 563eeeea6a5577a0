package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.VirtualMachine;

/** The service provider of the virtual dispenser (CDM). */
final class CdmProvider extends PortProvider {

  private static final int STATUS = 301;
  private static final int CAPABILITIES = 302;
  private static final int CASH_UNIT_INFO = 303;
  private static final int CURRENCY_EXP = 306;
  private static final int PRESENT_STATUS = 309;

  private static final int DENOMINATE = 301;
  private static final int DISPENSE = 302;
  private static final int PRESENT = 303;
  private static final int REJECT = 304;
  private static final int RETRACT = 305;
  private static final int OPEN_SHUTTER = 307;
  private static final int CLOSE_SHUTTER = 308;
  private static final int RESET = 321;

  private static final int CASHUNITERROR_EVENT = 308;
  private static final int CASHUNITINFOCHANGED_EVENT = 304;
  private static final int ITEMSTAKEN_EVENT = 309;

  private static final int ERR_CASHUNITERROR = -302;
  private static final int ERR_INVALIDDENOMINATION = -303;
  private static final int ERR_SHUTTERNOTOPEN = -312;
  private static final int ERR_NOITEMS = -316;

  private static final int CURRENCY_EXPONENT = -2;
  private static final int FEN = 100;
  private static final String CURRENCY = "CNY";
  private static final int CASHUNITEMPTY = 1;
  private static final int UNIT_FAILED = 2;
  private static final int CASHUNITFULL = 4;
  private static final int RA_RETRACT = 1;
  private static final int RA_NOTSUPP = 16;

  private final VirtualMachine machine;
  private final CashDispenser port;
  private DeviceStatus told;

  CdmProvider(
      VirtualXfsManager manager, Station station, VirtualMachine machine, CashDispenser port) {
    super(manager, station);
    this.machine = machine;
    this.port = port;
    this.told = port.status();
  }

  @Override
  Optional<Integer> ownCode(DeviceFault.Kind kind) {
    return switch (kind) {
      case UNIT_EMPTY, UNIT_MISSING, UNIT_INOPERATIVE, FULL -> Optional.of(ERR_CASHUNITERROR);
      case SHUTTER -> Optional.of(ERR_SHUTTERNOTOPEN);
      case NO_MEDIA -> Optional.of(ERR_NOITEMS);
      default -> Optional.empty();
    };
  }

  // ---- questions

  @Override
  public void info(XfsCall call) {
    attempt(
        call,
        () -> {
          switch (call.code()) {
            case STATUS -> status(call);
            case CAPABILITIES -> capabilities(call);
            case CASH_UNIT_INFO -> cashUnitInfo(call);
            case CURRENCY_EXP -> currencyExponent(call);
            case PRESENT_STATUS -> presentStatus(call);
            default -> unsupportedCategory(call);
          }
        });
  }

  private void status(XfsCall call) {
    XfsCall.Told told = call.told();
    DeviceStatus status = port.status();
    NativeStructure exit =
        told.structure("WFSCDMOUTPOS")
            .number("fwPosition", 4)
            .number("fwShutter", port.capabilities().shutter() ? 3 : 4)
            .number(
                "fwPositionStatus",
                switch (port.exit()) {
                  case EMPTY -> 0;
                  case NOT_EMPTY -> 1;
                  case UNKNOWN -> port.capabilities().takenSensor() ? 2 : 3;
                })
            .number("fwTransport", status == DeviceStatus.HARDWARE_ERROR ? 1 : 0)
            .number("fwTransportStatus", port.transport() == Position.NOT_EMPTY ? 1 : 0);
    call.complete(
        told,
        told.structure("WFSCDMSTATUS")
            .number("fwDevice", fwDevice(status))
            .number("fwSafeDoor", 3)
            .number("fwDispenser", status == DeviceStatus.NEEDS_ATTENTION ? 1 : 0)
            .number(
                "fwIntermediateStacker",
                !port.capabilities().stacker()
                    ? 5
                    : switch (port.transport()) {
                      case EMPTY -> 0;
                      case NOT_EMPTY -> 1;
                      case UNKNOWN -> 4;
                    })
            .target("lppPositions", told.list(List.of(exit)))
            .target("lpszExtra", told.extra("Model=Virtual 1", "Firmware=3.30")));
  }

  private void capabilities(XfsCall call) {
    CashDispenser.Capabilities can = port.capabilities();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSCDMCAPS")
            .number("wClass", 3)
            .number("fwType", 1)
            .number("wMaxDispenseItems", can.maxNotes())
            .number("bShutter", can.shutter())
            .number("bShutterControl", true)
            .number("fwRetractAreas", can.retract() ? RA_RETRACT : RA_NOTSUPP)
            .number("bIntermediateStacker", can.stacker())
            .number("bItemsTakenSensor", can.takenSensor())
            .number("fwPositions", 4)
            .number("fwExchangeType", 1)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private void cashUnitInfo(XfsCall call) throws DeviceFault {
    List<CashUnit> units = port.cashUnits();
    XfsCall.Told told = call.told();
    List<NativeStructure> list = new ArrayList<>();
    for (CashUnit unit : units) {
      list.add(cashUnit(told, unit, list.size() + 1));
    }
    call.complete(
        told,
        told.structure("WFSCDMCUINFO")
            .number("usCount", list.size())
            .target("lppList", told.list(list)));
  }

  private NativeStructure cashUnit(XfsCall.Told told, CashUnit unit, int number) {
    boolean bin = !unit.type().dispenses();
    int rejected = bin ? 0 : machine.notesIn(Place.REJECT).notesFrom(unit.id());
    NativeStructure physical =
        told.structure("WFSCDMPHCU")
            .target("lpPhysicalPositionName", told.text(unit.id().name()))
            .chars("cUnitID", "U" + number, told.charset())
            .number("ulCount", unit.count())
            .number("ulRejectCount", rejected)
            .number("usPStatus", status(unit));
    return told.structure("WFSCDMCASHUNIT")
        .number("usNumber", number)
        .number(
            "usType",
            switch (unit.type()) {
              case BILL -> 3;
              case RECYCLE -> 12;
              case REJECT -> 2;
              case RETRACT -> 6;
              case CASH_IN -> 1;
            })
        .target("lpszCashUnitName", told.text(unit.id().name()))
        .chars("cUnitID", "U" + number, told.charset())
        .chars("cCurrencyID", bin ? "   " : CURRENCY, told.charset())
        .number("ulValues", bin ? 0 : (long) unit.denomination().yuan() * FEN)
        .number("ulCount", unit.count())
        .number("ulRejectCount", rejected)
        .number("usStatus", status(unit))
        .number("usNumPhysicalCUs", 1)
        .target("lppPhysical", told.list(List.of(physical)));
  }

  private static int status(CashUnit unit) {
    return switch (unit.state()) {
      case OK -> 0;
      case FULL -> 1;
      case LOW -> 3;
      case EMPTY -> 4;
      case INOPERATIVE -> 5;
      case MISSING -> 6;
    };
  }

  private static void currencyExponent(XfsCall call) {
    XfsCall.Told told = call.told();
    NativeStructure yuan =
        told.structure("WFSCDMCURRENCYEXP")
            .chars("cCurrencyID", CURRENCY, told.charset())
            .number("sExponent", CURRENCY_EXPONENT);
    call.complete(told, told.list(List.of(yuan)));
  }

  private void presentStatus(XfsCall call) throws DeviceFault {
    CashDispenser.PresentStatus status = port.presentStatus();
    List<CashUnit> units = port.cashUnits();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSCDMPRESENTSTATUS")
            .target("lpDenomination", denomination(told, units, status.bundle().notes()).pointer())
            .number(
                "wPresentState",
                switch (status.state()) {
                  case PRESENTED, TAKEN, RETRACTED -> 1;
                  case NOT_PRESENTED -> 2;
                  case UNKNOWN -> 3;
                }));
  }

  private static NativeStructure denomination(
      XfsCall.Told told, List<CashUnit> units, NoteMix notes) {
    int[] values = units.stream().mapToInt(unit -> notes.notesFrom(unit.id())).toArray();
    return told.structure("WFSCDMDENOMINATION")
        .chars("cCurrencyID", CURRENCY, told.charset())
        .number("ulAmount", notes.total().fen())
        .number("usCount", values.length)
        .target("lpulValues", told.dwords(values));
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case DENOMINATE -> attempt(call, () -> denominate(call));
      case DISPENSE -> attempt(call, () -> dispense(call));
      case PRESENT -> order(call, port::present);
      case REJECT -> attempt(call, () -> reject(call));
      case RETRACT -> attempt(call, () -> retract(call));
      case RESET -> order(call, port::reset);
      case OPEN_SHUTTER, CLOSE_SHUTTER -> call.complete(XfsNumbers.WFS_SUCCESS);
      default -> unsupportedCommand(call);
    }
  }

  private void denominate(XfsCall call) throws DeviceFault {
    NoteMix mix = mix(call.input("WFSCDMDENOMINATE"));
    XfsCall.Told told = call.told();
    call.complete(told, denomination(told, port.cashUnits(), mix));
  }

  private void dispense(XfsCall call) throws DeviceFault {
    NoteMix mix = mix(call.input("WFSCDMDISPENSE"));
    if (mix.isEmpty()) {
      call.complete(ERR_INVALIDDENOMINATION);
      return;
    }
    Counted counted = port.stack(mix, port.presentStatus().reference() + 1);
    XfsCall.Told told = call.told();
    call.complete(told, denomination(told, port.cashUnits(), counted.notes()));
  }

  private NoteMix mix(NativeStructure command) throws DeviceFault {
    NativeStructure denomination = command.structure("lpDenomination", "WFSCDMDENOMINATION");
    Pointer values = denomination.target("lpulValues");
    List<CashUnit> units = port.cashUnits();
    List<NoteMix.Part> parts = new ArrayList<>();
    for (int place = 0; place < denomination.integer("usCount"); place++) {
      int notes = values.getInt(4L * place);
      if (notes > 0) {
        CashUnit unit = units.get(place);
        parts.add(new NoteMix.Part(unit.id(), unit.denomination(), notes));
      }
    }
    return new NoteMix(parts);
  }

  private void reject(XfsCall call) throws DeviceFault {
    Counted rejected = port.rejectAll();
    call.complete(rejected.rejected() == 0 ? ERR_NOITEMS : XfsNumbers.WFS_SUCCESS);
  }

  private void retract(XfsCall call) throws DeviceFault {
    Counted counted = port.retract();
    if (!call.service().table().has("WFSCDMITEMNUMBERLIST", "lppItemNumber")) {
      call.complete(XfsNumbers.WFS_SUCCESS);
      return;
    }
    XfsCall.Told told = call.told();
    int bin = bin();
    List<NativeStructure> items =
        counted.notes().parts().stream()
            .map(
                part ->
                    told.structure("WFSCDMITEMNUMBER")
                        .chars("cCurrencyID", CURRENCY, told.charset())
                        .number("ulValues", (long) part.denomination().yuan() * FEN)
                        .number("ulCount", part.notes())
                        .number("usNumber", bin))
            .toList();
    call.complete(
        told,
        told.structure("WFSCDMITEMNUMBERLIST")
            .number("usNumOfItemNumbers", items.size())
            .target("lppItemNumber", told.list(items)));
  }

  private int bin() throws DeviceFault {
    int number = 0;
    for (CashUnit unit : port.cashUnits()) {
      number++;
      if (unit.type() == UnitType.RETRACT) {
        return number;
      }
    }
    return 0;
  }

  /** A fault of a cash unit is told by an event before the command fails. */
  @Override
  void failed(XfsCall call, DeviceFault fault) {
    int failure =
        switch (fault.kind()) {
          case UNIT_EMPTY -> CASHUNITEMPTY;
          case UNIT_MISSING, UNIT_INOPERATIVE -> UNIT_FAILED;
          case FULL -> CASHUNITFULL;
          default -> 0;
        };
    if (failure != 0) {
      XfsCall.Told told = call.told();
      NativeStructure error = told.structure("WFSCDMCUERROR").number("wFailure", failure);
      if (fault.kind() == DeviceFault.Kind.UNIT_MISSING) {
        missing().ifPresent(unit -> error.target("lpCashUnit", cashUnit(told, unit, 1).pointer()));
      }
      call.event(CASHUNITERROR_EVENT, told, error.pointer());
    }
    super.failed(call, fault);
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

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.NotesTaken) {
      serviceEvent(ITEMSTAKEN_EVENT, told -> told.word(4));
    } else if (event instanceof TerminalEvent.DeviceChanged change
        && change.device() == DeviceName.CASH_DISPENSER) {
      DeviceStatus now = port.status();
      if (now == told) {
        serviceEvent(CASHUNITINFOCHANGED_EVENT);
      } else {
        deviceChanged(now);
      }
      told = now;
    }
  }
}
