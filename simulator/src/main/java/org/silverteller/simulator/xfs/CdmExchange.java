package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.CashDispenser.Position;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.event.DeviceName;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;

/**
 * The exchange of cash units, which a dispenser keeps open also over a power cut. It ends with the
 * complete list of units: one that leaves a unit out would leave the provider to guess. Used by one
 * thread at a time.
 */
final class CdmExchange {

  private static final int EXBYHAND = 1;
  private static final int ERR_INVALIDCASHUNIT = -315;
  private static final int ERR_NOEXCHANGEACTIVE = -318;

  private Optional<Set<Integer>> exchanged = Optional.empty();

  boolean active() {
    return exchanged.isPresent();
  }

  /** WFS_CMD_CDM_START_EXCHANGE: told what the units hold now. */
  void start(XfsCall call, CashDispenser port, CdmCashUnits units) throws DeviceFault {
    NativeStructure start = call.input("WFSCDMSTARTEX");
    if (start.integer("fwExchangeType") != EXBYHAND) {
      call.complete(XfsNumbers.WFS_ERR_UNSUPP_DATA);
      return;
    }
    int known = port.cashUnits().size();
    Pointer list = start.target("lpusCUNumList");
    Set<Integer> numbers = new TreeSet<>();
    for (int index = 0; index < start.integer("usCount"); index++) {
      numbers.add(list.getShort(2L * index) & 0xFFFF);
    }
    if (numbers.isEmpty() || numbers.stream().anyMatch(number -> number < 1 || number > known)) {
      call.complete(ERR_INVALIDCASHUNIT);
      return;
    }
    if (port.transport() == Position.NOT_EMPTY || port.exit() == Position.NOT_EMPTY) {
      throw new DeviceFault(
          DeviceName.CASH_DISPENSER, Kind.SEQUENCE, "notes are in transport, stacker or exit");
    }
    exchanged = Optional.of(numbers);
    units.info(call);
  }

  /** WFS_CMD_CDM_END_EXCHANGE. Where it is refused, the exchange goes on. */
  void end(XfsCall call, CashDispenser port, CdmCashUnits units) throws DeviceFault {
    if (exchanged.isEmpty()) {
      call.complete(ERR_NOEXCHANGEACTIVE);
      return;
    }
    if (!call.hasData()) {
      call.complete(XfsNumbers.WFS_ERR_INVALID_DATA);
      return;
    }
    NativeStructure info = call.input("WFSCDMCUINFO");
    List<NativeStructure> told = info.list("lppList", "WFSCDMCASHUNIT");
    List<CashUnit> known = port.cashUnits();
    if (info.integer("usCount") != known.size() || !complete(told, known.size())) {
      call.complete(ERR_INVALIDCASHUNIT);
      return;
    }
    Map<UnitId, Integer> counts = new LinkedHashMap<>();
    boolean news = false;
    for (NativeStructure unit : told) {
      CashUnit own = known.get(unit.integer("usNumber") - 1);
      if (!consistent(unit, own)) {
        units.tellError(call, CdmCashUnits.UNIT_FAILED, Optional.of(own));
        call.complete(CdmCashUnits.ERR_CASHUNITERROR);
        return;
      }
      if (exchanged.get().contains(unit.integer("usNumber"))) {
        counts.put(own.id(), unit.integer("ulCount"));
        news |= unit.number("ulCount") != own.count() || own.state() == UnitState.EMPTY;
      }
    }
    if (news) {
      port.setCounts(counts);
    }
    exchanged = Optional.empty();
    call.complete(XfsNumbers.WFS_SUCCESS);
  }

  private static boolean complete(List<NativeStructure> told, int known) {
    Set<Integer> numbers = new TreeSet<>();
    told.forEach(unit -> numbers.add(unit.integer("usNumber")));
    return told.size() == known
        && numbers.size() == known
        && numbers.stream().allMatch(number -> number >= 1 && number <= known);
  }

  /** The same unit, its physical units adding up, and its count its own unless it is exchanged. */
  private boolean consistent(NativeStructure unit, CashUnit own) {
    long physical =
        unit.list("lppPhysical", "WFSCDMPHCU").stream()
            .mapToLong(part -> part.number("ulCount"))
            .sum();
    boolean exchangedHere = exchanged.orElseThrow().contains(unit.integer("usNumber"));
    return unit.integer("usType") == CdmCashUnits.type(own)
        && unit.number("ulValues") == CdmCashUnits.value(own)
        && unit.list("lppPhysical", "WFSCDMPHCU").size() == unit.integer("usNumPhysicalCUs")
        && physical == unit.number("ulCount")
        && unit.number("ulCount") <= Integer.MAX_VALUE
        && (exchangedHere || unit.number("ulCount") == own.count());
  }
}
