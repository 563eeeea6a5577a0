package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One logical service of the manager. Its requests block until they complete, fail, or the bridge's
 * own watchdog gives them up: a provider may never complete. A service that was lost is opened
 * anew, no more often than its backoff allows.
 */
final class XfsService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(XfsService.class);

  /** What a provider gets on top of the time-out it was told. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int ALL_EVENTS =
      Xfs.SERVICE_EVENTS | Xfs.USER_EVENTS | Xfs.SYSTEM_EVENTS | Xfs.EXECUTE_EVENTS;

  private final XfsManager manager;
  private final String name;
  private final Reopening reopening;
  private volatile Consumer<XfsEvent> listener = event -> {};
  private volatile Runnable backAgain = () -> {};
  private volatile short handle;
  private volatile XfsDialect dialect;
  private volatile int providerVersion;

  XfsService(XfsManager manager, String name) {
    this.manager = manager;
    this.name = name;
    this.reopening = new Reopening(manager.threads()::elapsed);
    this.dialect = new XfsDialect(XfsVersion.V3_00, manager.settings().charset());
  }

  /** The logical name. */
  String name() {
    return name;
  }

  /** Version and charset its structures have. */
  XfsDialect dialect() {
    return dialect;
  }

  /** The version word of the service. */
  int version() {
    return providerVersion;
  }

  /** Who is told of events from now on, on the bridge's thread. */
  void listen(Consumer<XfsEvent> newListener) {
    listener = newListener;
  }

  /** What is done after the service was lost and is open again. */
  void whenBack(Runnable work) {
    backAgain = work;
  }

  void tell(XfsEvent event) {
    listener.accept(event);
  }

  XfsThreads threads() {
    return manager.threads();
  }

  XfsArena arena() {
    return new XfsArena(dialect);
  }

  // ---- opening and closing

  void connect() throws XfsFault {
    XfsSettings settings = manager.settings();
    try (XfsArena arena =
        new XfsArena(new XfsDialect(XfsVersion.V3_00, settings.charset()))) {
      XfsRecord serviceVersion = arena.structure(ApiStructures.WFSVERSION);
      XfsRecord spiVersion = arena.structure(ApiStructures.WFSVERSION);
      Pointer opened = arena.word(0);
      Pointer logicalName = arena.text(name);
      Pointer appId = arena.text(settings.appId());
      complete(
              "WFSOpen",
              Xfs.WFS_OPEN_COMPLETE,
              () -> opened.getShort(0),
              settings.patience(),
              (timeOut, id) ->
                  manager
                      .api()
                      .WFSAsyncOpen(
                          logicalName,
                          manager.app(),
                          appId,
                          0,
                          timeOut,
                          opened,
                          manager.target(),
                          XfsVersion.range(settings.lowest(), settings.highest()),
                          serviceVersion.pointer(),
                          spiVersion.pointer(),
                          id))
          .close();
      handle = opened.getShort(0);
      providerVersion = serviceVersion.word("wVersion");
      dialect = new XfsDialect(version(providerVersion), settings.charset());
    }
    manager.attach(handle, this);
    complete(
            "WFSRegister",
            Xfs.WFS_REGISTER_COMPLETE,
            settings.patience(),
            (timeOut, id) ->
                manager
                    .api()
                    .WFSAsyncRegister(handle, ALL_EVENTS, manager.target(), manager.target(), id))
        .close();
    LOG.info("{} is open, version {}", name, XfsVersion.text(providerVersion));
  }

  private XfsVersion version(int word) throws XfsFault {
    return XfsVersion.filledBy(word)
        .orElseThrow(() -> new XfsFault(name, "WFSOpen", Xfs.WFS_ERR_SRVC_VER_TOO_LOW));
  }

  @Override
  public void close() {
    try {
      complete(
              "WFSClose",
              Xfs.WFS_CLOSE_COMPLETE,
              manager.settings().patience(),
              (timeOut, id) -> manager.api().WFSAsyncClose(handle, manager.target(), id))
          .close();
    } catch (XfsFault fault) {
      LOG.info("{}", fault.getMessage());
    } finally {
      manager.detach(handle);
    }
  }

  // ---- requests

  /** Asks; nothing moves. */
  XfsResult info(int category, Pointer query) throws XfsFault {
    present();
    return complete(
        XfsNames.category(category),
        Xfs.WFS_GETINFO_COMPLETE,
        manager.settings().patience(),
        (timeOut, id) ->
            manager.api().WFSAsyncGetInfo(handle, category, query, timeOut, manager.target(), id));
  }

  XfsResult info(int category) throws XfsFault {
    return info(category, Pointer.NULL);
  }

  /**
   * Does a command to its end.
   *
   * @param patience the provider's time-out; the watchdog strikes a little later
   */
  XfsResult execute(int command, Pointer data, Duration patience) throws XfsFault {
    present();
    return complete(
        XfsNames.command(command),
        Xfs.WFS_EXECUTE_COMPLETE,
        patience,
        (timeOut, id) ->
            manager.api().WFSAsyncExecute(handle, command, data, timeOut, manager.target(), id));
  }

  /**
   * Begins a command that a person ends: a card, a key. It has no time-out; {@link #cancel} ends
   * it.
   */
  Requests.Pending begin(int command, Pointer data) throws XfsFault {
    present();
    return begun(
        XfsNames.command(command),
        Xfs.WFS_EXECUTE_COMPLETE,
        id ->
            manager
                .api()
                .WFSAsyncExecute(
                    handle, command, data, Xfs.WFS_INDEFINITE_WAIT, manager.target(), id));
  }

  /**
   * Waits for what {@link #begin} began.
   *
   * @param doing for the fault's words
   */
  XfsResult finish(Requests.Pending request, String doing, Duration patience) throws XfsFault {
    return checked(doing, awaited(request, doing, patience));
  }

  /** Ends a request that was begun; whatever it still brings is freed. */
  void cancel(Requests.Pending request) {
    manager.api().WFSCancelAsyncRequest(handle, request.key().requestId());
    try {
      manager.threads().await(request.completed(), GRACE).close();
    } catch (TimeoutException never) {
      giveUp(request);
    }
  }

  void lock(Duration patience) throws XfsFault {
    present();
    complete(
            "WFSLock",
            Xfs.WFS_LOCK_COMPLETE,
            patience,
            (timeOut, id) -> manager.api().WFSAsyncLock(handle, timeOut, manager.target(), id))
        .close();
  }

  void unlock() throws XfsFault {
    complete(
            "WFSUnlock",
            Xfs.WFS_UNLOCK_COMPLETE,
            manager.settings().patience(),
            (timeOut, id) -> manager.api().WFSAsyncUnlock(handle, manager.target(), id))
        .close();
  }

  // ---- waiting

  /** An asynchronous call with the time-out the provider is told, in milliseconds. */
  @FunctionalInterface
  private interface TimedCall {
    int begin(int timeOut, Pointer requestId);
  }

  private XfsResult complete(String doing, int message, Duration patience, TimedCall call)
      throws XfsFault {
    return complete(doing, message, () -> handle, patience, call);
  }

  private XfsResult complete(
      String doing,
      int message,
      java.util.function.Supplier<Short> service,
      Duration patience,
      TimedCall call)
      throws XfsFault {
    int timeOut = Math.toIntExact(patience.toMillis());
    Requests.Pending request;
    try {
      request = manager.requests().begin(message, service, id -> call.begin(timeOut, id));
    } catch (Requests.Refused refused) {
      throw failed(doing, refused.code());
    }
    return checked(doing, awaited(request, doing, patience.plus(GRACE)));
  }

  private Requests.Pending begun(String doing, int message, Requests.AsyncCall call)
      throws XfsFault {
    try {
      return manager.requests().begin(message, () -> handle, call);
    } catch (Requests.Refused refused) {
      throw failed(doing, refused.code());
    }
  }

  /** The watchdog: cancels what does not end, and gives up what cannot be cancelled. */
  private XfsResult awaited(Requests.Pending request, String doing, Duration patience)
      throws XfsFault {
    XfsThreads threads = manager.threads();
    try {
      return threads.await(request.completed(), patience);
    } catch (TimeoutException late) {
      LOG.warn("{} {} does not end", name, doing);
      manager.api().WFSCancelAsyncRequest(handle, request.key().requestId());
    }
    try {
      return threads.await(request.completed(), GRACE);
    } catch (TimeoutException never) {
      giveUp(request);
      throw new XfsFault(name, doing, Xfs.WFS_ERR_TIMEOUT);
    }
  }

  /** A completion that slips in between is freed. */
  private void giveUp(Requests.Pending request) {
    if (!manager.requests().abandon(request)) {
      request.completed().join().close();
    }
  }

  private XfsResult checked(String doing, XfsResult result) throws XfsFault {
    if (result.hResult() != Xfs.WFS_SUCCESS) {
      int code = result.hResult();
      result.close();
      throw failed(doing, code);
    }
    return result;
  }

  private XfsFault failed(String doing, int code) {
    if (code == Xfs.WFS_ERR_CONNECTION_LOST || code == Xfs.WFS_ERR_INVALID_HSERVICE) {
      reopening.lost();
    }
    return new XfsFault(name, doing, code);
  }

  private void present() throws XfsFault {
    if (!reopening.needed()) {
      return;
    }
    if (!reopening.due()) {
      throw new XfsFault(name, "is being opened again", Xfs.WFS_ERR_CONNECTION_LOST);
    }
    manager.detach(handle);
    reopening.tried();
    connect();
    reopening.succeeded();
    backAgain.run();
  }
}
