package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.silverteller.simulator.xfs.Mischief;
import org.silverteller.simulator.xfs.Workshop;
import org.silverteller.simulator.xfs.XfsFault;

/** Many requests under way at once, on a manager that works on threads of its own. */
class OverlapTest {

  private static final String[] SERVICES = {"CDM", "IDC", "PIN", "PTR", "SIU"};
  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 50;
  private static final List<XfsFault> HARMLESS =
      List.of(
          XfsFault.EARLY_COMPLETION,
          XfsFault.DUPLICATE_COMPLETION,
          XfsFault.STRAY_COMPLETION,
          XfsFault.UNKNOWN_EVENTS,
          XfsFault.EVENTS_WITHIN_CALL);

  /** A request, and the arena its number lies in until it is completed. */
  private record Sent(Requests.Pending request, XfsArena arena) {}

  @Test
  void ten_thousand_overlapping_requests_complete_in_order_and_none_is_lost() throws Exception {
    try (Application application = Application.threaded(SERVICES)) {
      List<List<int[]>> echoed = sendAll(application);

      for (List<int[]> ofService : echoed) {
        assertThat(ofService).hasSize(REQUESTS / SERVICES.length);
        for (int number = 0; number < ofService.size(); number++) {
          assertThat(ofService.get(number)).containsExactly(number, number);
        }
      }
      everythingIsFreed(application);
    }
  }

  @Test
  void nor_when_providers_complete_early_twice_or_for_nobody() throws Exception {
    try (Application application = Application.threaded(SERVICES)) {
      arm(application.mischief());

      List<List<int[]>> echoed = sendAll(application);

      for (List<int[]> ofService : echoed) {
        assertThat(ofService)
            .extracting(echo -> echo[0])
            .isSorted()
            .doesNotHaveDuplicates()
            .hasSize(REQUESTS / SERVICES.length);
      }
      everythingIsFreed(application);
    }
  }

  private static void arm(Mischief mischief) {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int fault = 0; fault < 400; fault++) {
      mischief.arm(
          SERVICES[random.nextInt(SERVICES.length)],
          Workshop.ECHO,
          HARMLESS.get(random.nextInt(HARMLESS.size())));
    }
  }

  private static void everythingIsFreed(Application application) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(application.unfreed()).isZero();
              assertThat(application.workshop.manager().freedTwice()).isZero();
            });
  }

  /** One thread for each service, and one that asks all of them all the time. */
  private static List<List<int[]>> sendAll(Application application) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SERVICES.length + 1);
    try {
      Future<Integer> asking = threads.submit(() -> ask(application));
      List<Future<List<int[]>>> sending = new ArrayList<>();
      for (String service : SERVICES) {
        sending.add(threads.submit(() -> send(application.service(service))));
      }
      List<List<int[]>> echoed = new ArrayList<>();
      for (Future<List<int[]>> each : sending) {
        echoed.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(asking.get(60, TimeUnit.SECONDS)).isPositive();
      return echoed;
    } finally {
      threads.shutdownNow();
    }
  }

  private static int ask(Application application) throws Exception {
    int right = 0;
    for (int round = 0; round < 200; round++) {
      for (String service : SERVICES) {
        right += Application.fwSafeDoor(application.service(service)) == 3 ? 1 : 0;
      }
    }
    return right;
  }

  /** Keeps many requests of one service under way, and finishes them in the order they began. */
  private static List<int[]> send(XfsService service) throws Exception {
    List<int[]> echoed = new ArrayList<>();
    Deque<Sent> under = new ArrayDeque<>();
    for (int number = 0; number < REQUESTS / SERVICES.length; number++) {
      XfsArena arena = service.arena();
      under.add(new Sent(service.begin(Workshop.ECHO, arena.dwords(number)), arena));
      if (under.size() == AT_ONCE) {
        echoed.add(finish(service, under.remove()));
      }
    }
    while (!under.isEmpty()) {
      echoed.add(finish(service, under.remove()));
    }
    return echoed;
  }

  private static int[] finish(XfsService service, Sent sent) throws Exception {
    try (XfsArena arena = sent.arena();
        XfsResult result = service.finish(sent.request(), "ECHO", Application.PATIENCE)) {
      assertThat(arena).isNotNull();
      return result.buffer().getIntArray(0, 2);
    }
  }
}
