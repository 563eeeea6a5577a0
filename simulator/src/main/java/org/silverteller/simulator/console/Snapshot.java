package org.silverteller.simulator.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silverteller.money.CashUnit;
import org.silverteller.money.UnitId;
import org.silverteller.simulator.console.BenchState.Condition;
import org.silverteller.simulator.console.Computer.OpenItems;
import org.silverteller.simulator.hardware.AcceptorPlace;
import org.silverteller.simulator.hardware.MachineView;
import org.silverteller.simulator.hardware.Place;
import org.silverteller.simulator.hardware.UnitSpec;
import org.silverteller.simulator.hardware.VirtualBook;

/** Reads machine, bank and record at one moment. */
record Snapshot(LiveBench.Parts parts, MachineView view, OpenItems open) {

  private static final String CLOSED = "closed ";

  static Snapshot of(LiveBench.Parts parts) {
    return new Snapshot(parts, parts.machine().view(), parts.computer().openItems());
  }

  BenchState.Terminal terminal() {
    boolean hostUp =
        parts.server().lines() > 0 && parts.bank().signedOn().contains(parts.terminalId());
    return new BenchState.Terminal(
        parts.terminalId(),
        condition(),
        detail(),
        view.powered() && hostUp,
        open.owed(),
        open.suspense());
  }

  private Condition condition() {
    if (!view.powered()) {
      return Condition.POWER_OFF;
    }
    String page = view.page().orElse("closed starting");
    if (page.equals("closed starting")) {
      return Condition.STARTING;
    }
    if (page.startsWith(CLOSED)) {
      return Condition.CLOSED;
    }
    return page.startsWith("welcome") ? Condition.IN_SERVICE : Condition.SERVING;
  }

  private String detail() {
    return condition() == Condition.CLOSED
        ? view.page().orElseThrow().substring(CLOSED.length()).replace('-', ' ')
        : "";
  }

  BenchState.CardSlot cardSlot() {
    return new BenchState.CardSlot(
        view.cardPlace(), view.slotOpen(), view.card().map(MachineView.Card::name));
  }

  BenchState.CashExit cashExit() {
    boolean open = view.shutter() != MachineView.Shutter.CLOSED;
    List<BenchState.Notes> within =
        view.notes().get(Place.EXIT).byDenomination().entrySet().stream()
            .map(entry -> new BenchState.Notes(entry.getKey().yuan(), entry.getValue()))
            .toList();
    return new BenchState.CashExit(open, open ? within : List.of());
  }

  BenchState.Printer printer() {
    return new BenchState.Printer(view.paper(), view.slipWaits() ? view.lastSlip() : List.of());
  }

  Optional<BenchState.BookSlot> bookSlot() {
    return view.bookSlot()
        .map(
            unit ->
                new BenchState.BookSlot(
                    unit.place(),
                    view.powered() && unit.open(),
                    unit.book(),
                    unit.retained().size()));
  }

  Optional<BenchState.Acceptor> acceptor() {
    return parts
        .machine()
        .deposits()
        .map(
            deposits ->
                new BenchState.Acceptor(
                    parts.machine().customer().inputOpen(),
                    deposits.shutterOpen(),
                    Heaps.of(deposits.in(AcceptorPlace.INPUT)),
                    Heaps.of(deposits.in(AcceptorPlace.EXIT)),
                    Heaps.of(deposits.in(AcceptorPlace.TRANSPORT)),
                    Heaps.of(deposits.in(AcceptorPlace.ESCROW)),
                    units(view.depositUnits(), parts.machine().spec().acceptor().units())));
  }

  BenchState.PadMode padMode() {
    return switch (view.padMode()) {
      case CLOSED -> BenchState.PadMode.CLOSED;
      case KEYS -> BenchState.PadMode.KEYS;
      case PIN -> BenchState.PadMode.PIN;
    };
  }

  List<BenchState.Unit> units() {
    return units(view.units(), parts.machine().spec().units());
  }

  private static List<BenchState.Unit> units(List<CashUnit> told, List<UnitSpec> built) {
    Map<UnitId, UnitSpec> specs =
        built.stream().collect(Collectors.toMap(UnitSpec::id, Function.identity()));
    return told.stream().map(unit -> unit(unit, specs.get(unit.id()))).toList();
  }

  /** A cassette's bar is full with what it left the depot with; a bin's with what it holds. */
  private static BenchState.Unit unit(CashUnit unit, UnitSpec spec) {
    int scale = spec.count() > 0 ? spec.count() : spec.capacity();
    return new BenchState.Unit(
        unit.id().name(),
        unit.type(),
        unit.denomination().yuan(),
        unit.count(),
        scale,
        unit.minimum(),
        unit.state());
  }

  /**
   * Counted at rest alone: while a customer is served or something is owed, money is on its way.
   */
  Optional<BenchState.Audit> audit(Map<String, VirtualBook> books) {
    boolean atRest = condition() == Condition.IN_SERVICE || condition() == Condition.CLOSED;
    return atRest && open.owed() == 0 && open.unfinished() == 0
        ? Optional.of(new Accounts(parts.machine().ledger(), parts.bank(), open, books).audit())
        : Optional.empty();
  }
}
