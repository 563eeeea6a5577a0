package org.silverteller.simulator.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.hardware.DepositLedger;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.VirtualNote;

/** The service provider of the virtual cash acceptor (CIM). */
final class CimProvider extends PortProvider {

  private static final int STATUS = 1301;
  private static final int CAPABILITIES = 1302;
  private static final int CASH_UNIT_INFO = 1303;
  private static final int CURRENCY_EXP = 1305;
  private static final int BANKNOTE_TYPES = 1306;
  private static final int CASH_IN_STATUS = 1307;
  private static final int GET_P6_INFO = 1308;

  private static final int CASH_IN_START = 1301;
  private static final int CASH_IN = 1302;
  private static final int CASH_IN_END = 1303;
  private static final int CASH_IN_ROLLBACK = 1304;
  private static final int RETRACT = 1305;
  private static final int OPEN_SHUTTER = 1306;
  private static final int CLOSE_SHUTTER = 1307;
  private static final int RESET = 1313;

  private static final int CASHUNITINFOCHANGED_EVENT = 1304;
  private static final int CASHUNITERROR_EVENT = 1306;
  private static final int ITEMSTAKEN_EVENT = 1307;
  private static final int INPUTREFUSE_EVENT = 1309;
  private static final int ITEMSPRESENTED_EVENT = 1310;
  private static final int ITEMSINSERTED_EVENT = 1311;
  private static final int INPUT_P6_EVENT = 1315;
  private static final int INSERTITEMS_EVENT = 1317;

  private static final int ERR_CASHUNITERROR = -1302;
  private static final int ERR_SHUTTERNOTOPEN = -1312;
  private static final int ERR_SHUTTEROPEN = -1313;
  private static final int ERR_NOITEMS = -1316;
  private static final int ERR_CASHINACTIVE = -1325;
  private static final int ERR_NOCASHINACTIVE = -1326;

  private static final int CASHUNITFULL = 3;
  private static final int INVALIDBILL = 2;
  private static final int COUNTERFEIT_LEVEL = 3;
  private static final int IN_FRONT = 32;
  private static final int OUT_FRONT = 4096;
  private static final int RA_RETRACT = 1;
  private static final int RA_NOTSUPP = 16;
  private static final int CURRENCY_EXPONENT = -2;
  private static final int FEN = 100;
  private static final String CURRENCY = "CNY";

  private final VirtualMachine machine;
  private final CashAcceptor port;
  private final boolean shutterByApplication;
  private final List<Denomination> types;
  private Optional<XfsCall> kept = Optional.empty();
  private boolean inserted;
  private boolean shutterOpen;

  /**
   * @param shutterByApplication the shutter moves only when the application says so
   */
  CimProvider(
      VirtualXfsManager manager,
      Station station,
      VirtualMachine machine,
      CashAcceptor port,
      boolean shutterByApplication) {
    super(manager, station);
    this.machine = machine;
    this.port = port;
    this.shutterByApplication = shutterByApplication;
    this.types = machine.spec().acceptor().known().stream().sorted().toList();
  }

  @Override
  Optional<Integer> ownCode(DeviceFault.Kind kind) {
    return switch (kind) {
      case FULL, UNIT_MISSING, UNIT_INOPERATIVE -> Optional.of(ERR_CASHUNITERROR);
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
            case BANKNOTE_TYPES -> banknoteTypes(call);
            case CASH_IN_STATUS -> cashInStatus(call);
            case GET_P6_INFO -> p6Info(call);
            default -> unsupportedCategory(call);
          }
        });
  }

  private void status(XfsCall call) {
    DeviceStatus status = port.status();
    XfsCall.Told told = call.told();
    List<NativeStructure> positions = new ArrayList<>();
    for (int position : new int[] {IN_FRONT, OUT_FRONT}) {
      positions.add(
          told.structure("WFSCIMINPOS")
              .number("fwPosition", position)
              .number("fwShutter", port.capabilities().shutter() ? 3 : 4)
              .number("fwPositionStatus", 2)
              .number("fwTransport", status == DeviceStatus.HARDWARE_ERROR ? 1 : 0)
              .number("fwTransportStatus", 3));
    }
    call.complete(
        told,
        told.structure("WFSCIMSTATUS")
            .number("fwDevice", fwDevice(status))
            .number("fwSafeDoor", 3)
            .number("fwAcceptor", status == DeviceStatus.NEEDS_ATTENTION ? 1 : 0)
            .number("fwIntermediateStacker", port.capabilities().escrow() ? 4 : 5)
            .number("fwBanknoteReader", 0)
            .target("lppPositions", told.list(positions))
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private void capabilities(XfsCall call) {
    CashAcceptor.Capabilities can = port.capabilities();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSCIMCAPS")
            .number("wClass", 13)
            .number("fwType", 1)
            .number("wMaxCashInItems", can.maxNotes())
            .number("bShutter", can.shutter())
            .number("bShutterControl", !shutterByApplication)
            .number("fwIntermediateStacker", can.escrow() ? can.maxNotes() : 0)
            .number("bItemsTakenSensor", true)
            .number("bItemsInsertedSensor", true)
            .number("fwPositions", IN_FRONT | OUT_FRONT)
            .number("fwExchangeType", 1)
            .number("fwRetractAreas", can.retract() ? RA_RETRACT : RA_NOTSUPP)
            .target("lpszExtra", told.extra("Model=Virtual 1")));
  }

  private void cashUnitInfo(XfsCall call) throws DeviceFault {
    XfsCall.Told told = call.told();
    List<NativeStructure> list = new ArrayList<>();
    DepositLedger books = machine.ledger().deposits().orElseThrow();
    for (CashUnit unit : port.cashUnits()) {
      list.add(cashUnit(told, unit, books.units().get(list.size()), list.size() + 1));
    }
    call.complete(
        told,
        told.structure("WFSCIMCASHINFO")
            .number("usCount", list.size())
            .target("lppCashIn", told.list(list)));
  }

  private NativeStructure cashUnit(
      XfsCall.Told told, CashUnit unit, DepositLedger.Unit books, int number) {
    boolean oneValue = unit.type() == UnitType.RECYCLE;
    NativeStructure physical =
        told.structure("WFSCIMPHCU")
            .target("lpPhysicalPositionName", told.text(unit.id().name()))
            .chars("cUnitID", "A" + number, told.charset())
            .number("ulCashInCount", unit.count())
            .number("ulCount", unit.count())
            .number("usPStatus", status(unit));
    Map<Denomination, Integer> inside = new TreeMap<>();
    for (VirtualNote note : books.notes()) {
      if (types.contains(Denomination.of(note.yuan()))
          && (note.quality() == VirtualNote.Quality.FIT
              || note.quality() == VirtualNote.Quality.UNFIT)) {
        inside.merge(Denomination.of(note.yuan()), 1, Integer::sum);
      }
    }
    return told.structure("WFSCIMCASHIN")
        .number("usNumber", number)
        .number(
            "fwType",
            switch (unit.type()) {
              case RECYCLE -> 1;
              case CASH_IN -> 2;
              case RETRACT -> 4;
              case REJECT -> 5;
              case BILL -> 6;
            })
        .number("fwItemType", 1)
        .chars("cUnitID", "A" + number, told.charset())
        .chars("cCurrencyID", oneValue ? CURRENCY : "   ", told.charset())
        .number("ulValues", oneValue ? (long) unit.denomination().yuan() * FEN : 0)
        .number("ulCashInCount", unit.count())
        .number("ulCount", unit.count())
        .number("usStatus", status(unit))
        .target("lpNoteNumberList", noteNumbers(told, inside).pointer())
        .number("usNumPhysicalCUs", 1)
        .target("lppPhysical", told.list(List.of(physical)))
        .target("lpszCashUnitName", told.text(unit.id().name()));
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
        told.structure("WFSCIMCURRENCYEXP")
            .chars("cCurrencyID", CURRENCY, told.charset())
            .number("sExponent", CURRENCY_EXPONENT);
    call.complete(told, told.list(List.of(yuan)));
  }

  /** Note IDs count from 1, in the order of value. */
  private void banknoteTypes(XfsCall call) {
    XfsCall.Told told = call.told();
    List<NativeStructure> list = new ArrayList<>();
    for (Denomination type : types) {
      list.add(
          told.structure("WFSCIMNOTETYPE")
              .number("usNoteID", list.size() + 1)
              .chars("cCurrencyID", CURRENCY, told.charset())
              .number("ulValues", (long) type.yuan() * FEN)
              .number("usRelease", 2005)
              .number("bConfigured", true));
    }
    call.complete(
        told,
        told.structure("WFSCIMNOTETYPELIST")
            .number("usNumOfNoteTypes", list.size())
            .target("lppNoteTypes", told.list(list)));
  }

  private NativeStructure noteNumbers(XfsCall.Told told, Map<Denomination, Integer> notes) {
    List<NativeStructure> list = new ArrayList<>();
    notes.forEach(
        (denomination, howMany) ->
            list.add(
                told.structure("WFSCIMNOTENUMBER")
                    .number("usNoteID", types.indexOf(denomination) + 1)
                    .number("ulCount", howMany)));
    return told.structure("WFSCIMNOTENUMBERLIST")
        .number("usNumOfNoteNumbers", list.size())
        .target("lppNoteNumber", told.list(list));
  }

  private void cashInStatus(XfsCall call) throws DeviceFault {
    Escrow escrow = port.escrowStatus();
    XfsCall.Told told = call.told();
    call.complete(
        told,
        told.structure("WFSCIMCASHINSTATUS")
            .number(
                "wStatus",
                switch (escrow.state()) {
                  case NONE, STORED -> 0;
                  case RETURNED -> 1;
                  case ACTIVE -> 2;
                  case RETRACTED -> 3;
                  case UNKNOWN -> 4;
                })
            .number("usNumOfRefused", escrow.refused())
            .target(
                "lpNoteNumberList",
                noteNumbers(told, escrow.accepted().notes().byDenomination()).pointer()));
  }

  /** Suspects are told by the number of the highest note, whatever they claim to be. */
  private void p6Info(XfsCall call) throws DeviceFault {
    XfsCall.Told told = call.told();
    call.complete(told, told.list(List.of(suspects(told, port.escrowStatus().suspects()))));
  }

  private NativeStructure suspects(XfsCall.Told told, int howMany) {
    Map<Denomination, Integer> notes =
        howMany == 0 ? Map.of() : Map.of(types.get(types.size() - 1), howMany);
    return told.structure("WFSCIMP6INFO")
        .number("usLevel", COUNTERFEIT_LEVEL)
        .target("lpNoteNumberList", noteNumbers(told, notes).pointer());
  }

  // ---- commands

  @Override
  public void execute(XfsCall call) {
    switch (call.code()) {
      case CASH_IN_START -> attempt(call, () -> start(call));
      case CASH_IN -> attempt(call, () -> cashIn(call));
      case CASH_IN_END -> end(call, () -> port.endCashIn());
      case CASH_IN_ROLLBACK -> end(call, () -> port.rollback());
      case RETRACT -> {
        inserted = false;
        order(call, port::retract);
      }
      case RESET -> {
        inserted = false;
        order(call, port::reset);
      }
      case OPEN_SHUTTER -> shutter(call, true);
      case CLOSE_SHUTTER -> shutter(call, false);
      default -> unsupportedCommand(call);
    }
  }

  private void shutter(XfsCall call, boolean open) {
    shutterOpen = open;
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  private void start(XfsCall call) throws DeviceFault {
    if (port.escrowStatus().state() == Escrow.State.ACTIVE) {
      call.complete(ERR_CASHINACTIVE);
      return;
    }
    port.startCashIn(call.requestId());
    inserted = false;
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  private void end(XfsCall call, Work work) {
    inserted = false;
    attempt(
        call,
        () -> {
          Escrow.State state = port.escrowStatus().state();
          if (state != Escrow.State.ACTIVE && state != Escrow.State.UNKNOWN) {
            call.complete(ERR_NOCASHINACTIVE);
            return;
          }
          work.run();
          call.complete(XfsNumbers.WFS_SUCCESS);
          if (machine.customer().returnedNotesWaiting() > 0) {
            serviceEvent(ITEMSPRESENTED_EVENT);
          }
        });
  }

  private void cashIn(XfsCall call) throws DeviceFault {
    boolean waiting = port.escrowStatus().state() == Escrow.State.ACTIVE;
    if (shutterByApplication && shutterOpen) {
      call.complete(ERR_SHUTTEROPEN);
    } else if (inserted || !waiting) {
      take(call);
    } else {
      kept = Optional.of(call);
      XfsCall.Told told = call.told();
      call.event(INSERTITEMS_EVENT, told, com.sun.jna.Pointer.NULL);
    }
  }

  private void take(XfsCall call) {
    inserted = false;
    attempt(
        call,
        () -> {
          Escrow before = port.escrowStatus();
          Escrow now = port.acceptNotes();
          if (now.refused() > before.refused()) {
            XfsCall.Told told = call.told();
            call.event(INPUTREFUSE_EVENT, told, told.word(INVALIDBILL));
          }
          if (now.suspects() > before.suspects()) {
            XfsCall.Told told = call.told();
            call.event(
                INPUT_P6_EVENT,
                told,
                told.list(List.of(suspects(told, now.suspects() - before.suspects()))));
          }
          XfsCall.Told told = call.told();
          call.complete(
              told, noteNumbers(told, more(before.accepted().notes(), now.accepted().notes())));
        });
  }

  private static Map<Denomination, Integer> more(NoteMix before, NoteMix now) {
    Map<Denomination, Integer> more = new TreeMap<>(now.byDenomination());
    before.byDenomination().forEach((value, notes) -> more.merge(value, -notes, Integer::sum));
    more.values().removeIf(notes -> notes == 0);
    return more;
  }

  @Override
  public void canceled(XfsCall call) {
    kept = Optional.empty();
  }

  @Override
  public boolean goOn() {
    if (kept.isEmpty() || !inserted) {
      return false;
    }
    XfsCall call = kept.get();
    kept = Optional.empty();
    take(call);
    return true;
  }

  /** A fault of a cash unit is told by an event before the command fails. */
  @Override
  void failed(XfsCall call, DeviceFault fault) {
    if (fault.kind() == DeviceFault.Kind.FULL) {
      XfsCall.Told told = call.told();
      call.event(
          CASHUNITERROR_EVENT,
          told,
          told.structure("WFSCIMCUERROR").number("wFailure", CASHUNITFULL).pointer());
    }
    super.failed(call, fault);
  }

  // ---- what happens by itself

  @Override
  public void happened(TerminalEvent event) {
    if (event instanceof TerminalEvent.NotesInserted) {
      inserted = true;
      serviceEvent(ITEMSINSERTED_EVENT);
    } else if (event instanceof TerminalEvent.ReturnTaken) {
      serviceEvent(ITEMSTAKEN_EVENT);
    } else if (event instanceof TerminalEvent.DeviceChanged change
        && change.device() == DeviceName.CASH_ACCEPTOR) {
      deviceChanged(port.status());
      serviceEvent(CASHUNITINFOCHANGED_EVENT);
    }
  }
}
