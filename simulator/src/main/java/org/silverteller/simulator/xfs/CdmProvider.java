package org.silverteller.simulator.xfs;

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
import org.silverteller.money.UnitType;
import org.silverteller.simulator.hardware.VirtualMachine;

/** The service provider of the virtual dispenser (CDM). */
final class CdmProvider extends PortProvider {

  private static final int STATUS = 301;
  private static final int CAPABILITIES = 302;
  private static final int CASH_UNIT_INFO = 303;
  private static final int CURRENCY_EXP = 306;
  private static final int MIX_TYPES = 307;
  private static final int PRESENT_STATUS = 309;

  private static final int DENOMINATE = 301;
  private static final int DISPENSE = 302;
  private static final int PRESENT = 303;
  private static final int REJECT = 304;
  private static final int RETRACT = 305;
  private static final int OPEN_SHUTTER = 307;
  private static final int CLOSE_SHUTTER = 308;
  private static final int START_EXCHANGE = 311;
  private static final int END_EXCHANGE = 312;
  private static final int RESET = 321;
  private static final int TEST_CASH_UNITS = 322;

  private static final int CASHUNITINFOCHANGED_EVENT = 304;
  private static final int ITEMSTAKEN_EVENT = 309;

  private static final int ERR_SHUTTERNOTOPEN = -312;
  private static final int ERR_NOITEMS = -316;
  private static final int ERR_EXCHANGEACTIVE = -317;

  private static final int RA_RETRACT = 1;
  private static final int RA_NOTSUPP = 16;

  private final CashDispenser port;
  private final CdmExchange exchange;
  private final CdmCashUnits units;
  private final CdmDenominating denominating;
  private DeviceStatus told;

  /**
   * @param exchange outlives the provider: an exchange stays open over a power cut
   */
  CdmProvider(
      VirtualXfsManager manager,
      Station station,
      VirtualMachine machine,
      CashDispenser port,
      CdmExchange exchange) {
    super(manager, station);
    this.port = port;
    this.exchange = exchange;
    this.units = new CdmCashUnits(port, machine);
    this.denominating = new CdmDenominating(port);
    this.told = port.status();
  }

  @Override
  Optional<Integer> ownCode(DeviceFault.Kind kind) {
    return switch (kind) {
      case UNIT_EMPTY, UNIT_MISSING, UNIT_INOPERATIVE, FULL ->
          Optional.of(CdmCashUnits.ERR_CASHUNITERROR);
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
            case CASH_UNIT_INFO -> units.info(call);
            case CURRENCY_EXP -> CashNumbers.tellExponent(call, "WFSCDMCURRENCYEXP");
            case MIX_TYPES -> CdmDenominating.mixTypes(call);
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

  private void presentStatus(XfsCall call) throws DeviceFault {
    CashDispenser.PresentStatus status = port.presentStatus();
    List<CashUnit> places = port.cashUnits();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSCDMPRESENTSTATUS")
            .target(
                "lpDenomination",
                CdmDenominating.denomination(told, places, status.bundle().notes()).pointer())
            .number(
                "wPresentState",
                switch (status.state()) {
                  case PRESENTED, TAKEN, RETRACTED -> 1;
                  case NOT_PRESENTED -> 2;
                  case UNKNOWN -> 3;
                }));
  }

  // ---- commands

  /** While units are exchanged nothing else moves, until the exchange has ended. */
  @Override
  public void execute(XfsCall call) {
    if (exchange.active() && call.code() != END_EXCHANGE) {
      call.complete(ERR_EXCHANGEACTIVE);
      return;
    }
    switch (call.code()) {
      case DENOMINATE -> attempt(call, () -> denominating.denominate(call));
      case DISPENSE -> attempt(call, () -> denominating.dispense(call));
      case PRESENT -> order(call, port::present);
      case REJECT -> attempt(call, () -> reject(call));
      case RETRACT -> attempt(call, () -> retract(call));
      case START_EXCHANGE -> attempt(call, () -> exchange.start(call, port, units));
      case END_EXCHANGE -> attempt(call, () -> exchange.end(call, port, units));
      case TEST_CASH_UNITS -> attempt(call, () -> test(call));
      case RESET -> order(call, port::reset);
      case OPEN_SHUTTER, CLOSE_SHUTTER -> call.complete(XfsNumbers.WFS_SUCCESS);
      default -> unsupportedCommand(call);
    }
  }

  /**
   * The units that gave no note are told by events; the test as such has succeeded. Items go
   * nowhere but to the reject unit.
   */
  private void test(XfsCall call) throws DeviceFault {
    if (call.hasData()
        && call.input("WFSCDMITEMPOSITION").integer("usNumber") != units.number(UnitType.REJECT)) {
      call.complete(XfsNumbers.WFS_ERR_UNSUPP_DATA);
      return;
    }
    Counted tested = port.testUnits();
    for (CashUnit unit : port.cashUnits()) {
      if (unit.type().dispenses() && tested.notes().notesFrom(unit.id()) == 0) {
        units.tellError(call, CdmCashUnits.failure(unit), Optional.of(unit));
      }
    }
    units.info(call);
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
    int bin = units.number(UnitType.RETRACT);
    List<NativeStructure> items =
        counted.notes().parts().stream()
            .map(
                part ->
                    told.structure("WFSCDMITEMNUMBER")
                        .chars("cCurrencyID", CashNumbers.CURRENCY, told.charset())
                        .number("ulValues", CashNumbers.value(part.denomination()))
                        .number("ulCount", part.notes())
                        .number("usNumber", bin))
            .toList();
    call.complete(
        told,
        told.structure("WFSCDMITEMNUMBERLIST")
            .number("usNumOfItemNumbers", items.size())
            .target("lppItemNumber", told.list(items)));
  }

  /** A fault of a cash unit is told by an event before the command fails. */
  @Override
  void failed(XfsCall call, DeviceFault fault) {
    units.tellFault(call, fault);
    super.failed(call, fault);
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
