package org.silverteller.simulator.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;

/**
 * The manager's functions as C function pointers, by the standard's names. An application reaches
 * them as it reaches those of a shared library.
 */
@SuppressWarnings("MemberName")
final class Exports {

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
    int call(
        short service, int code, Pointer data, int timeOut, Pointer window, Pointer requestId);
  }

  interface Cancel extends Callback {
    int WFSCancelAsyncRequest(short service, int requestId);
  }

  private final Map<String, Callback> callbacks = new HashMap<>();

  Exports(Functions manager) {
    export("WFSStartUp", (StartUp) manager::startUp);
    export("WFSCleanUp", (NoArguments) manager::cleanUp);
    export("WFSCreateAppHandle", (OnePointer) manager::createAppHandle);
    export("WFSDestroyAppHandle", (OnePointer) manager::destroyAppHandle);
    export(
        "WFSAsyncOpen",
        (AsyncOpen)
            (name, app, appId, trace, timeOut, service, window, versions, served, spi, id) ->
                manager.open(name, versions, service, window, served, spi, id));
    export("WFSAsyncClose", (OnService) manager::close);
    export("WFSAsyncRegister", (OnEvents) manager::register);
    export("WFSAsyncDeregister", (OnEvents) manager::deregister);
    export(
        "WFSAsyncLock",
        (AsyncLock) (service, timeOut, window, id) -> manager.lock(service, window, id));
    export("WFSAsyncUnlock", (OnService) manager::unlock);
    export(
        "WFSAsyncGetInfo",
        (Request)
            (service, category, query, timeOut, window, id) ->
                manager.getInfo(service, category, query, window, id));
    export(
        "WFSAsyncExecute",
        (Request)
            (service, command, data, timeOut, window, id) ->
                manager.execute(service, command, data, window, id));
    export("WFSCancelAsyncRequest", (Cancel) manager::cancel);
    export("WFSFreeResult", (OnePointer) manager::freeResult);
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
