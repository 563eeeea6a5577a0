package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.xfs.OneStation;
import org.silverteller.simulator.xfs.PumpedThreads;

/**
 * The bridge on the bench with one station: started, its events kept, time that only passes idle.
 */
final class OnTheBench {

  final List<TerminalEvent> events = new ArrayList<>();
  final OneStation station;
  final PumpedThreads threads;
  private Duration now = Duration.ZERO;
  private Runnable meanwhile = () -> {};
  private XfsManager manager;

  OnTheBench(OneStation station) throws XfsFault {
    this.station = station;
    threads = new PumpedThreads(station.manager(), () -> now, this::pass, () -> {});
    start();
  }

  private boolean pass(Duration most) {
    now = now.plus(most);
    meanwhile.run();
    return true;
  }

  /** What somebody does while the bridge waits in vain, from now on. */
  void meanwhile(Runnable deed) {
    meanwhile = deed;
  }

  /** The manager does all it is asked, and the bridge what it is told. */
  void settle() {
    do {
      threads.drain();
    } while (station.manager().step());
    threads.drain();
  }

  private void start() throws XfsFault {
    manager =
        XfsManager.start(station.manager(), threads, XfsSettings.DEFAULT, DeliveryChoice.CALLBACK);
  }

  XfsService open() throws XfsFault {
    return manager.open(OneStation.NAME);
  }

  /** Does what waits for the bridge's thread, and tells what was posted since. */
  List<TerminalEvent> posted() {
    threads.drain();
    List<TerminalEvent> posted = List.copyOf(events);
    events.clear();
    return posted;
  }

  /** Power back, and a new terminal's bridge. */
  void reboot() throws XfsFault {
    station.manager().powerLost();
    station.machine().restorePower();
    station.connect();
    start();
  }

  int unfreed() {
    threads.drain();
    return station.manager().unfreed();
  }
}
