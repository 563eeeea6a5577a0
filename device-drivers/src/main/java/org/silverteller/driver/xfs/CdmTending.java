package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.Counted;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do to a dispenser's units: fill and count them, and test that they give. */
final class CdmTending {

  private static final Logger LOG = LoggerFactory.getLogger(CdmTending.class);

  private final XfsDispenser dispenser;
  private final BundleNotes notes;
  private final boolean exchangesByHand;
  private final CdmExchange exchange;

  /**
   * @param exchangesByHand whether the provider offers that exchange
   */
  CdmTending(XfsDispenser dispenser, BundleNotes notes, boolean exchangesByHand) {
    this.dispenser = dispenser;
    this.notes = notes;
    this.exchangesByHand = exchangesByHand;
    this.exchange = new CdmExchange(dispenser);
  }

  void setCounts(Map<UnitId, Integer> counts) throws DeviceFault {
    if (!exchangesByHand) {
      throw dispenser.fault(Kind.UNSUPPORTED, "fwExchangeType offers no exchange by hand");
    }
    CdmUnits before = dispenser.units();
    demandNothingOut();
    demandKnown(counts, before);
    try {
      dispenser.asked(
          () -> {
            exchange.tell(before, counts);
            return true;
          });
    } finally {
      remember(before);
    }
    for (CashUnit unit : dispenser.units().units()) {
      int told = counts.getOrDefault(unit.id(), unit.count());
      if (told != unit.count()) {
        throw dispenser.fault(
            Kind.HARDWARE, unit.id() + " was told " + told + " notes, and counts " + unit.count());
      }
    }
  }

  Counted testUnits() throws DeviceFault {
    CdmUnits before = dispenser.units();
    demandNothingOut();
    try (XfsArena arena = dispenser.service.arena()) {
      Pointer position =
          arena.structure(Cdm.WFSCDMITEMPOSITION).word("usNumber", rejectUnit()).pointer();
      dispenser.ordered(Cdm.WFS_CMD_CDM_TEST_CASH_UNITS, position);
    } finally {
      remember(before);
    }
    CdmUnits after = dispenser.units();
    return new Counted(
        before.mix(after.givenSince(before)),
        after.in(UnitType.REJECT) - before.in(UnitType.REJECT));
  }

  private int rejectUnit() throws DeviceFault {
    Optional<Integer> number =
        dispenser.asked(
            () -> {
              try (XfsResult result = dispenser.service.info(Cdm.WFS_INF_CDM_CASH_UNIT_INFO)) {
                XfsRecord info = result.as(Cdm.WFSCDMCUINFO, dispenser.service.dialect());
                return CdmUnits.list(info).stream()
                    .filter(unit -> unit.word("usType") == Cdm.WFS_CDM_TYPEREJECTCASSETTE)
                    .map(unit -> unit.word("usNumber"))
                    .findFirst();
              }
            });
    return number.orElseThrow(
        () -> dispenser.fault(Kind.UNSUPPORTED, "no reject unit: expected one for test cash"));
  }

  private void demandNothingOut() throws DeviceFault {
    if (dispenser.transport() == Position.NOT_EMPTY || dispenser.exit() == Position.NOT_EMPTY) {
      throw dispenser.fault(Kind.SEQUENCE, "notes are in transport, stacker or exit");
    }
  }

  private void demandKnown(Map<UnitId, Integer> counts, CdmUnits known) throws DeviceFault {
    for (UnitId wanted : counts.keySet()) {
      if (known.units().stream().noneMatch(unit -> unit.id().equals(wanted))) {
        throw dispenser.fault(
            Kind.UNIT_MISSING,
            wanted + ": expected one of " + known.units().stream().map(CashUnit::id).toList());
      }
    }
  }

  /** The note of the last bundle goes along with the counts, so that the bundle stays known. */
  private void remember(CdmUnits before) {
    Optional<BundleNotes.Note> last = notes.last();
    if (last.isEmpty()) {
      return;
    }
    try {
      notes.keep(last.get().moved(before, dispenser.units()));
    } catch (DeviceFault fault) {
      LOG.warn("the last bundle may not be known any more: {}", fault.getMessage());
    }
  }
}
