package org.silverteller.simulator.xfs;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silverteller.driver.xfs.FunctionTable;
import org.silverteller.event.TerminalEvent;

/**
 * An XFS manager with its providers in this process: the functions are C function pointers, the
 * results lie in native memory. What is asked is done when somebody {@link #step steps} it: the
 * virtual world, an application that waits in a blocking call, or {@link ManagerThreads}.
 */
public final class VirtualXfsManager implements FunctionTable {

  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Heap heap = new Heap();
  private final Mischief mischief = new Mischief();
  private final Outbox outbox = new Outbox(heap, mischief);
  private final AsyncFunctions functions = new AsyncFunctions(stations, heap, mischief, outbox);
  private final BlockingCalls blocking = new BlockingCalls(functions, this::workFor);
  private final Exports exports = new Exports(functions, blocking);
  private volatile boolean worksByItself;

  /**
   * @param stations the logical services that are configured, in the order of their work
   */
  VirtualXfsManager(Collection<Station> stations) {
    stations.forEach(station -> this.stations.put(station.logicalName(), station));
  }

  @Override
  public Function function(String name) {
    return exports.function(name);
  }

  Station station(String logicalName) {
    return stations.get(logicalName);
  }

  Collection<Station> stations() {
    return stations.values();
  }

  /** What goes wrong with requests from now on. */
  public Mischief mischief() {
    return mischief;
  }

  /** Results that the application has not freed. */
  public int unfreed() {
    return heap.live();
  }

  /** How often the application freed what it did not have. */
  public long freedTwice() {
    return heap.freedTwice();
  }

  /** How often an application tried to open a service. */
  public long opens() {
    return functions.opens();
  }

  /** Services that applications have open. */
  public int handlesOpen() {
    return functions.handlesOpen();
  }

  // ---- time

  /**
   * Does the next thing that was asked of any service: of the one asked last, before others.
   *
   * @return whether there was one
   */
  public boolean step() {
    Optional<Station> first = functions.lastAsked();
    if (first.isPresent() && first.get().step()) {
      return true;
    }
    for (Station station : stations.values()) {
      if (station.step()) {
        return true;
      }
    }
    return false;
  }

  /** Whether threads of its own step it from now on, so that who waits need not. */
  void worksByItself(boolean itself) {
    worksByItself = itself;
  }

  /** A step for an application that waits; a power cut in it ends all of the manager. */
  private boolean workFor() {
    if (worksByItself) {
      return false;
    }
    boolean powered = false;
    try {
      boolean worked = step();
      powered = true;
      return worked;
    } finally {
      if (!powered) {
        powerLost();
      }
    }
  }

  /** Something happened at the machine. */
  public void happened(TerminalEvent event) {
    stations.values().forEach(station -> station.happened(event));
  }

  /** The power failed: everything under way and open is gone without a word. */
  public void powerLost() {
    blocking.powerLost();
    stations.values().forEach(Station::forget);
    functions.powerLost();
    heap.freeAll();
  }

  // ---- events

  /** How a provider tells a service or user event. */
  interface Telling {
    Pointer told(XfsCall.Told told);
  }

  /**
   * Tells every application that has the station open and wants such events.
   *
   * @param message WFS_SERVICE_EVENT, WFS_USER_EVENT or WFS_SYSTEM_EVENT
   */
  void tell(Station station, int message, int eventId, Telling telling) {
    outbox.tell(station, message, eventId, telling);
  }
}
