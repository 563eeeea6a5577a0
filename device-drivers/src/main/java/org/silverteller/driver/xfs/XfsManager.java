package org.silverteller.driver.xfs;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An XFS manager in this process, started with a range of versions. Opens services, and brings what
 * the manager sends to those it belongs to: completions to requests, events to services.
 */
final class XfsManager implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(XfsManager.class);

  private final XfsApi api;
  private final XfsThreads threads;
  private final XfsSettings settings;
  private final Delivery delivery;
  private final Requests requests;
  private final Watchdog watchdog;
  private final Map<Short, XfsService> services = new ConcurrentHashMap<>();
  private final Collection<XfsArena> neverEnded = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private Pointer app = Pointer.NULL;
  private int version;

  private XfsManager(
      FunctionTable functions, XfsThreads threads, XfsSettings settings, DeliveryChoice choice) {
    this.api = new XfsApi(functions);
    this.threads = threads;
    this.settings = settings;
    this.requests = new Requests(stray -> threads.handOver(stray::close));
    this.watchdog = new Watchdog(api, threads, requests);
    this.delivery = choice.open(this::received);
  }

  /**
   * Loads nothing: the functions are found already.
   *
   * @throws XfsFault when the manager supports none of the versions
   */
  static XfsManager start(
      FunctionTable functions, XfsThreads threads, XfsSettings settings, DeliveryChoice choice)
      throws XfsFault {
    XfsManager manager = new XfsManager(functions, threads, settings, choice);
    try {
      manager.startUp();
      return manager;
    } catch (XfsFault fault) {
      manager.delivery.close();
      throw fault;
    }
  }

  private void startUp() throws XfsFault {
    try (XfsArena arena = new XfsArena(new XfsDialect(XfsVersion.V3_00, settings.charset()))) {
      XfsRecord versions = arena.structure(ApiStructures.WFSVERSION);
      int code =
          api.WFSStartUp(
              XfsVersion.range(settings.lowest(), settings.highest()), versions.pointer());
      if (code != Xfs.WFS_SUCCESS && code != Xfs.WFS_ERR_ALREADY_STARTED) {
        throw new XfsFault("XFS manager", "WFSStartUp", code);
      }
      version = versions.word("wVersion");
      LOG.info("XFS manager {}: {}", XfsVersion.text(version), versions.chars("szDescription"));
    }
    try (Memory handle = new Memory(Native.POINTER_SIZE)) {
      handle.clear();
      int code = api.WFSCreateAppHandle(handle);
      if (code != Xfs.WFS_SUCCESS) {
        api.WFSCleanUp();
        throw new XfsFault("XFS manager", "WFSCreateAppHandle", code);
      }
      app = handle.getPointer(0);
    }
  }

  /** The version word the manager chose. */
  int version() {
    return version;
  }

  XfsApi api() {
    return api;
  }

  XfsThreads threads() {
    return threads;
  }

  XfsSettings settings() {
    return settings;
  }

  Requests requests() {
    return requests;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  Pointer target() {
    return delivery.target();
  }

  Pointer app() {
    return app;
  }

  /**
   * Opens the service of this logical name.
   *
   * @throws XfsFault when it is not configured, not there, or speaks none of the versions
   */
  XfsService open(String logicalName) throws XfsFault {
    XfsService service = new XfsService(this, logicalName);
    service.connect();
    return service;
  }

  void attach(short handle, XfsService service) {
    services.put(handle, service);
  }

  /** Memory that a provider may still write to: a request that never ended was to fill it. */
  void keep(XfsArena arena) {
    neverEnded.add(arena);
  }

  /** The manager may have given the number to another service since. */
  void detach(short handle, XfsService service) {
    services.remove(handle, service);
  }

  /**
   * Locks several services, always in the order of their names, so that two applications that want
   * the same ones cannot wait for each other for ever. Either all are locked or none.
   */
  void lockAll(List<XfsService> wanted, Duration patience) throws XfsFault {
    List<XfsService> locked = new ArrayList<>();
    List<XfsService> inOrder = new ArrayList<>(wanted);
    inOrder.sort(Comparator.comparing(XfsService::name));
    try {
      for (XfsService service : inOrder) {
        service.lock(patience);
        locked.add(service);
      }
    } catch (XfsFault refused) {
      for (XfsService service : locked) {
        release(service, refused);
      }
      throw refused;
    }
  }

  private static void release(XfsService service, XfsFault refused) {
    try {
      service.unlock();
    } catch (XfsFault alsoRefused) {
      refused.addSuppressed(alsoRefused);
    }
  }

  /** The provider stands in this call: completions go on at once, events wait for our thread. */
  private void received(int message, Pointer pointer) {
    XfsResult result = new XfsResult(api, message, pointer);
    if (Intake.isEvent(message)) {
      threads.handOver(() -> tell(new XfsEvent(message, result.code(), result)));
    } else {
      requests.arrived(result);
    }
  }

  /** A listener's failure ends neither the thread of the events nor the life of the result. */
  private void tell(XfsEvent event) {
    try (XfsResult result = event.result()) {
      Optional<XfsService> service = Optional.ofNullable(services.get(result.service()));
      if (service.isPresent()) {
        service.get().tell(event);
      } else {
        LOG.debug("{} of service {}, which is not open", event, result.service());
      }
    } catch (XfsFault.Malformed malformed) {
      LOG.warn("{}: {}", event, malformed.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("{} was not listened to", event, bug);
    }
  }

  /**
   * Closes what is open, and the manager. Whoever still waits for a request hears WFS_ERR_CANCELED;
   * whatever has come is freed before the manager is gone.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    List.copyOf(services.values()).forEach(XfsService::close);
    requests.close();
    threads.close();
    api.WFSDestroyAppHandle(app);
    api.WFSCleanUp();
    delivery.close();
    neverEnded.forEach(XfsArena::close);
    neverEnded.clear();
  }
}
