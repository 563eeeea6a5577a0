package org.silverteller.simulator.xfs;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

/** Brings completions and events into the applications, as window procedures would be called. */
final class Outbox implements XfsCall.Desk {

  private final Heap heap;
  private final Mischief mischief;

  Outbox(Heap heap, Mischief mischief) {
    this.heap = heap;
    this.mischief = mischief;
  }

  @Override
  public void completed(XfsCall call, int hResult, Pointer root) {
    mischief.completing(call, root, heap, this::deliver);
  }

  @Override
  public void event(XfsCall call, int message, int eventId, Pointer root) {
    OpenService service = call.service();
    if (service.wants(XfsNumbers.EXECUTE_EVENTS)) {
      deliver(service.eventWindow(), message, root);
    } else {
      heap.free(root);
    }
  }

  /** Tells every application that has the station open and wants such events. */
  void tell(Station station, int message, int eventId, VirtualXfsManager.Telling telling) {
    int eventClass =
        switch (message) {
          case XfsNumbers.WFS_SERVICE_EVENT -> XfsNumbers.SERVICE_EVENTS;
          case XfsNumbers.WFS_USER_EVENT -> XfsNumbers.USER_EVENTS;
          default -> XfsNumbers.SYSTEM_EVENTS;
        };
    for (OpenService service : station.open()) {
      if (service.wants(eventClass)) {
        XfsCall.Told told = new XfsCall.Told(heap, service.table(), service.charset());
        Pointer buffer = telling.told(told);
        told.result(0, service.handle(), 0, eventId, buffer);
        deliver(service.eventWindow(), message, told.root());
      }
    }
  }

  /** Completions that were kept back come now. */
  void canceled(OpenService service, int requestId) {
    mischief.canceled(service, requestId, this::deliver);
  }

  /** What goes wrong while the call that has begun a request is still under way. */
  void during(XfsCall call) {
    mischief.during(call, call.service().station(), this::deliver);
  }

  private void deliver(Pointer window, int message, Pointer root) {
    Function.getFunction(window).invokeVoid(new Object[] {window, message, null, root});
  }
}
