package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.device.DeviceFault;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.hardware.Customer;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.xfs.Mischief;
import org.silverteller.simulator.xfs.PinStation;
import org.silverteller.simulator.xfs.PumpedThreads;

/** A PIN pad behind XFS on the bench. Time passes only while a provider is waited for in vain. */
final class PinBench {

  static final int NEWEST = 0x1E03;
  static final int OLDEST = 0x0003;

  final List<TerminalEvent> events = new ArrayList<>();
  final PinStation station;
  private PumpedThreads threads;
  private Duration now = Duration.ZERO;
  private XfsManager manager;
  private XfsPinPad pad;

  PinBench() {
    this(MachineSpec.STANDARD, NEWEST);
  }

  PinBench(MachineSpec spec, int version, String... habits) {
    station = new PinStation(spec, version, habits);
    open();
  }

  private boolean pass(Duration most) {
    now = now.plus(most);
    return false;
  }

  private void open() {
    threads = new PumpedThreads(station.manager(), () -> now, this::pass, () -> {});
    try {
      manager =
          XfsManager.start(
              station.manager(), threads, XfsSettings.DEFAULT, DeliveryChoice.CALLBACK);
      pad = XfsPinPad.open(manager.open(PinStation.NAME), events::add, PinKeys.DEFAULT);
    } catch (XfsFault | DeviceFault fault) {
      throw new AssertionError(fault);
    }
  }

  XfsPinPad pad() {
    return pad;
  }

  /** Another pad object over the same service, with names of its own. */
  XfsPinPad pad(PinKeys keys) throws XfsFault, DeviceFault {
    return XfsPinPad.open(manager.open(PinStation.NAME), events::add, keys);
  }

  Customer customer() {
    return station.machine().customer();
  }

  Mischief mischief() {
    return station.manager().mischief();
  }

  /** Lets the events come in. */
  void settle() {
    threads.drain();
  }

  /** Lets the provider do what it was asked and nobody waits for. */
  void work() {
    settle();
    while (station.manager().step()) {
      settle();
    }
  }

  Duration elapsed() {
    return now;
  }

  List<Key> keys() {
    settle();
    return events.stream()
        .filter(TerminalEvent.KeyPressed.class::isInstance)
        .map(event -> ((TerminalEvent.KeyPressed) event).key())
        .toList();
  }

  /** Lines of the pad's port alone. */
  List<String> padLines() {
    return station.seen.stream().filter(line -> line.startsWith("pinpad")).toList();
  }

  void powerOff() {
    station.machine().cutPower();
  }

  /** Power back, and a new terminal's bridge. */
  void reboot() {
    station.manager().powerLost();
    station.machine().restorePower();
    station.connect();
    events.clear();
    open();
  }

  int unfreed() {
    settle();
    return station.manager().unfreed();
  }

  void close() {
    manager.close();
  }
}
