package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the functions of the manager do that return at once: starting, opening, and beginning
 * requests, whose completions come to a window. Each answers with an HRESULT.
 */
final class AsyncFunctions {

  private static final String DESCRIPTION = "Silverteller virtual XFS manager";
  private static final int ALL_EVENTS =
      XfsNumbers.SERVICE_EVENTS
          | XfsNumbers.USER_EVENTS
          | XfsNumbers.SYSTEM_EVENTS
          | XfsNumbers.EXECUTE_EVENTS;

  private final Map<String, Station> stations;
  private final Heap heap;
  private final Mischief mischief;
  private final Outbox outbox;
  private final Map<Short, OpenService> open = new ConcurrentHashMap<>();
  private final AtomicInteger handles = new AtomicInteger();
  private final AtomicLong opens = new AtomicLong();
  private volatile Optional<Station> lastAsked = Optional.empty();
  private volatile boolean started;

  /**
   * @param stations by their logical names
   */
  AsyncFunctions(Map<String, Station> stations, Heap heap, Mischief mischief, Outbox outbox) {
    this.stations = stations;
    this.heap = heap;
    this.mischief = mischief;
    this.outbox = outbox;
  }

  /** Whose request was the last to be begun. */
  Optional<Station> lastAsked() {
    return lastAsked;
  }

  boolean started() {
    return started;
  }

  /** How often an application tried to open a service. */
  long opens() {
    return opens.get();
  }

  /** Services that applications have open. */
  int handlesOpen() {
    return open.size();
  }

  /** Everything open is gone, and the manager not started. */
  void powerLost() {
    open.clear();
    started = false;
    lastAsked = Optional.empty();
  }

  // ---- the manager

  int startUp(int versionsRequired, Pointer version) {
    int highest = VersionWords.highest(versionsRequired);
    new NativeStructure(version, "WFSVERSION", LayoutTable.V3_30)
        .number("wVersion", VersionWords.older(VersionWords.V3_30, highest))
        .number("wLowVersion", VersionWords.V3_00)
        .number("wHighVersion", VersionWords.V3_30)
        .chars("szDescription", DESCRIPTION, StandardCharsets.US_ASCII);
    if (VersionWords.newer(VersionWords.lowest(versionsRequired), VersionWords.V3_30)) {
      return XfsNumbers.WFS_ERR_API_VER_TOO_HIGH;
    }
    if (VersionWords.newer(VersionWords.V3_00, highest)) {
      return XfsNumbers.WFS_ERR_API_VER_TOO_LOW;
    }
    started = true;
    return XfsNumbers.WFS_SUCCESS;
  }

  int cleanUp() {
    started = false;
    return XfsNumbers.WFS_SUCCESS;
  }

  int createAppHandle(Pointer app) {
    app.setPointer(0, new Pointer(handles.incrementAndGet()));
    return XfsNumbers.WFS_SUCCESS;
  }

  int destroyAppHandle(Pointer app) {
    return XfsNumbers.WFS_SUCCESS;
  }

  int freeResult(Pointer result) {
    return heap.free(result) ? XfsNumbers.WFS_SUCCESS : XfsNumbers.WFS_ERR_INVALID_RESULT;
  }

  // ---- services

  int open(
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
    if (VersionWords.newer(VersionWords.lowest(versionsRequired), station.version())) {
      return XfsNumbers.WFS_ERR_SRVC_VER_TOO_HIGH;
    }
    int version = VersionWords.older(station.version(), VersionWords.highest(versionsRequired));
    new NativeStructure(serviceVersion, "WFSVERSION", LayoutTable.V3_30)
        .number("wVersion", version)
        .number("wLowVersion", VersionWords.V3_00)
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

  int close(short service, Pointer window, Pointer requestId) {
    OpenService closing = open.remove(service);
    if (closing == null) {
      return XfsNumbers.WFS_ERR_INVALID_HSERVICE;
    }
    closing.close();
    outbox.canceled(closing, 0);
    closing
        .station()
        .leave(
            closing,
            call(closing, XfsNumbers.WFS_CLOSE_COMPLETE, 0, Pointer.NULL, window, requestId));
    return XfsNumbers.WFS_SUCCESS;
  }

  int register(short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId) {
    return onEvents(
        service,
        classes,
        opened -> {
          opened.register(eventWindow, classes);
          return simple(opened, XfsNumbers.WFS_REGISTER_COMPLETE, window, requestId, call -> true);
        });
  }

  /**
   * @param eventWindow NULL for all windows of the application
   */
  int deregister(
      short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId) {
    return onEvents(
        service,
        classes,
        opened -> {
          if (!opened.registered(Optional.ofNullable(eventWindow))) {
            return XfsNumbers.WFS_ERR_NOT_REGISTERED;
          }
          opened.deregister(classes);
          return simple(
              opened, XfsNumbers.WFS_DEREGISTER_COMPLETE, window, requestId, call -> true);
        });
  }

  int lock(short service, Pointer window, Pointer requestId) {
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

  int unlock(short service, Pointer window, Pointer requestId) {
    return withService(
        service,
        opened ->
            opened.station().unlock(opened)
                ? simple(opened, XfsNumbers.WFS_UNLOCK_COMPLETE, window, requestId, call -> true)
                : XfsNumbers.WFS_ERR_NOT_LOCKED);
  }

  // ---- requests

  int getInfo(short service, int category, Pointer query, Pointer window, Pointer requestId) {
    return request(service, XfsNumbers.WFS_GETINFO_COMPLETE, category, query, window, requestId);
  }

  int execute(short service, int command, Pointer data, Pointer window, Pointer requestId) {
    return request(service, XfsNumbers.WFS_EXECUTE_COMPLETE, command, data, window, requestId);
  }

  /**
   * @param requestId 0 cancels everything of the service
   */
  int cancel(short service, int requestId) {
    return withService(
        service,
        opened -> {
          outbox.canceled(opened, requestId);
          opened.station().cancel(opened, requestId);
          return XfsNumbers.WFS_SUCCESS;
        });
  }

  private interface OnService {
    int with(OpenService service);
  }

  private int withService(short handle, OnService work) {
    OpenService service = open.get(handle);
    return service == null ? XfsNumbers.WFS_ERR_INVALID_HSERVICE : work.with(service);
  }

  private int onEvents(short handle, int classes, OnService work) {
    return withService(
        handle,
        service ->
            (classes & ~ALL_EVENTS) == 0
                ? work.with(service)
                : XfsNumbers.WFS_ERR_INVALID_EVENT_CLASS);
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
    return new XfsCall(outbox, heap, service, id, message, code, data, window);
  }

  private int request(
      short handle, int message, int code, Pointer data, Pointer window, Pointer requestId) {
    return withService(
        handle,
        service -> {
          Optional<Integer> refused = mischief.refuses(service);
          if (refused.isPresent()) {
            return refused.get();
          }
          XfsCall call = call(service, message, code, data, window, requestId);
          if (message == XfsNumbers.WFS_EXECUTE_COMPLETE
              && service.station().lockedAgainst(service)) {
            call.complete(XfsNumbers.WFS_ERR_LOCKED);
            return XfsNumbers.WFS_SUCCESS;
          }
          lastAsked = Optional.of(service.station());
          begin(service.station(), call);
          return XfsNumbers.WFS_SUCCESS;
        });
  }

  private void begin(Station station, XfsCall call) {
    Optional<Integer> failed = mischief.fails(call);
    if (failed.isPresent()) {
      if (failed.get() == XfsNumbers.WFS_ERR_CONNECTION_LOST) {
        station.cancel(call.service(), 0);
      }
      call.complete(failed.get());
      return;
    }
    if (call.message() == XfsNumbers.WFS_GETINFO_COMPLETE) {
      station.ask(call);
    } else {
      station.order(call);
    }
    outbox.during(call);
  }
}
