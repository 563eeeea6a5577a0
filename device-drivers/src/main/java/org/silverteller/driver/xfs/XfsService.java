package org.silverteller.driver.xfs;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One logical service of the manager. Its requests block until they complete, fail, or the bridge's
 * own watchdog gives them up: a provider may never complete. A service that was lost is opened
 * anew, no more often than its backoff allows. May be used from any thread.
 */
final class XfsService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(XfsService.class);

  private final XfsManager manager;
  private final String name;
  private final XfsCalls calls;
  private final XfsLink link;
  private volatile Consumer<XfsEvent> listener = event -> {};

  XfsService(XfsManager manager, String name) {
    this.manager = manager;
    this.name = name;
    this.link = new XfsLink(manager, this);
    this.calls = link.calls();
  }

  /** The logical name. */
  String name() {
    return name;
  }

  /** Version and charset its structures have. */
  XfsDialect dialect() {
    return link.connection().dialect();
  }

  /** The version word of the service. */
  int version() {
    return link.connection().version();
  }

  /** Who is told of events from now on, on the bridge's thread. */
  void listen(Consumer<XfsEvent> newListener) {
    listener = newListener;
  }

  /** What is done after the service was lost and is open again. */
  void whenBack(Runnable work) {
    link.whenBack(work);
  }

  void tell(XfsEvent event) {
    listener.accept(event);
  }

  XfsThreads threads() {
    return manager.threads();
  }

  /** For the input of commands; outlives them where one is given up while it is in use. */
  XfsArena arena() {
    Requests requests = manager.requests();
    long before = requests.abandoned();
    return new XfsArena(dialect(), Memory::new, () -> requests.abandoned() != before);
  }

  /**
   * Opens the service and registers for its events.
   *
   * @throws XfsFault when it is not configured, not there, or speaks none of the versions
   */
  void connect() throws XfsFault {
    link.connect();
  }

  @Override
  public void close() {
    link.close();
  }

  // ---- requests

  /** Asks; nothing moves. */
  XfsResult info(int category, Pointer query) throws XfsFault {
    XfsConnection at = link.present();
    return calls.complete(
        XfsNames.category(category),
        Xfs.WFS_GETINFO_COMPLETE,
        at::handle,
        manager.settings().patience(),
        (timeOut, id) ->
            manager
                .api()
                .WFSAsyncGetInfo(at.handle(), category, query, timeOut, manager.target(), id));
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
    XfsConnection at = link.present();
    return calls.complete(
        XfsNames.command(command),
        Xfs.WFS_EXECUTE_COMPLETE,
        at::handle,
        patience,
        (timeOut, id) -> executeAt(at, command, data, timeOut, id));
  }

  /**
   * Begins a command that a person ends: a card, a key. It has no time-out; {@link #cancel} ends
   * it.
   */
  Requests.Pending begin(int command, Pointer data) throws XfsFault {
    XfsConnection at = link.present();
    return calls.begin(
        XfsNames.command(command),
        Xfs.WFS_EXECUTE_COMPLETE,
        at::handle,
        id -> executeAt(at, command, data, Xfs.WFS_INDEFINITE_WAIT, id));
  }

  /** Begins a command whose end nobody waits for. May be used where waiting is not allowed. */
  void start(int command, Pointer data) throws XfsFault {
    manager.watchdog().giveUp(begin(command, data));
  }

  private int executeAt(XfsConnection at, int command, Pointer data, int timeOut, Pointer id) {
    return manager.api().WFSAsyncExecute(at.handle(), command, data, timeOut, manager.target(), id);
  }

  /**
   * Waits for what {@link #begin} began.
   *
   * @param doing for the fault's words
   * @throws XfsFault WFS_ERR_CANCELED when another thread cancelled it
   */
  XfsResult finish(Requests.Pending request, String doing, Duration patience) throws XfsFault {
    return calls.finish(request, doing, patience);
  }

  /** Ends a request that was begun; whatever it still brings is freed. */
  void cancel(Requests.Pending request) {
    manager.watchdog().cancel(request);
  }

  /**
   * Asks for the end of a request that was begun, and waits until it has ended. How, {@link
   * #finish} tells: a card or a key may have come first.
   *
   * @return false when the provider does not answer, and nobody waits for the request any more
   */
  boolean interrupt(Requests.Pending request) {
    return manager.watchdog().interrupt(request);
  }

  /** Nobody asks how a request ends: its completion is freed, now or when it comes. */
  void giveUp(Requests.Pending request) {
    manager.watchdog().giveUp(request);
  }

  /**
   * Asks for the end of a request that was begun, whose completion its beginner takes by himself.
   * Where it does not end, it is given up.
   *
   * @param taken done when the completion has been taken
   */
  void cancel(Requests.Pending request, CompletableFuture<?> taken) {
    Requests.Key key = request.key();
    int code = manager.api().WFSCancelAsyncRequest(key.service(), key.requestId());
    if (code != Xfs.WFS_SUCCESS || !awaits(taken.handle((done, failure) -> true), Watchdog.GRACE)) {
      LOG.debug("{}: {} does not end, and is forgotten", name, key);
      forget(request);
    }
  }

  /** Nobody waits for a request that was begun any more; a completion that comes yet is freed. */
  void forget(Requests.Pending request) {
    manager.requests().abandon(request);
  }

  /**
   * Waits for something that a provider brings about and that does not fail.
   *
   * @return whether it came in time
   */
  boolean awaits(CompletableFuture<?> happening, Duration patience) {
    try {
      manager.threads().await(happening, patience);
      return true;
    } catch (TimeoutException late) {
      return false;
    }
  }

  /**
   * Does work on the bridge's thread, behind the events that have come, when something that was
   * begun has come to its end. When it was given up, the work is never done.
   */
  <T> void afterwards(CompletableFuture<T> end, Consumer<T> work) {
    // It fails when the request is given up, and only then.
    CompletableFuture<Void> unused =
        end.thenAccept(value -> manager.threads().handOver(() -> work.accept(value)));
  }

  /** A lock that is granted after all is given back: nobody would know of it. */
  void lock(Duration patience) throws XfsFault {
    XfsConnection at = link.present();
    try {
      calls
          .complete(
              "WFSLock",
              Xfs.WFS_LOCK_COMPLETE,
              at::handle,
              patience,
              (timeOut, id) ->
                  manager.api().WFSAsyncLock(at.handle(), timeOut, manager.target(), id))
          .close();
    } catch (XfsFault.NeverEnded fault) {
      calls.start(
          "WFSUnlock",
          Xfs.WFS_UNLOCK_COMPLETE,
          at.handle(),
          id -> manager.api().WFSAsyncUnlock(at.handle(), manager.target(), id));
      throw fault;
    }
  }

  void unlock() throws XfsFault {
    XfsConnection at = link.present();
    calls
        .complete(
            "WFSUnlock",
            Xfs.WFS_UNLOCK_COMPLETE,
            at::handle,
            manager.settings().patience(),
            (timeOut, id) -> manager.api().WFSAsyncUnlock(at.handle(), manager.target(), id))
        .close();
  }
}
