package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.ManagerThreads;
import org.silverteller.simulator.xfs.Mischief;
import org.silverteller.simulator.xfs.PumpedThreads;
import org.silverteller.simulator.xfs.Workshop;

/** The bridge over a workshop's manager, on one thread or as in the field. */
final class Application implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  final FakeTime time = new FakeTime();
  final Workshop workshop;
  final XfsManager xfs;
  final List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());
  private final PumpedThreads pumped;
  private final java.util.Optional<ManagerThreads> threads;
  private final Map<String, XfsService> services = new ConcurrentHashMap<>();

  private Application(Workshop workshop, boolean threaded) throws XfsFault {
    this.workshop = workshop;
    this.pumped = new PumpedThreads(workshop.manager(), time, time, () -> {});
    this.threads =
        threaded
            ? java.util.Optional.of(ManagerThreads.start(workshop.manager()))
            : java.util.Optional.empty();
    this.xfs =
        XfsManager.start(
            workshop.manager(),
            threaded ? new OwnThread() : pumped,
            XfsSettings.DEFAULT,
            DeliveryChoice.CALLBACK);
  }

  /** Whoever waits makes the manager work. */
  static Application pumped(LayoutTable version, String... services) throws XfsFault {
    return opened(new Application(new Workshop(version, services), false), services);
  }

  /** The manager works on its own threads. */
  static Application threaded(String... services) throws XfsFault {
    return opened(new Application(new Workshop(LayoutTable.V3_30, services), true), services);
  }

  /** As {@link #pumped}, with nothing open yet. */
  static Application idle(LayoutTable version, String... services) throws XfsFault {
    return new Application(new Workshop(version, services), false);
  }

  private static Application opened(Application application, String... services) throws XfsFault {
    for (String name : services) {
      application.open(name);
    }
    return application;
  }

  XfsService open(String name) throws XfsFault {
    XfsService service = xfs.open(name);
    service.listen(event -> told.add(name + " " + event));
    services.put(name, service);
    return service;
  }

  XfsService service(String name) {
    return services.get(name);
  }

  Mischief mischief() {
    return workshop.manager().mischief();
  }

  /** Lets the manager and the bridge do what is left to do. */
  void settle() {
    boolean worked = true;
    for (int step = 0; worked && step < 1_000; step++) {
      pumped.drain();
      worked = workshop.manager().step();
    }
  }

  int unfreed() {
    return workshop.manager().unfreed();
  }

  /** What a service echoes of a number: the number, and its place among all it has echoed. */
  static int[] echo(XfsService service, int number) throws XfsFault {
    try (XfsArena arena = service.arena();
        XfsResult result = service.execute(Workshop.ECHO, arena.dwords(number), PATIENCE)) {
      return result.buffer().getIntArray(0, 2);
    }
  }

  static int fwSafeDoor(XfsService service) throws XfsFault {
    try (XfsResult result = service.info(Workshop.STATUS)) {
      return result.as(Cdm.WFSCDMSTATUS, service.dialect()).word("fwSafeDoor");
    }
  }

  static Requests.Pending hold(XfsService service) throws XfsFault {
    return service.begin(Workshop.HOLD, Pointer.NULL);
  }

  @Override
  public void close() {
    xfs.close();
    threads.ifPresent(ManagerThreads::close);
  }
}
