package org.silverteller.simulator.xfs;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import java.util.function.IntSupplier;

/** The signatures of the functions that return when all is done, and of those about them. */
@SuppressWarnings("MemberName")
final class BlockingExports {

  interface Open extends Callback {
    int WFSOpen(
        Pointer logicalName,
        Pointer app,
        Pointer appId,
        int traceLevel,
        int timeOut,
        int versionsRequired,
        Pointer serviceVersion,
        Pointer spiVersion,
        Pointer service);
  }

  interface OnService extends Callback {
    int call(short service);
  }

  interface OnEvents extends Callback {
    int call(short service, int classes, Pointer eventWindow);
  }

  interface Lock extends Callback {
    int WFSLock(short service, int timeOut, Pointer result);
  }

  interface Request extends Callback {
    int call(short service, int code, Pointer data, int timeOut, Pointer result);
  }

  interface CancelBlocking extends Callback {
    int WFSCancelBlockingCall(int threadId);
  }

  interface SetHook extends Callback {
    int WFSSetBlockingHook(Pointer hook, Pointer previous);
  }

  interface NoArguments extends Callback {
    int call();
  }

  private final Exports exports;
  private final AsyncFunctions manager;
  private final BlockingCalls blocking;

  private BlockingExports(Exports exports, AsyncFunctions manager, BlockingCalls blocking) {
    this.exports = exports;
    this.manager = manager;
    this.blocking = blocking;
  }

  static void export(Exports exports, AsyncFunctions manager, BlockingCalls blocking) {
    BlockingExports functions = new BlockingExports(exports, manager, blocking);
    functions.services();
    functions.requests();
    functions.aboutBlocking();
  }

  private void services() {
    exports.export(
        "WFSOpen",
        (Open)
            (name, app, appId, trace, timeOut, versions, served, spi, service) ->
                exports.guarded(
                    () ->
                        blocking.open(
                            service,
                            timeOut,
                            (window, id) ->
                                manager.open(name, versions, service, window, served, spi, id)),
                    name,
                    served,
                    spi,
                    service));
    exports.export(
        "WFSClose",
        (OnService)
            service ->
                simple(
                    XfsNumbers.WFS_CLOSE_COMPLETE,
                    service,
                    (window, id) -> manager.close(service, window, id)));
    exports.export(
        "WFSRegister",
        (OnEvents)
            (service, classes, events) ->
                events == null
                    ? XfsNumbers.WFS_ERR_INVALID_HWNDREG
                    : simple(
                        XfsNumbers.WFS_REGISTER_COMPLETE,
                        service,
                        (window, id) -> manager.register(service, classes, events, window, id)));
    exports.export(
        "WFSDeregister",
        (OnEvents)
            (service, classes, events) ->
                simple(
                    XfsNumbers.WFS_DEREGISTER_COMPLETE,
                    service,
                    (window, id) -> manager.deregister(service, classes, events, window, id)));
    exports.export(
        "WFSLock",
        (Lock)
            (service, timeOut, result) ->
                withResult(
                    XfsNumbers.WFS_LOCK_COMPLETE,
                    service,
                    timeOut,
                    result,
                    (window, id) -> manager.lock(service, window, id)));
    exports.export(
        "WFSUnlock",
        (OnService)
            service ->
                simple(
                    XfsNumbers.WFS_UNLOCK_COMPLETE,
                    service,
                    (window, id) -> manager.unlock(service, window, id)));
  }

  private void requests() {
    exports.export(
        "WFSGetInfo",
        (Request)
            (service, category, query, timeOut, result) ->
                withResult(
                    XfsNumbers.WFS_GETINFO_COMPLETE,
                    service,
                    timeOut,
                    result,
                    (window, id) -> manager.getInfo(service, category, query, window, id)));
    exports.export(
        "WFSExecute",
        (Request)
            (service, command, data, timeOut, result) ->
                withResult(
                    XfsNumbers.WFS_EXECUTE_COMPLETE,
                    service,
                    timeOut,
                    result,
                    (window, id) -> manager.execute(service, command, data, window, id)));
  }

  private void aboutBlocking() {
    exports.export("WFSIsBlocking", (NoArguments) () -> blocking.underWay() ? 1 : 0);
    exports.export(
        "WFSCancelBlockingCall",
        (CancelBlocking) thread -> whenStarted(() -> blocking.cancel(thread)));
    exports.export(
        "WFSSetBlockingHook",
        (SetHook)
            (hook, previous) ->
                exports.guarded(
                    () -> whenStarted(() -> blocking.hook(hook, previous)), hook, previous));
    exports.export(
        "WFSUnhookBlockingHook",
        (NoArguments) () -> exports.guarded(() -> whenStarted(blocking::unhook)));
  }

  private int simple(int message, short service, BlockingCalls.Beginning beginning) {
    return exports.guarded(() -> blocking.call(message, service, beginning));
  }

  private int withResult(
      int message, short service, int timeOut, Pointer result, BlockingCalls.Beginning beginning) {
    return exports.guarded(
        () -> blocking.call(message, service, timeOut, result, beginning), result);
  }

  private int whenStarted(IntSupplier function) {
    return manager.started() ? function.getAsInt() : XfsNumbers.WFS_ERR_NOT_STARTED;
  }
}
