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
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitType;

/**
 * A cash acceptor behind a CIM service (CWA 16926-15). CASH_IN is begun as soon as the input is to
 * be open, because most acceptors open their shutter only then; it completes when a bunch has been
 * counted. What was accepted is told by the cash-in status, which outlasts a power cut; whose it
 * is, by the note written around its start.
 */
final class XfsCashAcceptor extends XfsDevice implements CashAcceptor {

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

  private final CashInNotes notes;
  private final int exponent;
  private final CimNotes known;
  private final Capabilities capabilities;
  private final boolean drivesShutterItself;
  private final boolean feelsNotes;

  private final Object intake = new Object();
  private Optional<Requests.Pending> bunch = Optional.empty();
  private boolean open;
  private boolean inserted;
  private volatile boolean unitFull;

  /** What was counted in this cash-in, as far as every bunch of it was counted here. */
  private Optional<Escrow> counted = Optional.empty();

  private XfsCashAcceptor(
      XfsService service, Consumer<TerminalEvent> events, CashInNotes notes, String currency)
      throws DeviceFault {
    super(service, DeviceName.CASH_ACCEPTOR, events);
    this.notes = notes;
    this.exponent = asked(() -> readExponent(currency));
    this.known = asked(() -> readTypes(currency));
    boolean recycles = units().told().stream().anyMatch(unit -> unit.type() == UnitType.RECYCLE);
    try (XfsResult result = asked(() -> service.info(Cim.WFS_INF_CIM_CAPABILITIES))) {
      XfsRecord caps = result.as(Cim.WFSCIMCAPS, service.dialect());
      int escrow = caps.word("fwIntermediateStacker");
      capabilities =
          new Capabilities(
              escrow > 0,
              recycles,
              (caps.word("fwRetractAreas") & Cim.WFS_CIM_RA_RETRACT) != 0,
              caps.bool("bShutter"),
              escrow > 0 ? escrow : caps.word("wMaxCashInItems"));
      drivesShutterItself = !caps.bool("bShutter") || caps.bool("bShutterControl");
      feelsNotes = caps.bool("bItemsInsertedSensor");
    }
  }

  /**
   * @param currency of the notes, such as CNY
   */
  static XfsCashAcceptor open(
      XfsService service, Consumer<TerminalEvent> events, CashInNotes notes, String currency)
      throws DeviceFault {
    return listening(new XfsCashAcceptor(service, events, notes, currency));
  }

  /** Of the currency's values; 0 where the acceptor does not tell. */
  private int readExponent(String currency) throws XfsFault {
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_CURRENCY_EXP)) {
      return result.list(Cim.WFSCIMCURRENCYEXP, service.dialect()).stream()
          .filter(entry -> currency.equals(entry.chars("cCurrencyID")))
          .map(entry -> (int) (short) entry.word("sExponent"))
          .findFirst()
          .orElse(0);
    }
  }

  private CimNotes readTypes(String currency) throws XfsFault {
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_BANKNOTE_TYPES)) {
      return CimNotes.read(
          result.as(Cim.WFSCIMNOTETYPELIST, service.dialect()), currency, exponent);
    }
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  // ---- events

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_SERVICE_EVENT, Cim.WFS_SRVE_CIM_ITEMSINSERTED)) {
      announceNotes();
    } else if (event.is(Xfs.WFS_SERVICE_EVENT, Cim.WFS_SRVE_CIM_ITEMSTAKEN)) {
      returnTaken();
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, Cim.WFS_EXEE_CIM_CASHUNITERROR)) {
      XfsRecord error = event.result().as(Cim.WFSCIMCUERROR, service.dialect());
      unitFull = error.word("wFailure") == Cim.WFS_CIM_CASHUNITFULL;
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      changed();
    }
  }

  private void announceNotes() {
    synchronized (intake) {
      if (inserted || !open) {
        return;
      }
      inserted = true;
    }
    post(new TerminalEvent.NotesInserted());
  }

  private void returnTaken() {
    post(new TerminalEvent.ReturnTaken());
    try {
      if (!takeBunch() && !drivesShutterItself) {
        service.start(Cim.WFS_CMD_CIM_CLOSE_SHUTTER, Pointer.NULL);
      }
    } catch (XfsFault fault) {
      changed();
    }
  }

  // ---- questions

  @Override
  public Capabilities capabilities() {
    return capabilities;
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
    return asked(
        () -> {
          try (XfsResult result = service.info(Cim.WFS_INF_CIM_CASH_UNIT_INFO)) {
            return CimUnits.read(result.as(Cim.WFSCIMCASHINFO, service.dialect()), exponent);
          }
        });
  }

  @Override
  public Escrow escrowStatus() throws DeviceFault {
    int suspects = asked(this::readSuspects);
    return asked(
        () -> {
          try (XfsResult result = service.info(Cim.WFS_INF_CIM_CASH_IN_STATUS)) {
            return escrow(result.as(Cim.WFSCIMCASHINSTATUS, service.dialect()), suspects);
          }
        });
  }

  private Escrow escrow(XfsRecord status, int suspects) {
    NoteMix accepted =
        Escrow.mix(known.byValue(CimNotes.counted(status, "lpNoteNumberList").orElse(List.of())));
    int refused = status.word("usNumOfRefused");
    State state = state(status.word("wStatus"));
    long reference = reference(state);
    boolean never = reference == 0 && state == State.STORED && accepted.isEmpty();
    return never
        ? Escrow.NOTHING
        : new Escrow(state, reference, new Counted(accepted, 0), refused, suspects);
  }

  private static State state(int wStatus) {
    return switch (wStatus) {
      case Cim.WFS_CIM_CIOK -> State.STORED;
      case Cim.WFS_CIM_CIROLLBACK -> State.RETURNED;
      case Cim.WFS_CIM_CIACTIVE -> State.ACTIVE;
      case Cim.WFS_CIM_CIRETRACT -> State.RETRACTED;
      default -> State.UNKNOWN;
    };
  }

  /**
   * Whose cash-in the status tells of. One that the acceptor never confirmed to have begun is only
   * ours when one is under way: it was asked for while none was.
   */
  private long reference(State state) {
    return notes
        .last()
        .map(note -> note.started() || state == State.ACTIVE ? note.reference() : note.before())
        .orElse(0L);
  }

  /** Notes of level 2 and 3; 0 where the acceptor does not tell levels. */
  private int readSuspects() throws XfsFault {
    int suspects = 0;
    try (XfsResult result = service.info(Cim.WFS_INF_CIM_GET_P6_INFO)) {
      for (XfsRecord level : result.list(Cim.WFSCIMP6INFO, service.dialect())) {
        int usLevel = level.word("usLevel");
        if (usLevel == Cim.WFS_CIM_LEVEL_2 || usLevel == Cim.WFS_CIM_LEVEL_3) {
          for (CimNotes.Counted counted :
              CimNotes.counted(level, "lpNoteNumberList").orElse(List.of())) {
            suspects += counted.notes();
          }
        }
      }
      return suspects;
    } catch (XfsFault fault) {
      if (fault.code() == Xfs.WFS_ERR_UNSUPP_CATEGORY) {
        return 0;
      }
      throw fault;
    }
  }

  // ---- a bunch of notes

  /**
   * Lets the acceptor take a bunch, where a cash-in is open and none is being taken.
   *
   * @return whether a cash-in is open
   */
  private boolean takeBunch() throws XfsFault {
    synchronized (intake) {
      if (open && bunch.isEmpty() && drivesShutterItself) {
        Requests.Pending begun = service.begin(Cim.WFS_CMD_CIM_CASH_IN, Pointer.NULL);
        bunch = Optional.of(begun);
        begun.completed().thenAccept(this::bunchCounted);
      }
      return open;
    }
  }

  /** An acceptor that does not feel notes is known to have had some when it has counted them. */
  private void bunchCounted(XfsResult result) {
    if (!feelsNotes && result.hResult() == Xfs.WFS_SUCCESS) {
      announceNotes();
    }
  }

  private Optional<Requests.Pending> taken() {
    synchronized (intake) {
      Optional<Requests.Pending> begun = bunch;
      bunch = Optional.empty();
      return begun;
    }
  }

  private boolean emptyTray() {
    synchronized (intake) {
      boolean none = feelsNotes && open && !inserted;
      inserted = false;
      return none;
    }
  }

  /** The input is closed to more; a bunch that is being counted is still counted. */
  private void closeIntake() {
    synchronized (intake) {
      open = false;
      inserted = false;
    }
    taken().ifPresent(service::cancel);
  }

  private void openShutter() throws DeviceFault {
    if (!drivesShutterItself) {
      shutter(Cim.WFS_CMD_CIM_OPEN_SHUTTER);
    }
  }

  private void shutter(int command) throws DeviceFault {
    try (XfsArena arena = service.arena()) {
      ordered(command, arena.word(Cim.WFS_CIM_POSNULL));
    }
  }

  // ---- commands

  @Override
  public void startCashIn(long reference) throws DeviceFault {
    Escrow before = escrowStatus();
    if (before.state() == State.ACTIVE) {
      throw fault(Kind.SEQUENCE, "cash-in " + before.reference() + " is under way");
    }
    long last = before.reference();
    notes.keep(new CashInNotes.Note(reference, last, false));
    try (XfsArena arena = service.arena()) {
      ordered(
          Cim.WFS_CMD_CIM_CASH_IN_START,
          arena
              .structure(Cim.WFSCIMCASHINSTART)
              .bool("bUseRecycleUnits", capabilities.recycles())
              .word("fwOutputPosition", Cim.WFS_CIM_POSNULL)
              .word("fwInputPosition", Cim.WFS_CIM_POSNULL)
              .pointer());
    }
    notes.keep(new CashInNotes.Note(reference, last, true));
    counted = Optional.of(Escrow.NOTHING);
    synchronized (intake) {
      open = true;
      inserted = false;
    }
    openShutter();
    asked(this::takeBunch);
  }

  @Override
  public Escrow acceptNotes() throws DeviceFault {
    Optional<Escrow> before = counted;
    counted = Optional.empty();
    boolean none = emptyTray();
    Optional<Requests.Pending> begun = taken();
    Escrow now;
    if (none) {
      begun.ifPresent(service::cancel);
      now = escrowStatus();
    } else {
      NoteMix more = Escrow.mix(asked(() -> count(begun)));
      now = escrowStatus();
      if (before.isPresent()) {
        demandSame(before.get(), more, now);
      }
    }
    counted = Optional.of(now);
    openShutter();
    if (now.refused() == before.map(Escrow::refused).orElse(0)) {
      asked(this::takeBunch);
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

  private Map<Denomination, Integer> count(Optional<Requests.Pending> begun)
      throws XfsFault, DeviceFault {
    if (!drivesShutterItself) {
      shutter(Cim.WFS_CMD_CIM_CLOSE_SHUTTER);
    }
    try (XfsResult result =
        begun.isPresent()
            ? service.finish(begun.get(), XfsNames.command(Cim.WFS_CMD_CIM_CASH_IN), MOVING)
            : service.execute(Cim.WFS_CMD_CIM_CASH_IN, Pointer.NULL, MOVING)) {
      return known.byValue(
          CimNotes.counted(result.as(Cim.WFSCIMNOTENUMBERLIST, service.dialect())));
    }
  }

  @Override
  public Counted endCashIn() throws DeviceFault {
    closeIntake();
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
    CimUnits after = units();
    return new Counted(
        asked(() -> after.moreSince(then, STORING, known))
            .map(Escrow::mix)
            .orElseThrow(
                () ->
                    fault(
                        Kind.HARDWARE,
                        "stored "
                            + (after.count(STORING) - then.count(STORING))
                            + " notes, and does not say which")),
        0);
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
    closeIntake();
    Escrow before = escrowStatus();
    ended(Cim.WFS_CMD_CIM_CASH_IN_ROLLBACK);
    Escrow now = escrowStatus();
    if (now.state() != State.RETURNED && !before.accepted().notes().isEmpty()) {
      throw fault(Kind.HARDWARE, "handed the cash-in back, and tells " + now);
    }
    openShutter();
    return before.accepted();
  }

  @Override
  public Counted retract() throws DeviceFault {
    closeIntake();
    CimUnits then = units();
    if (!drivesShutterItself) {
      shutter(Cim.WFS_CMD_CIM_CLOSE_SHUTTER);
    }
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
    CimUnits after = units();
    int drawnIn = after.count(RETRACTING) - then.count(RETRACTING);
    NoteMix which =
        asked(() -> after.moreSince(then, RETRACTING, known))
            .map(Escrow::mix)
            .orElse(NoteMix.EMPTY);
    return new Counted(which, Math.max(0, drawnIn - which.notes()));
  }

  /** Moves what it finds inside into its retract unit, where it has one. */
  @Override
  public void reset() throws DeviceFault {
    closeIntake();
    try (XfsArena arena = service.arena()) {
      Pointer where = Pointer.NULL;
      if (capabilities.retract()) {
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
