package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a logical service: opened, registered for its events, opened anew when it was lost, no
 * more often than its backoff allows, and closed. May be used from any thread.
 */
final class XfsLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(XfsLink.class);

  private static final int ALL_EVENTS =
      Xfs.SERVICE_EVENTS | Xfs.USER_EVENTS | Xfs.SYSTEM_EVENTS | Xfs.EXECUTE_EVENTS;

  private final XfsManager manager;
  private final XfsService service;
  private final XfsCalls calls;
  private final Reopening reopening;
  private volatile Runnable backAgain = () -> {};
  private volatile XfsConnection connection;
  private volatile boolean closed;

  /**
   * @param service whose link it is, for the manager to tell events
   */
  XfsLink(XfsManager manager, XfsService service) {
    this.manager = manager;
    this.service = service;
    this.calls = new XfsCalls(service.name(), manager.requests(), manager.watchdog(), this::lost);
    this.reopening = new Reopening(manager.threads()::elapsed);
    this.connection = XfsConnection.none(opening());
  }

  /** The calls of the service; they tell here that it is lost. */
  XfsCalls calls() {
    return calls;
  }

  /** What opening gave last. */
  XfsConnection connection() {
    return connection;
  }

  /** What is done after the service was lost and is open again. */
  void whenBack(Runnable work) {
    backAgain = work;
  }

  /** Before a version is negotiated, only structures of the manager itself are exchanged. */
  private XfsDialect opening() {
    return new XfsDialect(XfsVersion.V3_00, manager.settings().charset());
  }

  /**
   * Opens the service and registers for its events. What fails half-way is closed again.
   *
   * @throws XfsFault when it is not configured, not there, or speaks none of the versions
   */
  void connect() throws XfsFault {
    XfsArena arena = new XfsArena(opening());
    XfsConnection opened;
    try {
      opened = open(arena);
    } catch (XfsFault.NeverEnded fault) {
      manager.keep(arena);
      throw fault;
    } catch (XfsFault fault) {
      arena.close();
      throw fault;
    }
    arena.close();
    manager.attach(opened.handle(), service);
    connection = opened;
    try {
      register(opened);
    } catch (XfsFault fault) {
      drop(opened);
      throw fault;
    }
    if (closed) {
      drop(opened);
      throw new XfsFault(service.name(), "WFSOpen", Xfs.WFS_ERR_CANCELED);
    }
    LOG.info("{} is open, version {}", service.name(), XfsVersion.text(opened.version()));
  }

  private XfsConnection open(XfsArena arena) throws XfsFault {
    XfsSettings settings = manager.settings();
    XfsRecord serviceVersion = arena.structure(ApiStructures.WFSVERSION);
    XfsRecord spiVersion = arena.structure(ApiStructures.WFSVERSION);
    Pointer handle = arena.word(0);
    Pointer logicalName = arena.text(service.name());
    Pointer appId = arena.text(settings.appId());
    calls
        .complete(
            "WFSOpen",
            Xfs.WFS_OPEN_COMPLETE,
            () -> handle.getShort(0),
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
                        handle,
                        manager.target(),
                        XfsVersion.range(settings.lowest(), settings.highest()),
                        serviceVersion.pointer(),
                        spiVersion.pointer(),
                        id))
        .close();
    int word = serviceVersion.word("wVersion");
    XfsConnection opened = new XfsConnection(handle.getShort(0), word, opening(), true);
    return XfsVersion.filledBy(word)
        .map(
            version ->
                new XfsConnection(
                    opened.handle(), word, new XfsDialect(version, settings.charset()), true))
        .orElseThrow(
            () -> {
              drop(opened);
              return new XfsFault(service.name(), "WFSOpen", Xfs.WFS_ERR_SRVC_VER_TOO_LOW);
            });
  }

  private void register(XfsConnection opened) throws XfsFault {
    calls
        .complete(
            "WFSRegister",
            Xfs.WFS_REGISTER_COMPLETE,
            opened::handle,
            manager.settings().patience(),
            (timeOut, id) ->
                manager
                    .api()
                    .WFSAsyncRegister(
                        opened.handle(), ALL_EVENTS, manager.target(), manager.target(), id))
        .close();
  }

  /** Closes a handle without asking how that ends: its locks and events go with it. */
  private void drop(XfsConnection old) {
    connection = old.gone();
    manager.detach(old.handle(), service);
    calls.start(
        "WFSClose",
        Xfs.WFS_CLOSE_COMPLETE,
        old.handle(),
        id -> manager.api().WFSAsyncClose(old.handle(), manager.target(), id));
  }

  @Override
  public void close() {
    closed = true;
    XfsConnection last = connection;
    if (last.open()) {
      close(last);
    }
  }

  private void close(XfsConnection last) {
    try {
      calls
          .complete(
              "WFSClose",
              Xfs.WFS_CLOSE_COMPLETE,
              last::handle,
              manager.settings().patience(),
              (timeOut, id) -> manager.api().WFSAsyncClose(last.handle(), manager.target(), id))
          .close();
    } catch (XfsFault fault) {
      LOG.info("{}", fault.getMessage());
    } finally {
      connection = last.gone();
      manager.detach(last.handle(), service);
    }
  }

  /** The connection that stands, opened anew where it was lost. */
  XfsConnection present() throws XfsFault {
    if (closed) {
      throw new XfsFault(service.name(), "is closed", Xfs.WFS_ERR_INVALID_HSERVICE);
    }
    if (reopening.needed()) {
      reopen();
    }
    return connection;
  }

  private void reopen() throws XfsFault {
    if (!reopening.attempt()) {
      throw new XfsFault(service.name(), "is being opened again", Xfs.WFS_ERR_CONNECTION_LOST);
    }
    boolean open = false;
    try {
      if (connection.open()) {
        drop(connection);
      }
      connect();
      open = true;
    } finally {
      reopening.ended(open);
    }
    backAgain.run();
  }

  /** What failed on a handle that has been replaced since says nothing of the new one. */
  private void lost(short handle) {
    if (handle == connection.handle()) {
      reopening.lost();
    }
  }
}
