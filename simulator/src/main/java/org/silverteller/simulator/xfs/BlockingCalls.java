package org.silverteller.simulator.xfs;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The synchronous forms of requests (CWA 16926-1): a request whose completion comes to a window of
 * the manager's own, and whose caller waits for it. While it waits the thread's blocking hook runs,
 * and the thread may begin nothing else.
 */
final class BlockingCalls {

  /** How long what was cancelled may take to end. */
  private static final long END_NANOSECONDS = 200_000_000;

  private static final int NO_TIME_OUT = 0;

  /** The window of the manager's own; see the delivery by callback of an application. */
  interface Window extends Callback {
    void receive(Pointer window, int message, Pointer unused, Pointer result);
  }

  /** XFSBLOCKINGHOOK: whether it had something to do, and wants to be called again at once. */
  interface Hook extends Callback {
    int hook();
  }

  /** An asynchronous function, told where it completes and where it puts its request id. */
  @FunctionalInterface
  interface Beginning {
    int begin(Pointer window, Pointer requestId);
  }

  private final AsyncFunctions functions;
  private final BooleanSupplier work;
  private final Window own = this::completed;
  private final Pointer window = CallbackReference.getFunctionPointer(own);
  private final Hook nothing = () -> 0;
  private final Pointer defaultHook = CallbackReference.getFunctionPointer(nothing);
  private final Map<Integer, BlockingCall> underWay = new ConcurrentHashMap<>();
  private final Map<Integer, Pointer> hooks = new ConcurrentHashMap<>();

  /**
   * @param work does the next thing that was asked, where nobody else does it; whether there was
   *     one
   */
  BlockingCalls(AsyncFunctions functions, BooleanSupplier work) {
    this.functions = functions;
    this.work = work;
  }

  /** A completion; what no call waits for is freed. */
  private void completed(Pointer receiver, int message, Pointer unused, Pointer result) {
    if (underWay.values().stream().noneMatch(call -> call.take(message, result))) {
      functions.freeResult(result);
    }
  }

  // ---- calls

  /** Opens; what does not open leaves nothing open. */
  int open(Pointer service, int timeOut, Beginning beginning) {
    service.setShort(0, (short) 0);
    int code =
        call(
            XfsNumbers.WFS_OPEN_COMPLETE,
            () -> service.getShort(0),
            timeOut,
            beginning,
            Optional.empty());
    if (code != XfsNumbers.WFS_SUCCESS && service.getShort(0) != 0) {
      close(service.getShort(0));
    }
    return code;
  }

  private void close(short service) {
    try (Memory requestId = new Memory(Integer.BYTES)) {
      functions.close(service, window, requestId);
    }
  }

  /** A request that neither takes a time-out nor brings a result. */
  int call(int message, short service, Beginning beginning) {
    return call(message, () -> service, NO_TIME_OUT, beginning, Optional.empty());
  }

  /**
   * A request that brings a result.
   *
   * @param timeOut in milliseconds, without sign; 0 means for ever
   * @param result where the WFSRESULT goes, for the application to free; NULL where there is none
   */
  int call(int message, short service, int timeOut, Pointer result, Beginning beginning) {
    result.setPointer(0, Pointer.NULL);
    return call(message, () -> service, timeOut, beginning, Optional.of(result));
  }

  private int call(
      int message,
      Supplier<Short> service,
      int timeOut,
      Beginning beginning,
      Optional<Pointer> result) {
    try (Memory requestId = new Memory(Integer.BYTES)) {
      requestId.clear();
      BlockingCall call = new BlockingCall(message, service, requestId);
      int thread = NativeThread.current();
      underWay.put(thread, call);
      try {
        int refused = beginning.begin(window, requestId);
        if (refused != XfsNumbers.WFS_SUCCESS) {
          return refused;
        }
        await(call, timeOut);
      } finally {
        underWay.remove(thread, call);
      }
      return handOut(call.close(), result);
    }
  }

  private int handOut(BlockingCall.Ended ended, Optional<Pointer> wanted) {
    ended
        .result()
        .ifPresent(
            root ->
                wanted.ifPresentOrElse(
                    to -> to.setPointer(0, root), () -> functions.freeResult(root)));
    return ended.code();
  }

  private void await(BlockingCall call, int timeOut) {
    long began = System.nanoTime();
    long most = TimeUnit.MILLISECONDS.toNanos(Integer.toUnsignedLong(timeOut));
    while (!call.over()) {
      if (timeOut != NO_TIME_OUT && System.nanoTime() - began >= most) {
        call.wanted(XfsNumbers.WFS_ERR_TIMEOUT);
      }
      if (call.toBeEnded()) {
        end(call);
        return;
      }
      if (!work.getAsBoolean() && !hook()) {
        call.rest();
      }
    }
  }

  /** Cancels, and waits a little for what comes of it: the request may have ended well before. */
  private void end(BlockingCall call) {
    functions.cancel(call.service(), call.requestId());
    long began = System.nanoTime();
    while (!call.over() && System.nanoTime() - began < END_NANOSECONDS) {
      if (!work.getAsBoolean()) {
        call.rest();
      }
    }
  }

  private boolean hook() {
    Pointer hook = hooks.getOrDefault(NativeThread.current(), defaultHook);
    return !hook.equals(defaultHook) && Function.getFunction(hook).invokeInt(new Object[0]) != 0;
  }

  // ---- what a thread asks meanwhile

  /** Whether the calling thread waits in a call, and is here from its blocking hook. */
  boolean underWay() {
    return !underWay.isEmpty() && underWay.containsKey(NativeThread.current());
  }

  /**
   * Ends the call in which a thread waits.
   *
   * @param threadId as the system numbers it; 0 for the calling thread
   */
  int cancel(int threadId) {
    BlockingCall call = underWay.get(threadId == 0 ? NativeThread.current() : threadId);
    if (call == null) {
      return XfsNumbers.WFS_ERR_NO_BLOCKING_CALL;
    }
    call.wanted(XfsNumbers.WFS_ERR_CANCELED);
    return XfsNumbers.WFS_SUCCESS;
  }

  /**
   * @param previous where the hook goes that the calling thread had
   */
  int hook(Pointer hook, Pointer previous) {
    Pointer before = hooks.put(NativeThread.current(), hook);
    previous.setPointer(0, before == null ? defaultHook : before);
    return XfsNumbers.WFS_SUCCESS;
  }

  int unhook() {
    hooks.remove(NativeThread.current());
    return XfsNumbers.WFS_SUCCESS;
  }

  /** The results of what is waited for are gone. */
  void powerLost() {
    underWay.values().forEach(BlockingCall::lost);
  }
}
