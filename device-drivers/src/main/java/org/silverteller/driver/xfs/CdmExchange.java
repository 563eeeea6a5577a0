package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.money.UnitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the provider what people have counted: locks the service, so that no other application
 * moves notes meanwhile, starts an exchange by hand of the units that were counted, and ends it
 * with the complete list of units. Whatever is refused, no exchange of ours is left open: a
 * dispenser in exchange gives nothing.
 */
final class CdmExchange {

  private static final Logger LOG = LoggerFactory.getLogger(CdmExchange.class);
  private static final Duration LOCKING = Duration.ofSeconds(10);

  private final XfsDevice device;
  private final XfsService service;

  CdmExchange(XfsDevice device) {
    this.device = device;
    this.service = device.service;
  }

  /**
   * @param units as they are now
   * @param counts notes by unit, of units that are among them
   * @throws XfsFault when the provider refuses; the units have their former counts then
   * @throws DeviceFault UNSUPPORTED where one count would have to be shared among several cassettes
   */
  void tell(CdmUnits units, Map<UnitId, Integer> counts) throws XfsFault, DeviceFault {
    service.lock(LOCKING);
    try {
      exchange(numbers(units, counts), new CdmCounting(units, counts));
    } finally {
      unlock();
    }
  }

  /** What has been told stands; a lock that stays is ours, and goes with the connection. */
  private void unlock() {
    try {
      service.unlock();
    } catch (XfsFault fault) {
      LOG.warn("{}", fault.getMessage());
    }
  }

  /** The numbers that the provider has for the units that were counted. */
  private int[] numbers(CdmUnits units, Map<UnitId, Integer> counts) throws XfsFault, DeviceFault {
    try (XfsResult info = service.info(Cdm.WFS_INF_CDM_CASH_UNIT_INFO)) {
      CdmCounting counting = new CdmCounting(units, counts);
      List<XfsRecord> known = CdmUnits.list(info.as(Cdm.WFSCDMCUINFO, service.dialect()));
      for (XfsRecord unit : counting.unshareable(known)) {
        throw device.fault(
            Kind.UNSUPPORTED,
            unit.text("lpszCashUnitName")
                + " has "
                + unit.word("usNumPhysicalCUs")
                + " cassettes: expected one, to know which holds the notes counted");
      }
      return counting.counted(known).stream().mapToInt(unit -> unit.word("usNumber")).toArray();
    }
  }

  /** An exchange that was left open, over a power cut or by others, ends with what is known. */
  private void start(int[] numbers) throws XfsFault {
    try {
      begin(numbers);
    } catch (XfsFault fault) {
      if (fault.code() != Cdm.WFS_ERR_CDM_EXCHANGEACTIVE) {
        throw fault;
      }
      LOG.warn("{}: it ends with the counts as they are", fault.getMessage());
      endAsKnown();
      begin(numbers);
    }
  }

  private void begin(int[] numbers) throws XfsFault {
    try (XfsArena arena = service.arena()) {
      Pointer start =
          arena
              .structure(Cdm.WFSCDMSTARTEX)
              .word("fwExchangeType", Cdm.WFS_CDM_EXBYHAND)
              .word("usCount", numbers.length)
              .pointer("lpusCUNumList", arena.words(numbers))
              .pointer();
      service.execute(Cdm.WFS_CMD_CDM_START_EXCHANGE, start, XfsDevice.MOVING).close();
    }
  }

  /** Also a start that failed may have begun it: a provider can do what it never completes. */
  private void exchange(int[] numbers, CdmCounting counting) throws XfsFault {
    boolean ended = false;
    try {
      start(numbers);
      end(counting);
      ended = true;
    } finally {
      if (!ended) {
        giveUp();
      }
    }
  }

  /** The fault that led here is told. */
  private void giveUp() {
    try {
      endAsKnown();
    } catch (XfsFault fault) {
      LOG.error("an exchange stays open: {}", fault.getMessage());
    }
  }

  private void endAsKnown() throws XfsFault {
    try {
      end(CdmCounting.NOTHING);
    } catch (XfsFault fault) {
      if (fault.code() != Cdm.WFS_ERR_CDM_NOEXCHANGEACTIVE) {
        throw fault;
      }
    }
  }

  private void end(CdmCounting counting) throws XfsFault {
    try (XfsResult info = service.info(Cdm.WFS_INF_CDM_CASH_UNIT_INFO);
        XfsArena arena = service.arena()) {
      XfsRecord known = info.as(Cdm.WFSCDMCUINFO, service.dialect());
      Pointer list = counting.list(known, arena).pointer();
      service.execute(Cdm.WFS_CMD_CDM_END_EXCHANGE, list, XfsDevice.MOVING).close();
    }
  }
}
