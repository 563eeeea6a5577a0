package org.silverteller.simulator.xfs;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.function.IntSupplier;

/** The signatures of the functions that return at once. */
@SuppressWarnings("MemberName")
final class AsyncExports {

  interface StartUp extends Callback {
    int WFSStartUp(int versionsRequired, Pointer version);
  }

  interface NoArguments extends Callback {
    int WFSCleanUp();
  }

  interface OnePointer extends Callback {
    int call(Pointer argument);
  }

  interface AsyncOpen extends Callback {
    int WFSAsyncOpen(
        Pointer logicalName,
        Pointer app,
        Pointer appId,
        int traceLevel,
        int timeOut,
        Pointer service,
        Pointer window,
        int versionsRequired,
        Pointer serviceVersion,
        Pointer spiVersion,
        Pointer requestId);
  }

  interface OnService extends Callback {
    int call(short service, Pointer window, Pointer requestId);
  }

  interface OnEvents extends Callback {
    int call(short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId);
  }

  interface AsyncLock extends Callback {
    int WFSAsyncLock(short service, int timeOut, Pointer window, Pointer requestId);
  }

  interface Request extends Callback {
    int call(short service, int code, Pointer data, int timeOut, Pointer window, Pointer requestId);
  }

  interface Cancel extends Callback {
    int WFSCancelAsyncRequest(short service, int requestId);
  }

  private final Exports exports;
  private final AsyncFunctions manager;

  private AsyncExports(Exports exports, AsyncFunctions manager) {
    this.exports = exports;
    this.manager = manager;
  }

  static void export(Exports exports, AsyncFunctions manager) {
    AsyncExports functions = new AsyncExports(exports, manager);
    functions.manager();
    functions.services();
    functions.requests();
  }

  private void manager() {
    exports.export(
        "WFSStartUp",
        (StartUp)
            (versions, version) ->
                exports.guarded(() -> manager.startUp(versions, version), version));
    exports.export("WFSCleanUp", (NoArguments) () -> exports.guarded(manager::cleanUp));
    exports.export(
        "WFSCreateAppHandle",
        (OnePointer) app -> exports.guarded(() -> manager.createAppHandle(app), app));
    exports.export(
        "WFSDestroyAppHandle",
        (OnePointer) app -> exports.guarded(() -> manager.destroyAppHandle(app)));
    exports.export(
        "WFSFreeResult",
        (OnePointer) result -> Exports.guardedAnyTime(() -> manager.freeResult(result)));
  }

  private void services() {
    exports.export(
        "WFSAsyncOpen",
        (AsyncOpen)
            (name, app, appId, trace, timeOut, service, window, versions, served, spi, id) ->
                begun(
                    window,
                    () -> manager.open(name, versions, service, window, served, spi, id),
                    name,
                    service,
                    served,
                    spi,
                    id));
    exports.export(
        "WFSAsyncClose",
        (OnService)
            (service, window, id) -> begun(window, () -> manager.close(service, window, id), id));
    exports.export(
        "WFSAsyncRegister",
        (OnEvents)
            (service, classes, events, window, id) ->
                events == null
                    ? XfsNumbers.WFS_ERR_INVALID_HWNDREG
                    : begun(
                        window, () -> manager.register(service, classes, events, window, id), id));
    exports.export(
        "WFSAsyncDeregister",
        (OnEvents)
            (service, classes, events, window, id) ->
                begun(window, () -> manager.deregister(service, classes, events, window, id), id));
    exports.export(
        "WFSAsyncLock",
        (AsyncLock)
            (service, timeOut, window, id) ->
                begun(window, () -> manager.lock(service, window, id), id));
    exports.export(
        "WFSAsyncUnlock",
        (OnService)
            (service, window, id) -> begun(window, () -> manager.unlock(service, window, id), id));
  }

  private void requests() {
    exports.export(
        "WFSAsyncGetInfo",
        (Request)
            (service, category, query, timeOut, window, id) ->
                begun(window, () -> manager.getInfo(service, category, query, window, id), id));
    exports.export(
        "WFSAsyncExecute",
        (Request)
            (service, command, data, timeOut, window, id) ->
                begun(window, () -> manager.execute(service, command, data, window, id), id));
    exports.export(
        "WFSCancelAsyncRequest",
        (Cancel) (service, id) -> exports.guarded(() -> manager.cancel(service, id)));
  }

  /** What completes needs a window to complete to. */
  private int begun(Pointer window, IntSupplier function, Pointer... needed) {
    return window == null ? XfsNumbers.WFS_ERR_INVALID_HWND : exports.guarded(function, needed);
  }
}
