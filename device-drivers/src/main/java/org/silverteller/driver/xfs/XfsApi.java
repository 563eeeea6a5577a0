package org.silverteller.driver.xfs;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

/**
 * The functions of the XFS manager that the bridge calls (CWA 16926-1, clause "Application
 * Programming Interface"). HSERVICE and WORD are 16 bits, DWORD, REQUESTID and HRESULT 32; each
 * method returns the HRESULT.
 */
@SuppressWarnings("MemberName")
final class XfsApi {

  private final Function startUp;
  private final Function cleanUp;
  private final Function createAppHandle;
  private final Function destroyAppHandle;
  private final Function asyncOpen;
  private final Function asyncClose;
  private final Function asyncRegister;
  private final Function asyncDeregister;
  private final Function asyncLock;
  private final Function asyncUnlock;
  private final Function asyncGetInfo;
  private final Function asyncExecute;
  private final Function cancelAsyncRequest;
  private final Function freeResult;

  XfsApi(FunctionTable functions) {
    startUp = functions.function("WFSStartUp");
    cleanUp = functions.function("WFSCleanUp");
    createAppHandle = functions.function("WFSCreateAppHandle");
    destroyAppHandle = functions.function("WFSDestroyAppHandle");
    asyncOpen = functions.function("WFSAsyncOpen");
    asyncClose = functions.function("WFSAsyncClose");
    asyncRegister = functions.function("WFSAsyncRegister");
    asyncDeregister = functions.function("WFSAsyncDeregister");
    asyncLock = functions.function("WFSAsyncLock");
    asyncUnlock = functions.function("WFSAsyncUnlock");
    asyncGetInfo = functions.function("WFSAsyncGetInfo");
    asyncExecute = functions.function("WFSAsyncExecute");
    cancelAsyncRequest = functions.function("WFSCancelAsyncRequest");
    freeResult = functions.function("WFSFreeResult");
  }

  int WFSStartUp(int versionsRequired, Pointer version) {
    return call(startUp, versionsRequired, version);
  }

  int WFSCleanUp() {
    return call(cleanUp);
  }

  int WFSCreateAppHandle(Pointer app) {
    return call(createAppHandle, app);
  }

  int WFSDestroyAppHandle(Pointer app) {
    return call(destroyAppHandle, app);
  }

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
      Pointer providerVersion,
      Pointer requestId) {
    return call(
        asyncOpen,
        logicalName,
        app,
        appId,
        traceLevel,
        timeOut,
        service,
        window,
        versionsRequired,
        serviceVersion,
        providerVersion,
        requestId);
  }

  int WFSAsyncClose(short service, Pointer window, Pointer requestId) {
    return call(asyncClose, service, window, requestId);
  }

  int WFSAsyncRegister(
      short service, int eventClass, Pointer eventWindow, Pointer window, Pointer requestId) {
    return call(asyncRegister, service, eventClass, eventWindow, window, requestId);
  }

  int WFSAsyncDeregister(
      short service, int eventClass, Pointer eventWindow, Pointer window, Pointer requestId) {
    return call(asyncDeregister, service, eventClass, eventWindow, window, requestId);
  }

  int WFSAsyncLock(short service, int timeOut, Pointer window, Pointer requestId) {
    return call(asyncLock, service, timeOut, window, requestId);
  }

  int WFSAsyncUnlock(short service, Pointer window, Pointer requestId) {
    return call(asyncUnlock, service, window, requestId);
  }

  int WFSAsyncGetInfo(
      short service, int category, Pointer query, int timeOut, Pointer window, Pointer requestId) {
    return call(asyncGetInfo, service, category, query, timeOut, window, requestId);
  }

  int WFSAsyncExecute(
      short service, int command, Pointer data, int timeOut, Pointer window, Pointer requestId) {
    return call(asyncExecute, service, command, data, timeOut, window, requestId);
  }

  /**
   * @param requestId 0 cancels everything of the service
   */
  int WFSCancelAsyncRequest(short service, int requestId) {
    return call(cancelAsyncRequest, service, requestId);
  }

  int WFSFreeResult(Pointer result) {
    return call(freeResult, result);
  }

  private static int call(Function function, Object... arguments) {
    return function.invokeInt(arguments);
  }
}
