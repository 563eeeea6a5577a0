package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong at the level of the API, armed service by service. May be used by any thread. */
public final class Mischief {

  /** No standard knows it. */
  public static final int VENDOR_CODE = -9_001;

  private static final int UNKNOWN_EVENT = 4_711;
  private static final long JUNK = 0x5EED;

  /** As long as a provider waits for SendMessage to return before it counts as stuck. */
  private static final long PATIENCE_MILLISECONDS = 2_000;

  /**
   * @param message the completion of the request that is meant, such as WFS_EXECUTE_COMPLETE
   * @param code its command or category; 0 for the manager's own requests
   */
  private record Armed(String service, int message, int code, XfsFault fault) {}

  /** A completion kept back until the application cancels. */
  private record Kept(XfsCall call, Pointer root) {
    record Key(OpenService service, int requestId) {}
  }

  /** How a message goes into the application. */
  interface Delivery {
    void deliver(Pointer window, int message, Pointer root);
  }

  private final List<Armed> armed = new ArrayList<>();
  private final Map<Kept.Key, Kept> kept = new LinkedHashMap<>();
  private final AtomicInteger deadlocks = new AtomicInteger();
  private final Set<String> unplugged = new HashSet<>();
  private final Set<Short> lost = new HashSet<>();

  /** The next of these commands at the service goes wrong so. */
  public void arm(String logicalName, int command, XfsFault fault) {
    arm(new Armed(logicalName, XfsNumbers.WFS_EXECUTE_COMPLETE, command, fault));
  }

  /** The next question for this category goes wrong so; commands have the same numbers. */
  public void armInfo(String logicalName, int category, XfsFault fault) {
    arm(new Armed(logicalName, XfsNumbers.WFS_GETINFO_COMPLETE, category, fault));
  }

  /**
   * The next of the manager's own requests for the service goes wrong so.
   *
   * @param completion the number of its completion, such as WFS_OPEN_COMPLETE
   */
  public void armConnection(String logicalName, int completion, XfsFault fault) {
    arm(new Armed(logicalName, completion, 0, fault));
  }

  private synchronized void arm(Armed next) {
    armed.add(next);
  }

  /** From now on the service cannot be opened, its device's cable being out. */
  public synchronized void unplug(String logicalName) {
    unplugged.add(logicalName);
  }

  public synchronized void plugIn(String logicalName) {
    unplugged.remove(logicalName);
  }

  synchronized boolean isUnplugged(String logicalName) {
    return unplugged.contains(logicalName);
  }

  public synchronized void disarm() {
    armed.clear();
    lost.clear();
    unplugged.clear();
  }

  private synchronized boolean strikes(XfsCall call, XfsFault fault) {
    String service = call.service().station().logicalName();
    return armed.remove(new Armed(service, call.message(), call.code(), fault));
  }

  /** What the call itself returns, without a request. */
  synchronized Optional<Integer> refuses(OpenService service) {
    return lost.contains(service.handle())
        ? Optional.of(XfsNumbers.WFS_ERR_CONNECTION_LOST)
        : Optional.empty();
  }

  /** How a request fails before its provider sees it. */
  Optional<Integer> fails(XfsCall call) {
    if (strikes(call, XfsFault.VENDOR_ERROR)) {
      return Optional.of(VENDOR_CODE);
    }
    if (strikes(call, XfsFault.TIME_OUT)) {
      return Optional.of(XfsNumbers.WFS_ERR_TIMEOUT);
    }
    if (strikes(call, XfsFault.LOCKED)) {
      return Optional.of(XfsNumbers.WFS_ERR_LOCKED);
    }
    if (strikes(call, XfsFault.CONNECTION_LOST)) {
      synchronized (this) {
        lost.add(call.service().handle());
      }
      return Optional.of(XfsNumbers.WFS_ERR_CONNECTION_LOST);
    }
    return Optional.empty();
  }

  /** What happens while the call that has begun a request is still under way. */
  void during(XfsCall call, Station station, Delivery delivery) {
    if (strikes(call, XfsFault.EVENTS_WITHIN_CALL)) {
      unknownEvents(call, delivery);
    }
    if (strikes(call, XfsFault.EARLY_COMPLETION)) {
      finish(call, station);
    }
    if (strikes(call, XfsFault.SENT_FROM_ELSEWHERE)) {
      sendFromElsewhere(() -> finish(call, station));
    }
  }

  private static void finish(XfsCall call, Station station) {
    while (!call.over() && station.step()) {}
  }

  private void sendFromElsewhere(Runnable work) {
    Thread provider = new Thread(work, "xfs-provider");
    provider.setDaemon(true);
    provider.start();
    try {
      provider.join(PATIENCE_MILLISECONDS);
      if (provider.isAlive()) {
        deadlocks.incrementAndGet();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often the application kept a provider from sending while it stood in a call itself. */
  public int deadlocks() {
    return deadlocks.get();
  }

  /** Brings a completion to the application, or what becomes of it. */
  void completing(XfsCall call, Pointer root, Heap heap, Delivery delivery) {
    if (strikes(call, XfsFault.NO_COMPLETION)) {
      heap.free(root);
      return;
    }
    if (strikes(call, XfsFault.LATE_COMPLETION)) {
      synchronized (this) {
        kept.put(new Kept.Key(call.service(), call.requestId()), new Kept(call, root));
      }
      return;
    }
    if (strikes(call, XfsFault.UNKNOWN_EVENTS)) {
      unknownEvents(call, delivery);
    }
    if (strikes(call, XfsFault.STRAY_COMPLETION)) {
      delivery.deliver(call.window(), call.message(), copy(call, -call.requestId()));
    }
    boolean twice = strikes(call, XfsFault.DUPLICATE_COMPLETION);
    NativeStructure result = new NativeStructure(root, "WFSRESULT", call.service().table());
    if (strikes(call, XfsFault.JUNK_BUFFER) && result.target("lpBuffer") == null) {
      result.target("lpBuffer", new Pointer(JUNK));
    }
    Optional<Pointer> second = twice ? Optional.of(copy(call, call.requestId())) : Optional.empty();
    delivery.deliver(call.window(), call.message(), root);
    second.ifPresent(again -> delivery.deliver(call.window(), call.message(), again));
  }

  private static Pointer copy(XfsCall call, int requestId) {
    XfsCall.Told told = call.toldApart();
    told.result(requestId, call.service().handle(), 0, call.code(), Pointer.NULL);
    return told.root();
  }

  private static void unknownEvents(XfsCall call, Delivery delivery) {
    OpenService service = call.service();
    for (int message :
        new int[] {
          XfsNumbers.WFS_EXECUTE_EVENT,
          XfsNumbers.WFS_SERVICE_EVENT,
          XfsNumbers.WFS_USER_EVENT,
          XfsNumbers.WFS_SYSTEM_EVENT
        }) {
      XfsCall.Told told = call.toldApart();
      told.result(call.requestId(), service.handle(), 0, UNKNOWN_EVENT, new Pointer(JUNK));
      delivery.deliver(service.eventWindow(), message, told.root());
    }
  }

  /**
   * Completions that were kept back come now.
   *
   * @param requestId 0 for all of the service
   */
  void canceled(OpenService service, int requestId, Delivery delivery) {
    List<Kept> late = new ArrayList<>();
    synchronized (this) {
      kept.entrySet()
          .removeIf(
              entry -> {
                Kept.Key key = entry.getKey();
                boolean meant =
                    key.service() == service && (requestId == 0 || key.requestId() == requestId);
                return meant && late.add(entry.getValue());
              });
    }
    late.forEach(
        each -> delivery.deliver(each.call().window(), each.call().message(), each.root()));
  }
}
