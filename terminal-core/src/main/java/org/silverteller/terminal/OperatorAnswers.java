package org.silverteller.terminal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silverteller.device.Device;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Hardware;
import org.silverteller.event.DeviceName;
import org.silverteller.host.HostLink;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Money;
import org.silverteller.money.UnitType;
import org.silverteller.session.NoteRegister;
import org.silverteller.store.JournalLine;
import org.silverteller.store.Store;

/** Gathers what an operator asks to see. */
final class OperatorAnswers {

  /** An average withdrawal, for the estimate of how many are left. */
  private static final Money AVERAGE = Money.ofYuan(1000);

  private static final int MOST_LINES = 1000;

  private final String terminalId;
  private final Hardware hardware;
  private final HostLink host;
  private final Store store;
  private final NoteRegister notes;

  OperatorAnswers(
      String terminalId, Hardware hardware, HostLink host, Store store, NoteRegister notes) {
    this.terminalId = terminalId;
    this.hardware = hardware;
    this.host = host;
    this.store = store;
    this.notes = notes;
  }

  StatusReport status(String state, String since, long journalLinesToday) {
    List<StatusReport.UnitReport> units = units();
    return new StatusReport(
        terminalId,
        state,
        since,
        host.ready() ? "up" : host.connected() ? "signing on" : "down",
        units,
        withdrawalsLeft(units),
        store.owed().size(),
        store.suspense().size(),
        journalLinesToday,
        devices(),
        notes.trouble());
  }

  /**
   * The dispenser's units, then those of the acceptor that are not the dispenser's too; without
   * those of a device that does not tell.
   */
  List<StatusReport.UnitReport> units() {
    List<StatusReport.UnitReport> units = new ArrayList<>(told(hardware.dispenser()::cashUnits));
    Set<String> dispensers = new HashSet<>();
    units.forEach(unit -> dispensers.add(unit.id()));
    hardware.cashAcceptor().map(acceptor -> told(acceptor::cashUnits)).stream()
        .flatMap(List::stream)
        .filter(unit -> !dispensers.contains(unit.id()))
        .map(OperatorAnswers::onlyTaking)
        .forEach(units::add);
    return List.copyOf(units);
  }

  /** A device that tells its units. */
  private interface Teller {
    List<CashUnit> units() throws DeviceFault;
  }

  private static List<StatusReport.UnitReport> told(Teller device) {
    try {
      return device.units().stream().map(OperatorAnswers::report).toList();
    } catch (DeviceFault fault) {
      return List.of();
    }
  }

  /** What the dispenser does not know, it does not pay out. */
  private static StatusReport.UnitReport onlyTaking(StatusReport.UnitReport unit) {
    return UnitType.valueOf(unit.type()).dispenses()
        ? new StatusReport.UnitReport(
            unit.id(), UnitType.CASH_IN.name(), 0, unit.count(), 0, unit.state())
        : unit;
  }

  /**
   * @param arguments how many lines, as the first; 50 when none is given
   */
  List<JournalLine> journal(List<String> arguments) {
    String lines = arguments.isEmpty() ? "50" : arguments.get(0);
    if (!lines.matches("[0-9]{1,4}") || Integer.parseInt(lines) > MOST_LINES) {
      throw new IllegalArgumentException(
          "journal lines '" + lines + "': expected 0 … " + MOST_LINES);
    }
    return store.journal(Integer.parseInt(lines));
  }

  static StatusReport.UnitReport report(CashUnit unit) {
    return new StatusReport.UnitReport(
        unit.id().name(),
        unit.type().name(),
        unit.denomination().yuan(),
        unit.count(),
        unit.minimum(),
        unit.state().name());
  }

  private static int withdrawalsLeft(List<StatusReport.UnitReport> units) {
    long yuan =
        units.stream()
            .mapToLong(
                unit -> (long) unit.denomination() * Math.max(0, unit.count() - unit.minimum()))
            .sum();
    return Math.toIntExact(yuan / AVERAGE.yuan());
  }

  private Map<String, String> devices() {
    Map<String, String> devices = new LinkedHashMap<>();
    put(devices, DeviceName.CARD_READER, hardware.cardReader());
    put(devices, DeviceName.CASH_DISPENSER, hardware.dispenser());
    put(devices, DeviceName.PIN_PAD, hardware.pinPad());
    put(devices, DeviceName.RECEIPT_PRINTER, hardware.receiptPrinter());
    put(devices, DeviceName.SCREEN, hardware.screen());
    hardware.passbookUnit().ifPresent(unit -> put(devices, DeviceName.PASSBOOK_UNIT, unit));
    hardware.cashAcceptor().ifPresent(unit -> put(devices, DeviceName.CASH_ACCEPTOR, unit));
    hardware.speaker().ifPresent(unit -> put(devices, DeviceName.SPEAKER, unit));
    hardware.lights().ifPresent(unit -> put(devices, DeviceName.LIGHTS, unit));
    return devices;
  }

  private static void put(Map<String, String> devices, DeviceName name, Device device) {
    devices.put(name.name(), device.status().name());
  }
}
