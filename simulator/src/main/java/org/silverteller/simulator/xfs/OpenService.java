package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One application's handle on a station. */
final class OpenService {

  private final short handle;
  private final Station station;
  private final LayoutTable table;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Pointer eventWindow;
  private volatile int eventClasses;
  private volatile boolean closed;

  /**
   * @param table of the version that was negotiated
   */
  OpenService(short handle, Station station, LayoutTable table) {
    this.handle = handle;
    this.station = station;
    this.table = table;
  }

  short handle() {
    return handle;
  }

  /** Ids count in each service for itself, so that those of two services are alike. */
  int nextRequest() {
    return requests.incrementAndGet();
  }

  Station station() {
    return station;
  }

  LayoutTable table() {
    return table;
  }

  Charset charset() {
    return station.charset();
  }

  Pointer eventWindow() {
    return eventWindow;
  }

  void register(Pointer window, int classes) {
    eventWindow = window;
    eventClasses |= classes;
  }

  /** Whether events go to this window, or to any. */
  boolean registered(Optional<Pointer> window) {
    return eventClasses != 0 && window.orElse(eventWindow).equals(eventWindow);
  }

  void deregister(int classes) {
    eventClasses &= classes == 0 ? 0 : ~classes;
  }

  boolean wants(int eventClass) {
    return !closed && eventWindow != null && (eventClasses & eventClass) != 0;
  }

  /** Nothing is told it any more but the end of what it has asked. */
  void close() {
    closed = true;
  }
}
