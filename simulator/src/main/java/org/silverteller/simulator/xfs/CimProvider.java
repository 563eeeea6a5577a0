package org.silverteller.simulator.xfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.VirtualMachine;

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
  private static final int IN_FRONT = 32;
  private static final int OUT_FRONT = 4096;
  private static final int RA_RETRACT = 1;
  private static final int RA_NOTSUPP = 16;
  private final VirtualMachine machine;
  private final CashAcceptor port;
  private final boolean shutterByApplication;
  private final CimNoteTypes types;
  private final CimCashUnits units;
  private final CimEscrow escrow;
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
    this.types = new CimNoteTypes(machine.spec().acceptor().known());
    this.units = new CimCashUnits(port, machine, types);
    this.escrow = new CimEscrow(port, types);
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
            case CASH_UNIT_INFO -> units.tell(call);
            case CURRENCY_EXP -> CashNumbers.tellExponent(call, "WFSCIMCURRENCYEXP");
            case BANKNOTE_TYPES -> types.tell(call);
            case CASH_IN_STATUS -> escrow.tellStatus(call);
            case GET_P6_INFO -> escrow.tellSuspects(call);
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
                INPUT_P6_EVENT, told, escrow.suspects(told, now.suspects() - before.suspects()));
          }
          XfsCall.Told told = call.told();
          call.complete(
              told,
              types.numbers(
                  told, CimNoteTypes.more(before.accepted().notes(), now.accepted().notes())));
        });
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
