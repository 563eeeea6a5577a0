package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.driver.xfs.Application.PATIENCE;
import static org.silverteller.driver.xfs.Application.echo;
import static org.silverteller.driver.xfs.Application.fwSafeDoor;
import static org.silverteller.driver.xfs.Application.hold;

import com.sun.jna.Pointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceStatus;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.Workshop;
import org.silverteller.simulator.xfs.XfsFault;

/** Services that are lost, crash, or are closed while somebody works with them. */
class ConnectionTest {

  private final List<Application> applications = new ArrayList<>();

  private Application pumped(String... services) throws Exception {
    Application application = Application.pumped(LayoutTable.V3_30, services);
    applications.add(application);
    return application;
  }

  private Application threaded(String... services) throws Exception {
    Application application = Application.threaded(services);
    applications.add(application);
    return application;
  }

  @AfterEach
  void nothing_is_left_unfreed_and_nothing_is_freed_twice() {
    for (Application application : applications) {
      application.close();
      application.settle();
      assertThat(application.unfreed()).as("results nobody freed").isZero();
      assertThat(application.workshop.manager().freedTwice()).as("freed twice").isZero();
    }
  }

  private static void lose(Application application, String service) {
    application.mischief().armInfo(service, Workshop.STATUS, XfsFault.CONNECTION_LOST);
    assertThatThrownBy(() -> fwSafeDoor(application.service(service)))
        .hasMessageContaining("WFS_ERR_CONNECTION_LOST");
  }

  // ---- lost and opened anew

  @Test
  void a_lost_service_is_opened_anew_at_the_next_request() throws Exception {
    Application application = pumped("CDM", "CDM2");
    XfsService service = application.service("CDM");
    List<String> back = new ArrayList<>();
    service.whenBack(() -> back.add("back"));
    lose(application, "CDM");

    assertThat(fwSafeDoor(service)).isEqualTo(3);

    assertThat(back).containsExactly("back");
    assertThat(fwSafeDoor(application.service("CDM2"))).isEqualTo(3);
  }

  @Test
  void events_reach_a_service_that_was_opened_anew_once_each() throws Exception {
    Application application = pumped("CDM");
    lose(application, "CDM");
    fwSafeDoor(application.service("CDM"));
    application.settle();

    application.workshop.deviceChanged("CDM");
    application.settle();

    assertThat(application.told).hasSize(1);
  }

  @Test
  void an_event_for_a_service_that_is_being_opened_anew_is_freed() throws Exception {
    Application application = pumped("CDM");
    lose(application, "CDM");
    application.workshop.deviceChanged("CDM");

    fwSafeDoor(application.service("CDM"));
    application.settle();

    assertThat(application.unfreed()).isZero();
  }

  @Test
  void a_service_that_does_not_come_back_is_tried_less_and_less_often() throws Exception {
    Application application = pumped("CDM");
    XfsService service = application.service("CDM");
    lose(application, "CDM");
    application.mischief().unplug("CDM");
    List<Long> tried = new ArrayList<>();
    long before = application.workshop.manager().opens();
    for (int second = 0; second < 200; second++) {
      assertThatThrownBy(() -> fwSafeDoor(service))
          .isInstanceOf(org.silverteller.driver.xfs.XfsFault.class);
      long now = application.workshop.manager().opens();
      if (now > before) {
        tried.add(application.time.elapsed().toSeconds());
        before = now;
      }
      application.time.pass(Duration.ofSeconds(1));
    }
    assertThat(tried).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);

    application.mischief().plugIn("CDM");
    application.time.pass(Duration.ofSeconds(60));
    assertThat(fwSafeDoor(service)).isEqualTo(3);
  }

  @Test
  void while_it_is_away_a_device_is_offline_and_never_an_exception() throws Exception {
    Application application = pumped("CDM");
    XfsDispenser dispenser = PitfallsTest.dispenser(application, event -> {});
    application.mischief().armInfo("CDM", Workshop.STATUS, XfsFault.CONNECTION_LOST);
    application.mischief().unplug("CDM");

    assertThat(dispenser.status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(dispenser.status()).isEqualTo(DeviceStatus.OFFLINE);
    application.mischief().plugIn("CDM");
    application.time.pass(Duration.ofSeconds(5));
    assertThat(dispenser.status()).isEqualTo(DeviceStatus.ONLINE);
  }

  @Test
  void our_own_lock_does_not_lock_us_out_after_a_loss() throws Exception {
    Application application = pumped("CDM");
    application.service("CDM").lock(PATIENCE);
    lose(application, "CDM");

    assertThat(echo(application.service("CDM"), 7)).containsExactly(7, 0);
  }

  @Test
  void a_late_fault_of_the_old_handle_does_not_lose_the_new_one() throws Exception {
    Application application = pumped("CDM");
    XfsService service = application.service("CDM");
    Requests.Pending old = hold(service);
    application.settle();
    lose(application, "CDM");
    application.workshop.fail("CDM", Xfs.WFS_ERR_CONNECTION_LOST);
    assertThat(fwSafeDoor(service)).isEqualTo(3);
    long opens = application.workshop.manager().opens();

    assertThatThrownBy(() -> service.finish(old, "HOLD", PATIENCE))
        .hasMessageContaining("WFS_ERR_CONNECTION_LOST");
    assertThat(fwSafeDoor(service)).isEqualTo(3);
    assertThat(application.workshop.manager().opens()).isEqualTo(opens);
  }

  @Test
  void a_service_that_opens_but_does_not_register_is_closed_again() throws Exception {
    Application application = Application.idle(LayoutTable.V3_30, "CDM");
    applications.add(application);
    application
        .mischief()
        .armConnection("CDM", Xfs.WFS_REGISTER_COMPLETE, XfsFault.CONNECTION_LOST);

    assertThatThrownBy(() -> application.open("CDM")).hasMessageContaining("WFSRegister");
    application.settle();

    assertThat(application.workshop.manager().handlesOpen()).isZero();
  }

  // ---- providers that crash

  @Test
  void a_provider_that_crashes_has_failed_the_request_and_nothing_else() throws Exception {
    for (Application application : List.of(pumped("CDM"), threaded("CDM"))) {
      XfsService service = application.service("CDM");

      assertThatThrownBy(() -> service.execute(Workshop.CRASH, Pointer.NULL, PATIENCE))
          .hasMessageContaining("WFS_ERR_SOFTWARE_ERROR");
      assertThat(echo(service, 7)).containsExactly(7, 0);
    }
  }

  // ---- cancelling

  @Test
  void who_waits_for_a_request_hears_that_another_thread_has_cancelled_it() throws Exception {
    Application application = threaded("CDM");
    XfsService service = application.service("CDM");
    for (int round = 0; round < 200; round++) {
      Requests.Pending request = hold(service);
      CompletableFuture<String> waiter =
          CompletableFuture.supplyAsync(() -> outcome(service, request));
      if (round % 2 == 0) {
        application.workshop.release("CDM", round);
      }
      service.cancel(request);

      assertThat(waiter.get(5, TimeUnit.SECONDS))
          .isIn("finished " + round, "HOLD: WFS_ERR_CANCELED (-4)");
    }
    Awaitility.await().until(() -> application.unfreed() == 0);
  }

  private static String outcome(XfsService service, Requests.Pending request) {
    try (XfsResult result = service.finish(request, "HOLD", PATIENCE)) {
      return "finished " + result.buffer().getInt(0);
    } catch (org.silverteller.driver.xfs.XfsFault fault) {
      return fault.getMessage().replace("CDM ", "");
    }
  }

  @Test
  void what_waits_behind_a_cancelled_command_goes_on() throws Exception {
    Application application = threaded("CDM");
    XfsService service = application.service("CDM");
    Requests.Pending request = hold(service);
    CompletableFuture<int[]> behind =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return echo(service, 9);
              } catch (org.silverteller.driver.xfs.XfsFault fault) {
                throw new IllegalStateException(fault);
              }
            });
    Awaitility.await().until(() -> application.workshop.ordered("CDM").contains(Workshop.HOLD));

    service.cancel(request);

    assertThat(behind.get(5, TimeUnit.SECONDS)).containsExactly(9, 0);
  }

  // ---- closing

  @Test
  void closing_ends_the_waiting_of_every_thread() throws Exception {
    Application application = threaded("CDM", "CDM2");
    XfsService one = application.service("CDM");
    XfsService two = application.service("CDM2");
    List<CompletableFuture<String>> waiters = List.of(waiting(one), waiting(two));
    Awaitility.await()
        .until(
            () ->
                application.workshop.ordered("CDM").contains(Workshop.HOLD)
                    && application.workshop.ordered("CDM2").contains(Workshop.HOLD));

    application.xfs.close();

    for (CompletableFuture<String> waiter : waiters) {
      assertThat(waiter.get(5, TimeUnit.SECONDS)).contains("WFS_ERR_CANCELED");
    }
    assertThatThrownBy(() -> fwSafeDoor(one)).hasMessageContaining("is closed");
  }

  private static CompletableFuture<String> waiting(XfsService service) throws Exception {
    Requests.Pending request = hold(service);
    return CompletableFuture.supplyAsync(() -> outcome(service, request));
  }

  @Test
  void closing_ends_even_what_the_manager_never_completes() throws Exception {
    Application application = threaded("CDM");
    application.mischief().arm("CDM", Workshop.HOLD, XfsFault.NO_COMPLETION);
    XfsService service = application.service("CDM");
    CompletableFuture<String> waiter = waiting(service);
    Awaitility.await().until(() -> application.workshop.ordered("CDM").contains(Workshop.HOLD));

    application.xfs.close();

    assertThat(waiter.get(5, TimeUnit.SECONDS)).contains("WFS_ERR_CANCELED");
  }

  @Test
  void what_the_manager_sends_after_closing_is_freed() throws Exception {
    Application application = pumped("CDM");
    XfsService service = application.service("CDM");
    Requests.Pending request = hold(service);
    application.settle();
    application.workshop.deviceChanged("CDM");

    application.xfs.close();
    application.settle();

    assertThat(request.completed()).isDone();
    assertThat(application.unfreed()).isZero();
    application.xfs.close();
  }

  @Test
  void nothing_begins_after_closing() throws Exception {
    Application application = pumped("CDM");
    application.xfs.close();

    assertThatThrownBy(() -> application.xfs.open("CDM"))
        .hasMessageContaining("WFS_ERR_NOT_STARTED");
  }
}
