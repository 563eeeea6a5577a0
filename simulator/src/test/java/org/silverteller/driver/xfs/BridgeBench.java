package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.xfs.PumpedThreads;
import org.silverteller.simulator.xfs.VirtualXfsManager;

/** The bridge over a virtual manager, on the test's own thread; time passes when nobody works. */
final class BridgeBench {

  private final VirtualXfsManager virtual;
  private final PumpedThreads threads;
  private final List<TerminalEvent> posted = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private XfsManager manager;

  BridgeBench(VirtualXfsManager virtual) throws XfsFault {
    this.virtual = virtual;
    this.threads = new PumpedThreads(virtual, () -> now, this::pass, () -> {});
    start();
  }

  /** Starts the bridge, also again after the power failed. */
  void start() throws XfsFault {
    manager = XfsManager.start(virtual, threads, XfsSettings.DEFAULT, DeliveryChoice.CALLBACK);
  }

  XfsService open(String logicalName) throws XfsFault {
    return manager.open(logicalName);
  }

  Consumer<TerminalEvent> events() {
    return posted::add;
  }

  /** What was posted since it was asked last. */
  List<TerminalEvent> posted() {
    threads.drain();
    List<TerminalEvent> events = List.copyOf(posted);
    posted.clear();
    return events;
  }

  boolean pass(Duration time) {
    now = now.plus(time);
    return true;
  }

  /** The providers do what they have to do though nobody waits. */
  void rest() {
    while (virtual.step()) {
      threads.drain();
    }
    threads.drain();
  }

  /** Closes all; how many results were not freed then, or freed twice. */
  long leaked() {
    manager.close();
    threads.drain();
    return virtual.unfreed() + virtual.freedTwice();
  }
}
