package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cash dispenser behind a CDM service (CWA 16926-5). What was counted is told by the device's own
 * counts before and after; what became of a bundle over a power cut, by its present status and the
 * note written before the dispense.
 */
final class XfsDispenser extends XfsDevice implements CashDispenser {

  private static final Logger LOG = LoggerFactory.getLogger(XfsDispenser.class);

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Xfs.WFS_ERR_HARDWARE_ERROR, Kind.JAMMED),
          Map.entry(Cdm.WFS_ERR_CDM_CASHUNITERROR, Kind.UNIT_INOPERATIVE),
          Map.entry(Cdm.WFS_ERR_CDM_NOTDISPENSABLE, Kind.UNIT_EMPTY),
          Map.entry(Cdm.WFS_ERR_CDM_TOOMANYITEMS, Kind.FULL),
          Map.entry(Cdm.WFS_ERR_CDM_SHUTTERNOTOPEN, Kind.SHUTTER),
          Map.entry(Cdm.WFS_ERR_CDM_SHUTTEROPEN, Kind.SHUTTER),
          Map.entry(Cdm.WFS_ERR_CDM_SHUTTERCLOSED, Kind.SHUTTER),
          Map.entry(Cdm.WFS_ERR_CDM_SHUTTERNOTCLOSED, Kind.SHUTTER),
          Map.entry(Cdm.WFS_ERR_CDM_NOITEMS, Kind.NO_MEDIA),
          Map.entry(Cdm.WFS_ERR_CDM_ITEMSTAKEN, Kind.NO_MEDIA),
          Map.entry(Cdm.WFS_ERR_CDM_EXCHANGEACTIVE, Kind.SEQUENCE),
          Map.entry(Cdm.WFS_ERR_CDM_INVALIDCASHUNIT, Kind.UNIT_MISSING),
          Map.entry(Cdm.WFS_ERR_CDM_PRERRORNOITEMS, Kind.JAMMED),
          Map.entry(Cdm.WFS_ERR_CDM_PRERRORITEMS, Kind.JAMMED),
          Map.entry(Cdm.WFS_ERR_CDM_PRERRORUNKNOWN, Kind.JAMMED));

  private final BundleNotes notes;
  private final XfsCurrency currency;
  private final int kept;
  private final CdmDenominations denominations;
  private final CdmTending tending;
  private final Capabilities capabilities;
  private final boolean drivesShutterItself;
  private final AtomicBoolean inExchange = new AtomicBoolean();
  private final AtomicBoolean seenTaken = new AtomicBoolean();
  private final AtomicReference<Optional<Kind>> unitFault = new AtomicReference<>(Optional.empty());

  private XfsDispenser(
      XfsService service,
      Consumer<TerminalEvent> events,
      BundleNotes notes,
      String currency,
      int kept)
      throws DeviceFault {
    super(service, DeviceName.CASH_DISPENSER, events);
    this.notes = notes;
    this.kept = kept;
    this.currency =
        asked(
            () ->
                XfsCurrency.read(
                    service, Cdm.WFS_INF_CDM_CURRENCY_EXP, Cdm.WFSCDMCURRENCYEXP, currency));
    this.denominations = new CdmDenominations(this, this.currency);
    try (XfsResult result = asked(() -> service.info(Cdm.WFS_INF_CDM_CAPABILITIES))) {
      XfsRecord caps = result.as(Cdm.WFSCDMCAPS, service.dialect());
      capabilities =
          new Capabilities(
              caps.bool("bIntermediateStacker"),
              caps.bool("bShutter"),
              (caps.word("fwRetractAreas") & Cdm.WFS_CDM_RA_RETRACT) != 0,
              caps.bool("bItemsTakenSensor"),
              caps.word("wMaxDispenseItems"));
      boolean byHand = (caps.word("fwExchangeType") & Cdm.WFS_CDM_EXBYHAND) != 0;
      tending = new CdmTending(this, notes, byHand);
      drivesShutterItself = !caps.bool("bShutter") || caps.bool("bShutterControl");
    }
  }

  /**
   * @param currency of the notes, such as CNY
   * @param kept notes that stay in each cassette
   */
  static XfsDispenser open(
      XfsService service,
      Consumer<TerminalEvent> events,
      BundleNotes notes,
      String currency,
      int kept)
      throws DeviceFault {
    return listening(new XfsDispenser(service, events, notes, currency, kept));
  }

  @Override
  Map<Integer, Kind> kinds() {
    return KINDS;
  }

  @Override
  void told(XfsEvent event) {
    if (event.is(Xfs.WFS_SERVICE_EVENT, Cdm.WFS_SRVE_CDM_ITEMSTAKEN)) {
      taken();
    } else if (event.is(Xfs.WFS_EXECUTE_EVENT, Cdm.WFS_EXEE_CDM_CASHUNITERROR)) {
      XfsRecord error = event.result().as(Cdm.WFSCDMCUERROR, service.dialect());
      unitFault.set(Optional.of(CdmUnits.fault(error)));
    } else if (event.message() != Xfs.WFS_EXECUTE_EVENT) {
      if (event.is(Xfs.WFS_SERVICE_EVENT, Cdm.WFS_SRVE_CDM_CASHUNITINFOCHANGED)) {
        inExchange.set(false);
      }
      changed();
    }
  }

  private void taken() {
    seenTaken.set(true);
    post(new TerminalEvent.NotesTaken());
    if (!drivesShutterItself) {
      try {
        service.start(Cdm.WFS_CMD_CDM_CLOSE_SHUTTER, Pointer.NULL);
      } catch (XfsFault fault) {
        changed();
      }
    }
  }

  // ---- questions

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  /** In an exchange that others hold, or a power cut left open, it gives nothing. */
  @Override
  DeviceStatus readStatus() throws XfsFault {
    if (inExchange.get()) {
      return DeviceStatus.HARDWARE_ERROR;
    }
    try (XfsResult result = service.info(Cdm.WFS_INF_CDM_STATUS)) {
      XfsRecord status = result.as(Cdm.WFSCDMSTATUS, service.dialect());
      return deviceStatus(
          status.word("fwDevice"), status.word("fwDispenser") != Cdm.WFS_CDM_DISPOK);
    }
  }

  @Override
  public List<CashUnit> cashUnits() throws DeviceFault {
    return units().units();
  }

  CdmUnits units() throws DeviceFault {
    return asked(
        () -> {
          try (XfsResult result = service.info(Cdm.WFS_INF_CDM_CASH_UNIT_INFO)) {
            return CdmUnits.read(result.as(Cdm.WFSCDMCUINFO, service.dialect()), currency, kept);
          }
        });
  }

  @Override
  public Position transport() {
    return places().transport();
  }

  @Override
  public Position exit() {
    return places().exit();
  }

  private CdmPlaces places() {
    try (XfsResult result = service.info(Cdm.WFS_INF_CDM_STATUS)) {
      return CdmPlaces.read(result.as(Cdm.WFSCDMSTATUS, service.dialect()));
    } catch (XfsFault | XfsFault.Malformed unknown) {
      return CdmPlaces.UNKNOWN;
    }
  }

  @Override
  public PresentStatus presentStatus() throws DeviceFault {
    return new CdmBundle(notes.last(), units(), places(), seenTaken.get())
        .status(
            asked(
                () -> {
                  try (XfsResult result = service.info(Cdm.WFS_INF_CDM_PRESENT_STATUS)) {
                    return CdmBundle.Told.read(
                        result.as(Cdm.WFSCDMPRESENTSTATUS, service.dialect()));
                  }
                }));
  }

  // ---- commands

  @Override
  public Counted stack(NoteMix mix, long reference) throws DeviceFault {
    CdmUnits before = units();
    Optional<Kind> refused = before.refused(mix);
    if (refused.isPresent()) {
      throw fault(refused.get(), "no such notes in " + before.units());
    }
    notes.keep(new BundleNotes.Note(reference, presentStatus().reference(), mix, before));
    unitFault.set(Optional.empty());
    seenTaken.set(false);
    NoteMix stacked;
    try (XfsArena arena = service.arena()) {
      Pointer dispense = denominations.dispense(arena, before.values(mix), !capabilities.stacker());
      stacked =
          asked(
              () -> {
                try (XfsResult result =
                    service.execute(Cdm.WFS_CMD_CDM_DISPENSE, dispense, MOVING)) {
                  return denominations.told(result, before);
                }
              });
    }
    int rejected = 0;
    for (int notesOfUnit : units().rejectedSince(before)) {
      rejected += notesOfUnit;
    }
    return new Counted(stacked, rejected);
  }

  @Override
  public Counted present() throws DeviceFault {
    if (!drivesShutterItself) {
      ordered(Cdm.WFS_CMD_CDM_OPEN_SHUTTER, Pointer.NULL);
    }
    try (XfsArena arena = service.arena()) {
      ordered(Cdm.WFS_CMD_CDM_PRESENT, arena.word(Cdm.WFS_CDM_POSNULL));
    }
    PresentStatus status = presentStatus();
    return switch (status.state()) {
      case PRESENTED, TAKEN -> new Counted(status.bundle().notes(), 0);
      case NOT_PRESENTED -> Counted.NOTHING;
      case RETRACTED, UNKNOWN ->
          throw fault(Kind.HARDWARE, "present ended, and its status says " + status.state());
    };
  }

  @Override
  public Counted retract() throws DeviceFault {
    CdmUnits before = units();
    seenTaken.set(false);
    NoteMix bundle = presentStatus().bundle().notes();
    try (XfsArena arena = service.arena()) {
      Pointer area =
          arena
              .structure(Cdm.WFSCDMRETRACT)
              .word("usRetractArea", Cdm.WFS_CDM_RA_RETRACT)
              .word("usIndex", 1)
              .pointer();
      NoteMix counted =
          asked(
              () -> {
                try (XfsResult result = service.execute(Cdm.WFS_CMD_CDM_RETRACT, area, MOVING)) {
                  return retracted(result, bundle, before);
                }
              });
      return new Counted(counted, 0);
    }
  }

  /**
   * From 3.20 on the dispenser says which notes it drew in. An older one tells only how many are in
   * its bin now: where that is not the whole bundle, nobody can say which are missing.
   */
  private NoteMix retracted(XfsResult result, NoteMix bundle, CdmUnits before) throws DeviceFault {
    boolean told = service.dialect().version().compareTo(XfsVersion.V3_20) >= 0;
    if (told && result.buffer() != null) {
      return CdmBundle.drawnIn(
          result.as(Cdm.WFSCDMITEMNUMBERLIST, service.dialect()), bundle, currency);
    }
    int drawnIn = units().in(UnitType.RETRACT) - before.in(UnitType.RETRACT);
    if (drawnIn != bundle.notes()) {
      throw fault(
          Kind.HARDWARE,
          "drew in " + drawnIn + " notes of " + bundle.notes() + ", and does not say which");
    }
    return bundle;
  }

  @Override
  public Counted rejectAll() throws DeviceFault {
    CdmUnits before = units();
    try {
      ordered(Cdm.WFS_CMD_CDM_REJECT, Pointer.NULL);
    } catch (DeviceFault fault) {
      if (fault.kind() == Kind.NO_MEDIA) {
        return Counted.NOTHING;
      }
      throw fault;
    }
    CdmUnits after = units();
    return new Counted(
        before.mix(after.rejectedSince(before)),
        after.in(UnitType.REJECT) - before.in(UnitType.REJECT));
  }

  /**
   * Must be called before a deposit is stored in units that this dispenser draws from: afterwards
   * its counts do not tell any more whether the last dispense has begun.
   */
  void settleBundle() {
    Optional<BundleNotes.Note> last = notes.last();
    if (last.isEmpty()) {
      return;
    }
    try {
      if (units().units().stream().anyMatch(unit -> unit.type() == UnitType.RECYCLE)) {
        notes.keep(last.get().settled(presentStatus().reference()));
      }
    } catch (DeviceFault fault) {
      LOG.warn("the last bundle may not be known any more: {}", fault.getMessage());
    }
  }

  @Override
  public void setCounts(Map<UnitId, Integer> counts) throws DeviceFault {
    try {
      tending.setCounts(counts);
      inExchange.set(false);
    } finally {
      unitFault.set(Optional.empty());
    }
  }

  @Override
  public Counted testUnits() throws DeviceFault {
    try {
      return tending.testUnits();
    } finally {
      unitFault.set(Optional.empty());
    }
  }

  /**
   * What the provider would give; none moves. The planner decides what a customer gets, because it
   * knows the bank's rules for notes; this is the second opinion for whoever tests a dispenser.
   */
  CdmDenominations denominations() {
    return denominations;
  }

  @Override
  public void reset() throws DeviceFault {
    ordered(Cdm.WFS_CMD_CDM_RESET, Pointer.NULL);
  }

  /** The event before the completion says more of a cash unit than the code does. */
  @Override
  DeviceFault fault(XfsFault fault) {
    if (fault.code() == Cdm.WFS_ERR_CDM_EXCHANGEACTIVE && !inExchange.getAndSet(true)) {
      changed();
    }
    Optional<Kind> kind = unitFault.getAndSet(Optional.empty());
    return fault.code() == Cdm.WFS_ERR_CDM_CASHUNITERROR && kind.isPresent()
        ? fault(kind.get(), fault.getMessage())
        : super.fault(fault);
  }
}
