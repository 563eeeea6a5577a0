package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.TerminalEvent;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.xfs.DispenserStation;
import org.silverteller.simulator.xfs.LayoutTable;

/** The bridge's dispenser over a virtual manager, and another application at the same service. */
final class DispenserBench {

  static final UnitId HUNDREDS = UnitId.of("CASS1");
  static final UnitId REJECT = UnitId.of("REJECT");
  static final Duration PATIENCE = Duration.ofSeconds(10);

  final List<TerminalEvent> events = new ArrayList<>();
  final List<String> seen = new ArrayList<>();
  final VirtualMachine machine = new VirtualMachine(MachineSpec.STANDARD);
  final DispenserStation station;
  private final Notes notes = new Notes();
  private XfsManager manager;
  private XfsDispenser dispenser;
  private XfsService other;

  /** Outlasts power cuts. */
  private static final class Notes implements BundleNotes {
    private Optional<Note> last = Optional.empty();

    @Override
    public void keep(Note note) {
      last = Optional.of(note);
    }

    @Override
    public Optional<Note> last() {
      return last;
    }
  }

  DispenserBench(LayoutTable version) {
    machine.witness(seen::add);
    station = new DispenserStation(machine, version);
    open();
  }

  private void open() {
    station.powerUp();
    try {
      manager =
          XfsManager.start(
              station.manager(), station.threads(), XfsSettings.DEFAULT, DeliveryChoice.CALLBACK);
      dispenser = XfsDispenser.open(manager.open("CDM"), events::add, notes, "CNY", 0);
      other = manager.open("CDM");
    } catch (XfsFault | DeviceFault fault) {
      throw new AssertionError("the bridge does not open", fault);
    }
  }

  /** The power was off and is back. */
  void powerCut() {
    machine.cutPower();
    machine.restorePower();
    open();
  }

  XfsDispenser dispenser() {
    return dispenser;
  }

  /** The service as another application has it open. */
  XfsService other() {
    return other;
  }

  /** Lets events reach the bridge. */
  void settle() {
    while (station.manager().step()) {
      station.threads().drain();
    }
    station.threads().drain();
  }

  /** Closes all; how many results were not freed then, or freed twice. */
  long leaked() {
    manager.close();
    settle();
    return station.manager().unfreed() + station.manager().freedTwice();
  }

  int count(UnitId id) throws DeviceFault {
    return dispenser.cashUnits().stream()
        .filter(unit -> unit.id().equals(id))
        .mapToInt(CashUnit::count)
        .sum();
  }

  static NoteMix hundreds(int notes) {
    return new NoteMix(List.of(new NoteMix.Part(HUNDREDS, Denomination.of(100), notes)));
  }

  // ---- what another application does

  /** Starts an exchange of these units by hand. */
  void startExchange(int... numbers) throws XfsFault {
    try (XfsArena arena = other.arena()) {
      other
          .execute(
              Cdm.WFS_CMD_CDM_START_EXCHANGE,
              arena
                  .structure(Cdm.WFSCDMSTARTEX)
                  .word("fwExchangeType", Cdm.WFS_CDM_EXBYHAND)
                  .word("usCount", numbers.length)
                  .pointer("lpusCUNumList", arena.words(numbers))
                  .pointer(),
              PATIENCE)
          .close();
    }
  }

  /** Ends it with the units as they are, but for those left out at the end of the list. */
  void endExchange(int leftOut) throws XfsFault {
    try (XfsResult info = other.info(Cdm.WFS_INF_CDM_CASH_UNIT_INFO);
        XfsArena arena = other.arena()) {
      XfsRecord known = info.as(Cdm.WFSCDMCUINFO, other.dialect());
      List<XfsRecord> units = CdmUnits.list(known);
      List<XfsRecord> told = units.subList(0, units.size() - leftOut);
      other
          .execute(
              Cdm.WFS_CMD_CDM_END_EXCHANGE,
              arena
                  .structure(Cdm.WFSCDMCUINFO)
                  .word("usCount", told.size())
                  .pointer("lppList", arena.list(told))
                  .pointer(),
              PATIENCE)
          .close();
    }
  }
}
