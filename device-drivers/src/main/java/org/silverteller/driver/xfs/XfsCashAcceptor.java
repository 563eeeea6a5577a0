package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashAcceptor.Escrow.State;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cash acceptor behind a CIM service (CWA 16926-15). How its input takes notes, {@link CimIntake}
 * tells; what became of a cash-in over a power cut, {@link CimCashIn}.
 */
final class XfsCashAcceptor extends XfsDevice implements CashAcceptor {

  private static final Logger LOG = LoggerFactory.getLogger(XfsCashAcceptor.class);

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Xfs.WFS_ERR_HARDWARE_ERROR, Kind.JAMMED),
          Map.entry(Cim.WFS_ERR_CIM_CASHUNITERROR, Kind.UNIT_INOPERATIVE),
          Map.entry(Cim.WFS_ERR_CIM_TOOMANYITEMS, Kind.FULL),
          Map.entry(Cim.WFS_ERR_CIM_SHUTTERNOTOPEN, Kind.SHUTTER),
          Map.entry(Cim.WFS_ERR_CIM_SHUTTEROPEN, Kind.SHUTTER),
          Map.entry(Cim.WFS_ERR_CIM_SHUTTERCLOSED, Kind.SHUTTER),
          Map.entry(Cim.WFS_ERR_CIM_SHUTTERNOTCLOSED, Kind.SHUTTER),
          Map.entry(Cim.WFS_ERR_CIM_NOITEMS, Kind.NO_MEDIA),
          Map.entry(Cim.WFS_ERR_CIM_EXCHANGEACTIVE, Kind.SEQUENCE),
          Map.entry(Cim.WFS_ERR_CIM_CASHINACTIVE, Kind.SEQUENCE),
          Map.entry(Cim.WFS_ERR_CIM_NOCASHINACTIVE, Kind.SEQUENCE),
          Map.entry(Cim.WFS_ERR_CIM_POSITION_NOT_EMPTY, Kind.SEQUENCE),
          Map.entry(Cim.WFS_ERR_CIM_NOTRETRACTAREA, Kind.UNSUPPORTED));

  private static final Set<UnitType> STORING = Set.of(UnitType.RECYCLE, UnitType.CASH_IN);
  private static final Set<UnitType> RETRACTING = Set.of(UnitType.RETRACT);

  private final XfsCurrency currency;
  private final CimNotes known;
  private final CimTraits traits;
  private final CimCashIn cashIn;
  private final CimShutter shutter;
  private final CimIntake intake;
  private final Runnable beforeNotes;

  /** As its units told when they were asked last; an acceptor may be offline when it is opened. */
  private volatile boolean recycles;

  private volatile boolean unitFull;

  /** What was counted in this cash-in, as far as every bunch of it was counted here. */
  private Optional<Escrow> counted = Optional.empty();

  private XfsCashAcceptor(
      XfsService service,
      Consumer<TerminalEvent> events,
      CashInNotes notes,
      String currency,
      Runnable beforeNotes)
      throws DeviceFault {
    super(service, DeviceName.CASH_ACCEPTOR, events);
    this.beforeNotes = beforeNotes;
    this.currency =
        asked(
            () ->
                XfsCurrency.read(
                    service, Cim.WFS_INF_CIM_CURRENCY_EXP, Cim.WFSCIMCURRENCYEXP, currency));
    this.known = asked(() -> CimNotes.read(service, this.currency));
    this.traits = asked(() -> CimTraits.read(service));
    this.cashIn = new CimCashIn(service, known, notes);
    this.shutter = new CimShutter(service, traits.movesShutter());
    this.intake =
        new CimIntake(
            service,
            shutter,
            traits.feelsNotes(),
            () -> events.accept(new TerminalEvent.NotesInserted()));
    looksAtUnits();
  }

  private void looksAtUnits() {
    try {
      units();
    } catch (DeviceFault offline) {
      LOG.warn("{} does not tell its units: {}", service.name(), offline.getMessage());
    }
  }

  /**
   * @param currency of the notes, such as CNY
   * @param beforeNotes what is to be done before a cash-in begins: its notes may come to lie in
   *     units of the dispenser
   */
  static XfsCashAcceptor open(
      XfsService service,
      Consumer<TerminalEvent> events,
      CashInNotes notes,
      String currency,
      Runnable beforeNotes)
      throws DeviceFault {
    return listening(new XfsCashAcceptor(service, events, notes, currency, beforeNotes));
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  // ---- events

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_SERVICE_EVENT, Cim.WFS_SRVE_CIM_ITEMSINSERTED)) {
      intake.itemsInserted();
    } else if (event.is(Xfs.WFS_SERVICE_EVENT, Cim.WFS_SRVE_CIM_ITEMSTAKEN)) {
      returnTaken();
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, Cim.WFS_EXEE_CIM_CASHUNITERROR)) {
      XfsRecord error = event.result().as(Cim.WFSCIMCUERROR, service.dialect());
      unitFull = error.word("wFailure") == Cim.WFS_CIM_CASHUNITFULL;
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
    }
  }

  private void returnTaken() {
    post(new TerminalEvent.ReturnTaken());
    try {
      intake.itemsTaken();
    } catch (XfsFault fault) {
      changed();
    }
  }

  @Override
  void back() {
    try {
      intake.back();
    } catch (XfsFault closed) {
      LOG.warn("{} takes no notes: {}", service.name(), closed.getMessage());
    }
    changed();
  }

  // ---- questions

  @Override
  public Capabilities capabilities() {
    return traits.capabilities(recycles);
  }

  @Override
  DeviceStatus readStatus() throws XfsFault {
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_STATUS)) {
      XfsRecord status = result.as(Cim.WFSCIMSTATUS, service.dialect());
      return deviceStatus(status.word("fwDevice"), status.word("fwAcceptor") != Cim.WFS_CIM_ACCOK);
    }
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    return units().told();
  }

  private CimUnits units() throws DeviceFault {
    CimUnits units = asked(() -> CimUnits.read(service, currency));
    recycles = units.told().stream().anyMatch(unit -> unit.type() == UnitType.RECYCLE);
    return units;
  }

  @Override
  public Escrow escrowStatus() throws DeviceFault {
    return asked(cashIn::status);
  }

  // ---- commands

  @Override
  public void startCashIn(long reference) throws DeviceFault {
    Escrow before = escrowStatus();
    if (before.state() == State.ACTIVE) {
      throw fault(Kind.SEQUENCE, "cash-in " + before.reference() + " is under way");
    }
    beforeNotes.run();
    looksAtUnits();
    cashIn.asked(reference, before.reference());
    try (XfsArena arena = service.arena()) {
      ordered(
          Cim.WFS_CMD_CIM_CASH_IN_START,
          arena
              .structure(Cim.WFSCIMCASHINSTART)
              .bool("bUseRecycleUnits", capabilities().recycles())
              .word("fwOutputPosition", Cim.WFS_CIM_POSNULL)
              .word("fwInputPosition", Cim.WFS_CIM_POSNULL)
              .pointer());
    }
    cashIn.started();
    counted = Optional.of(Escrow.NOTHING);
    done(intake::open);
  }

  @Override
  public Escrow acceptNotes() throws DeviceFault {
    Optional<Escrow> before = counted;
    counted = Optional.empty();
    Optional<NoteMix> more = asked(this::count);
    Escrow now = escrowStatus();
    if (before.isPresent() && more.isPresent()) {
      demandSame(before.get(), more.get(), now);
    }
    counted = Optional.of(now);
    done(shutter::open);
    if (now.refused() == before.map(Escrow::refused).orElse(0)) {
      asked(intake::takeBunch);
    }
    return now;
  }

  /** What each bunch was counted as and what the cash-in is told to be must agree. */
  private void demandSame(Escrow before, NoteMix more, Escrow now) throws DeviceFault {
    if (!before.accepted().value().plus(more.total()).equals(now.accepted().value())) {
      throw fault(
          Kind.HARDWARE,
          String.format(
              "counted %s after %s, and tells %s",
              more, before.accepted().notes(), now.accepted().notes()));
    }
  }

  private Optional<NoteMix> count() throws XfsFault {
    Optional<XfsResult> completion = intake.count();
    if (completion.isEmpty()) {
      return Optional.empty();
    }
    try (XfsResult result = completion.get()) {
      return Optional.of(
          Escrow.mix(
              known.byValue(
                  CimNotes.counted(result.as(Cim.WFSCIMNOTENUMBERLIST, service.dialect())))));
    }
  }

  @Override
  public Counted endCashIn() throws DeviceFault {
    intake.close();
    Escrow before = escrowStatus();
    CimUnits then = units();
    ended(Cim.WFS_CMD_CIM_CASH_IN_END);
    Escrow now = escrowStatus();
    if (now.state() != State.STORED) {
      throw fault(Kind.HARDWARE, "ended the cash-in, and tells " + now);
    }
    if (before.state() == State.ACTIVE) {
      return before.accepted();
    }
    Counted stored = asked(() -> units().moreSince(then, STORING, known));
    if (stored.rejected() > 0) {
      throw fault(Kind.HARDWARE, "stored " + stored.rejected() + " notes, and does not say which");
    }
    return stored;
  }

  /** With nothing in escrow a cash-in may be ended by saying so. */
  private void ended(int command) throws DeviceFault {
    unitFull = false;
    try {
      ordered(command, Pointer.NULL);
    } catch (DeviceFault fault) {
      if (fault.kind() != Kind.NO_MEDIA || escrowStatus().state() == State.ACTIVE) {
        throw fault;
      }
    }
  }

  @Override
  public Counted rollback() throws DeviceFault {
    intake.close();
    Escrow before = escrowStatus();
    ended(Cim.WFS_CMD_CIM_CASH_IN_ROLLBACK);
    Escrow now = escrowStatus();
    if (now.state() != State.RETURNED && !before.accepted().notes().isEmpty()) {
      throw fault(Kind.HARDWARE, "handed the cash-in back, and tells " + now);
    }
    done(shutter::open);
    return before.accepted();
  }

  @Override
  public Counted retract() throws DeviceFault {
    intake.close();
    CimUnits then = units();
    done(shutter::close);
    try (XfsArena arena = service.arena()) {
      ordered(
          Cim.WFS_CMD_CIM_RETRACT,
          arena
              .structure(Cim.WFSCIMRETRACT)
              .word("fwOutputPosition", Cim.WFS_CIM_POSNULL)
              .word("usRetractArea", Cim.WFS_CIM_RA_RETRACT)
              .word("usIndex", 1)
              .pointer());
    }
    return asked(() -> units().moreSince(then, RETRACTING, known));
  }

  /** Moves what it finds inside into its retract unit, where it has one. */
  @Override
  public void reset() throws DeviceFault {
    intake.close();
    try (XfsArena arena = service.arena()) {
      Pointer where = Pointer.NULL;
      if (capabilities().retract()) {
        XfsRecord area =
            arena
                .structure(Cim.WFSCIMRETRACT)
                .word("usRetractArea", Cim.WFS_CIM_RA_RETRACT)
                .word("usIndex", 1);
        where =
            arena
                .structure(Cim.WFSCIMITEMPOSITION)
                .pointer("lpRetractArea", area.pointer())
                .pointer();
      }
      ordered(Cim.WFS_CMD_CIM_RESET, where);
    }
  }

  /** The event before the completion says more of a cash unit than the code does. */
  @Override
  DeviceFault fault(XfsFault fault) {
    return fault.code() == Cim.WFS_ERR_CIM_CASHUNITERROR && unitFull
        ? fault(Kind.FULL, fault.getMessage())
        : super.fault(fault);
  }
}
