package org.silverteller.simulator.xfs;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.silverteller.driver.xfs.FunctionTable;
import org.silverteller.event.TerminalEvent;

/**
 * An XFS manager with its providers in this process: the functions are C function pointers, the
 * results lie in native memory. What is asked is done when somebody {@link #step steps} it: the
 * virtual world, or {@link ManagerThreads}.
 */
public final class VirtualXfsManager implements FunctionTable, Exports.Functions, XfsCall.Desk {

  private static final String DESCRIPTION = "Silverteller virtual XFS manager";
  private static final int LOWEST = 0x0003;
  private static final int HIGHEST = 0x1E03;

  private final Exports exports = new Exports(this);
  private final Heap heap = new Heap();
  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Map<Short, OpenService> open = new ConcurrentHashMap<>();
  private final Mischief mischief = new Mischief();
  private final AtomicInteger handles = new AtomicInteger();
  private final AtomicLong opens = new AtomicLong();
  private volatile Optional<Station> lastAsked = Optional.empty();
  private volatile boolean started;

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
    return opens.get();
  }

  /** Services that applications have open. */
  public int handlesOpen() {
    return open.size();
  }

  // ---- time

  /**
   * Does the next thing that was asked of any service: of the one asked last, before others.
   *
   * @return whether there was one
   */
  public boolean step() {
    Optional<Station> first = lastAsked;
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

  /** Something happened at the machine. */
  public void happened(TerminalEvent event) {
    stations.values().forEach(station -> station.happened(event));
  }

  /** The power failed: everything under way and open is gone without a word. */
  public void powerLost() {
    stations.values().forEach(Station::forget);
    open.clear();
    started = false;
    lastAsked = Optional.empty();
    heap.freeAll();
  }

  // ---- the functions

  @Override
  public int startUp(int versionsRequired, Pointer version) {
    int lowest = versionsRequired >>> 16;
    int highest = versionsRequired & 0xFFFF;
    new NativeStructure(version, "WFSVERSION", LayoutTable.V3_30)
        .number("wVersion", newer(HIGHEST, highest) ? highest : HIGHEST)
        .number("wLowVersion", LOWEST)
        .number("wHighVersion", HIGHEST)
        .chars("szDescription", DESCRIPTION, StandardCharsets.US_ASCII);
    if (newer(lowest, HIGHEST)) {
      return XfsNumbers.WFS_ERR_API_VER_TOO_HIGH;
    }
    if (newer(LOWEST, highest)) {
      return XfsNumbers.WFS_ERR_API_VER_TOO_LOW;
    }
    started = true;
    return XfsNumbers.WFS_SUCCESS;
  }

  private static boolean newer(int one, int other) {
    return number(one) > number(other);
  }

  private static int number(int word) {
    return (word & 0xFF) << 8 | word >>> 8;
  }

  @Override
  public int cleanUp() {
    started = false;
    return XfsNumbers.WFS_SUCCESS;
  }

  @Override
  public int createAppHandle(Pointer app) {
    app.setPointer(0, new Pointer(handles.incrementAndGet()));
    return XfsNumbers.WFS_SUCCESS;
  }

  @Override
  public int destroyAppHandle(Pointer app) {
    return XfsNumbers.WFS_SUCCESS;
  }

  @Override
  public int open(
      Pointer logicalName,
      int versionsRequired,
      Pointer service,
      Pointer window,
      Pointer serviceVersion,
      Pointer spiVersion,
      Pointer requestId) {
    if (!started) {
      return XfsNumbers.WFS_ERR_NOT_STARTED;
    }
    opens.incrementAndGet();
    String name = logicalName.getString(0);
    Station station = stations.get(name);
    if (station == null) {
      return XfsNumbers.WFS_ERR_SERVICE_NOT_FOUND;
    }
    if (mischief.isUnplugged(name)) {
      return XfsNumbers.WFS_ERR_DEV_NOT_READY;
    }
    int lowest = versionsRequired >>> 16;
    if (newer(lowest, station.version())) {
      return XfsNumbers.WFS_ERR_SRVC_VER_TOO_HIGH;
    }
    int asked = versionsRequired & 0xFFFF;
    int version = newer(station.version(), asked) ? asked : station.version();
    new NativeStructure(serviceVersion, "WFSVERSION", LayoutTable.V3_30)
        .number("wVersion", version)
        .number("wLowVersion", LOWEST)
        .number("wHighVersion", station.version())
        .chars("szDescription", station.logicalName(), StandardCharsets.US_ASCII);
    new NativeStructure(spiVersion, "WFSVERSION", LayoutTable.V3_30).number("wVersion", version);
    short handle = (short) handles.incrementAndGet();
    OpenService opened = new OpenService(handle, station, LayoutTable.of(version));
    open.put(handle, opened);
    station.open().add(opened);
    service.setShort(0, handle);
    return simple(opened, XfsNumbers.WFS_OPEN_COMPLETE, window, requestId, call -> true);
  }

  @Override
  public int close(short service, Pointer window, Pointer requestId) {
    OpenService closing = open.get(service);
    if (closing == null) {
      return XfsNumbers.WFS_ERR_INVALID_HSERVICE;
    }
    open.remove(service);
    closing.close();
    mischief.canceled(closing, 0, this::deliver);
    closing
        .station()
        .leave(
            closing,
            call(closing, XfsNumbers.WFS_CLOSE_COMPLETE, 0, Pointer.NULL, window, requestId));
    return XfsNumbers.WFS_SUCCESS;
  }

  @Override
  public int register(
      short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId) {
    return withService(
        service,
        opened -> {
          opened.register(eventWindow, classes);
          return simple(opened, XfsNumbers.WFS_REGISTER_COMPLETE, window, requestId, call -> true);
        });
  }

  @Override
  public int deregister(
      short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId) {
    return withService(
        service,
        opened -> {
          opened.deregister(classes);
          return simple(
              opened, XfsNumbers.WFS_DEREGISTER_COMPLETE, window, requestId, call -> true);
        });
  }

  @Override
  public int lock(short service, Pointer window, Pointer requestId) {
    return withService(
        service,
        opened ->
            simple(
                opened,
                XfsNumbers.WFS_LOCK_COMPLETE,
                window,
                requestId,
                call -> opened.station().lock(opened)));
  }

  @Override
  public int unlock(short service, Pointer window, Pointer requestId) {
    return withService(
        service,
        opened ->
            opened.station().unlock(opened)
                ? simple(opened, XfsNumbers.WFS_UNLOCK_COMPLETE, window, requestId, call -> true)
                : XfsNumbers.WFS_ERR_NOT_LOCKED);
  }

  @Override
  public int getInfo(
      short service, int category, Pointer query, Pointer window, Pointer requestId) {
    return request(service, XfsNumbers.WFS_GETINFO_COMPLETE, category, query, window, requestId);
  }

  @Override
  public int execute(short service, int command, Pointer data, Pointer window, Pointer requestId) {
    return request(service, XfsNumbers.WFS_EXECUTE_COMPLETE, command, data, window, requestId);
  }

  @Override
  public int cancel(short service, int requestId) {
    return withService(
        service,
        opened -> {
          mischief.canceled(opened, requestId, this::deliver);
          opened.station().cancel(opened, requestId);
          return XfsNumbers.WFS_SUCCESS;
        });
  }

  @Override
  public int freeResult(Pointer result) {
    return heap.free(result) ? XfsNumbers.WFS_SUCCESS : XfsNumbers.WFS_ERR_INVALID_RESULT;
  }

  // ---- requests

  private interface OnService {
    int with(OpenService service);
  }

  private int withService(short handle, OnService work) {
    OpenService service = open.get(handle);
    return service == null ? XfsNumbers.WFS_ERR_INVALID_HSERVICE : work.with(service);
  }

  private interface Condition {
    boolean holds(XfsCall call);
  }

  /** A request that the manager answers by itself; where the condition fails, it is locked. */
  private int simple(
      OpenService service, int message, Pointer window, Pointer requestId, Condition condition) {
    XfsCall call = call(service, message, 0, Pointer.NULL, window, requestId);
    Optional<Integer> failed = mischief.fails(call);
    if (failed.isPresent()) {
      call.complete(failed.get());
    } else {
      call.complete(condition.holds(call) ? XfsNumbers.WFS_SUCCESS : XfsNumbers.WFS_ERR_LOCKED);
    }
    return XfsNumbers.WFS_SUCCESS;
  }

  private XfsCall call(
      OpenService service, int message, int code, Pointer data, Pointer window, Pointer requestId) {
    int id = service.nextRequest();
    requestId.setInt(0, id);
    return new XfsCall(this, heap, service, id, message, code, data, window);
  }

  private int request(
      short handle, int message, int code, Pointer data, Pointer window, Pointer requestId) {
    return withService(
        handle,
        service -> {
          Station station = service.station();
          Optional<Integer> refused = mischief.refuses(service);
          if (refused.isPresent()) {
            return refused.get();
          }
          XfsCall call = call(service, message, code, data, window, requestId);
          if (message == XfsNumbers.WFS_EXECUTE_COMPLETE && station.lockedAgainst(service)) {
            call.complete(XfsNumbers.WFS_ERR_LOCKED);
            return XfsNumbers.WFS_SUCCESS;
          }
          lastAsked = Optional.of(station);
          return begin(station, call);
        });
  }

  private int begin(Station station, XfsCall call) {
    Optional<Integer> failed = mischief.fails(call);
    if (failed.isPresent()) {
      if (failed.get() == XfsNumbers.WFS_ERR_CONNECTION_LOST) {
        station.cancel(call.service(), 0);
      }
      call.complete(failed.get());
      return XfsNumbers.WFS_SUCCESS;
    }
    if (call.message() == XfsNumbers.WFS_GETINFO_COMPLETE) {
      station.ask(call);
    } else {
      station.order(call);
    }
    mischief.during(call, station, this::deliver);
    return XfsNumbers.WFS_SUCCESS;
  }

  // ---- delivering

  @Override
  public void completed(XfsCall call, int hResult, Pointer root) {
    mischief.completing(call, root, heap, this::deliver);
  }

  @Override
  public void event(XfsCall call, int message, int eventId, Pointer root) {
    OpenService service = call.service();
    if (service.wants(XfsNumbers.EXECUTE_EVENTS)) {
      deliver(service.eventWindow(), message, root);
    } else {
      heap.free(root);
    }
  }

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
    int eventClass =
        switch (message) {
          case XfsNumbers.WFS_SERVICE_EVENT -> XfsNumbers.SERVICE_EVENTS;
          case XfsNumbers.WFS_USER_EVENT -> XfsNumbers.USER_EVENTS;
          default -> XfsNumbers.SYSTEM_EVENTS;
        };
    for (OpenService service : station.open()) {
      if (service.wants(eventClass)) {
        XfsCall.Told told = new XfsCall.Told(heap, service.table(), service.charset());
        Pointer buffer = telling.told(told);
        told.result(0, service.handle(), 0, eventId, buffer);
        deliver(service.eventWindow(), message, told.root());
      }
    }
  }

  /** Into the application, as a window procedure would be called. */
  private void deliver(Pointer window, int message, Pointer root) {
    Function.getFunction(window).invokeVoid(new Object[] {window, message, null, root});
  }
}
