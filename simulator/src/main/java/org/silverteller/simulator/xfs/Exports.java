package org.silverteller.simulator.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The manager's functions as C function pointers, by the standard's names. An application reaches
 * them as it reaches those of a shared library.
 */
@SuppressWarnings("MemberName")
final class Exports {

  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

  /** What the manager does for each function; each answers with an HRESULT. */
  interface Functions {
    int startUp(int versionsRequired, Pointer version);

    int cleanUp();

    int createAppHandle(Pointer app);

    int destroyAppHandle(Pointer app);

    int open(
        Pointer logicalName,
        int versionsRequired,
        Pointer service,
        Pointer window,
        Pointer serviceVersion,
        Pointer spiVersion,
        Pointer requestId);

    int close(short service, Pointer window, Pointer requestId);

    int register(
        short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId);

    int deregister(
        short service, int classes, Pointer eventWindow, Pointer window, Pointer requestId);

    int lock(short service, Pointer window, Pointer requestId);

    int unlock(short service, Pointer window, Pointer requestId);

    int getInfo(short service, int category, Pointer query, Pointer window, Pointer requestId);

    int execute(short service, int command, Pointer data, Pointer window, Pointer requestId);

    int cancel(short service, int requestId);

    int freeResult(Pointer result);
  }

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

  private final Map<String, Callback> callbacks = new HashMap<>();

  Exports(Functions manager) {
    export(
        "WFSStartUp",
        (StartUp) (versions, version) -> guarded(() -> manager.startUp(versions, version)));
    export("WFSCleanUp", (NoArguments) () -> guarded(manager::cleanUp));
    export("WFSCreateAppHandle", (OnePointer) app -> guarded(() -> manager.createAppHandle(app)));
    export("WFSDestroyAppHandle", (OnePointer) app -> guarded(() -> manager.destroyAppHandle(app)));
    export(
        "WFSAsyncOpen",
        (AsyncOpen)
            (name, app, appId, trace, timeOut, service, window, versions, served, spi, id) ->
                guarded(() -> manager.open(name, versions, service, window, served, spi, id)));
    export(
        "WFSAsyncClose",
        (OnService) (service, window, id) -> guarded(() -> manager.close(service, window, id)));
    export(
        "WFSAsyncRegister",
        (OnEvents)
            (service, classes, events, window, id) ->
                guarded(() -> manager.register(service, classes, events, window, id)));
    export(
        "WFSAsyncDeregister",
        (OnEvents)
            (service, classes, events, window, id) ->
                guarded(() -> manager.deregister(service, classes, events, window, id)));
    export(
        "WFSAsyncLock",
        (AsyncLock)
            (service, timeOut, window, id) -> guarded(() -> manager.lock(service, window, id)));
    export(
        "WFSAsyncUnlock",
        (OnService) (service, window, id) -> guarded(() -> manager.unlock(service, window, id)));
    export(
        "WFSAsyncGetInfo",
        (Request)
            (service, category, query, timeOut, window, id) ->
                guarded(() -> manager.getInfo(service, category, query, window, id)));
    export(
        "WFSAsyncExecute",
        (Request)
            (service, command, data, timeOut, window, id) ->
                guarded(() -> manager.execute(service, command, data, window, id)));
    export(
        "WFSCancelAsyncRequest",
        (Cancel) (service, id) -> guarded(() -> manager.cancel(service, id)));
    export("WFSFreeResult", (OnePointer) result -> guarded(() -> manager.freeResult(result)));
  }

  /** Nothing may be thrown into the application's stack. */
  private static int guarded(IntSupplier function) {
    try {
      return function.getAsInt();
    } catch (RuntimeException bug) {
      LOG.error("the virtual XFS manager has failed", bug);
      return XfsNumbers.WFS_ERR_INTERNAL_ERROR;
    }
  }

  private void export(String name, Callback function) {
    callbacks.put(name, function);
  }

  /**
   * @throws UnsatisfiedLinkError when there is no such function, as of a shared library
   */
  Function function(String name) {
    Callback callback = callbacks.get(name);
    if (callback == null) {
      throw new UnsatisfiedLinkError(name + " is not exported by the virtual XFS manager");
    }
    return Function.getFunction(CallbackReference.getFunctionPointer(callback));
  }
}
