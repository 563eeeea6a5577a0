package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.driver.xfs.Application.PATIENCE;
import static org.silverteller.driver.xfs.Application.echo;
import static org.silverteller.driver.xfs.Application.fwSafeDoor;
import static org.silverteller.driver.xfs.Application.hold;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.Mischief;
import org.silverteller.simulator.xfs.Workshop;
import org.silverteller.simulator.xfs.XfsFault;

/** The fifteen things a bridge to XFS must get right, as service providers in the field do them. */
class PitfallsTest {

  private final List<Application> applications = new ArrayList<>();

  private Application application(LayoutTable version, String... services) throws Exception {
    return closing(Application.pumped(version, services));
  }

  private Application application(String... services) throws Exception {
    return application(LayoutTable.V3_30, services);
  }

  private Application closing(Application application) {
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

  // ---- 1 and 2: any manager, any platform

  @Test
  void a_manager_is_found_by_its_name_and_a_missing_one_is_named() {
    assertThat(FunctionTable.ofLibrary("c").function("abs").invokeInt(new Object[] {-7}))
        .isEqualTo(7);
    assertThatThrownBy(() -> FunctionTable.ofLibrary("no-such-msxfs"))
        .isInstanceOf(UnsatisfiedLinkError.class)
        .hasMessageContaining("no-such-msxfs");
  }

  @Test
  void winapi_is_stdcall_on_x86_windows_alone() {
    assertThat(FunctionTable.convention(true, false)).isEqualTo(Function.ALT_CONVENTION);
    assertThat(FunctionTable.convention(true, true)).isEqualTo(Function.C_CONVENTION);
    assertThat(FunctionTable.convention(false, false)).isEqualTo(Function.C_CONVENTION);
    assertThat(FunctionTable.convention(false, true)).isEqualTo(Function.C_CONVENTION);
  }

  // ---- 3: packed, and 32-bit numbers everywhere

  @Test
  void a_result_is_packed_and_its_numbers_are_as_wide_as_the_standard_has_them() throws Exception {
    Application application = application("CDM");
    try (Memory packed = new Memory(30L + Native.POINTER_SIZE)) {
      packed.clear();
      packed.setInt(0, -2);
      packed.setShort(4, (short) 0x8001);
      packed.setInt(22, Xfs.WFS_ERR_HARDWARE_ERROR);
      packed.setInt(26, 302);
      packed.setPointer(30, packed);

      XfsResult result = new XfsResult(application.xfs.api(), Xfs.WFS_EXECUTE_COMPLETE, packed);

      assertThat(result.key())
          .isEqualTo(new Requests.Key((short) 0x8001, -2, Xfs.WFS_EXECUTE_COMPLETE));
      assertThat(result.hResult()).isEqualTo(-14);
      assertThat(result.code()).isEqualTo(302);
      assertThat(result.buffer()).isEqualTo(packed);
    }
  }

  // ---- 4: structures of the version that was negotiated

  @Test
  void nothing_is_read_behind_the_structures_of_an_old_provider() throws Exception {
    XfsService old = application(LayoutTable.V3_00, "CDM").service("CDM");

    try (XfsResult result = old.info(Workshop.STATUS)) {
      XfsRecord status = result.as(Cdm.WFSCDMSTATUS, old.dialect());
      assertThat(status.word("fwSafeDoor")).isEqualTo(3);
      assertThat(status.wordIfAny("wDevicePosition")).isEmpty();
      assertThat(status.list("lppPositions", Cdm.WFSCDMOUTPOS)).hasSize(2);
      assertThatThrownBy(() -> result.as(Cdm.WFSCDMITEMNUMBERLIST, old.dialect()))
          .isInstanceOf(org.silverteller.driver.xfs.XfsFault.Malformed.class)
          .hasMessage("WFSCDMITEMNUMBERLIST came with 3.20: the service speaks 3.00");
    }
  }

  @Test
  void what_a_new_provider_has_more_is_read() throws Exception {
    XfsService fresh = application(LayoutTable.V3_30, "CDM").service("CDM");

    try (XfsResult result = fresh.info(Workshop.STATUS)) {
      assertThat(result.as(Cdm.WFSCDMSTATUS, fresh.dialect()).wordIfAny("wDevicePosition"))
          .hasValue(0x1234);
    }
  }

  // ---- 5: every result is freed

  @Test
  void every_result_is_freed_whatever_it_says() throws Exception {
    Application application = application("CDM");
    XfsService service = application.service("CDM");
    for (int round = 0; round < 500; round++) {
      assertThat(fwSafeDoor(service)).isEqualTo(3);
      assertThatThrownBy(() -> service.info(999)).hasMessageContaining("UNSUPP_COMMAND");
      application.workshop.deviceChanged("CDM");
    }
    application.settle();

    assertThat(application.unfreed()).isZero();
    assertThat(application.told).hasSize(500);
  }

  @Test
  void a_listener_that_fails_loses_neither_the_result_nor_the_events_to_come() throws Exception {
    Application application = application("CDM");
    AtomicInteger heard = new AtomicInteger();
    application
        .service("CDM")
        .listen(
            event -> {
              if (heard.incrementAndGet() == 1) {
                throw new IllegalStateException("a listener that fails, as wanted");
              }
            });

    application.workshop.deviceChanged("CDM");
    application.workshop.deviceChanged("CDM");
    application.settle();

    assertThat(heard).hasValue(2);
    assertThat(application.unfreed()).isZero();
  }

  // ---- 6: junk in lpBuffer

  @Test
  void junk_with_the_completions_of_opening_and_registering_is_not_looked_at() throws Exception {
    Application application = closing(Application.idle(LayoutTable.V3_30, "CDM"));
    application.mischief().armConnection("CDM", Xfs.WFS_OPEN_COMPLETE, XfsFault.JUNK_BUFFER);
    application.mischief().armConnection("CDM", Xfs.WFS_REGISTER_COMPLETE, XfsFault.JUNK_BUFFER);

    assertThat(fwSafeDoor(application.open("CDM"))).isEqualTo(3);
  }

  @Test
  void junk_with_a_command_that_returns_nothing_is_not_looked_at() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Cdm.WFS_CMD_CDM_RESET, XfsFault.JUNK_BUFFER);

    application.service("CDM").execute(Cdm.WFS_CMD_CDM_RESET, Pointer.NULL, PATIENCE).close();

    assertThat(application.workshop.ordered("CDM")).containsExactly(Cdm.WFS_CMD_CDM_RESET);
  }

  // ---- 7: ids repeat

  @Test
  void a_completion_goes_to_the_service_it_names_though_ids_repeat() throws Exception {
    Application application = application("CDM", "CDM2");
    Requests.Pending one = hold(application.service("CDM"));
    Requests.Pending two = hold(application.service("CDM2"));
    application.settle();
    assertThat(one.key().requestId()).isEqualTo(two.key().requestId());

    application.workshop.release("CDM2", 22);
    application.workshop.release("CDM", 11);

    assertThat(released(application.service("CDM"), one)).isEqualTo(11);
    assertThat(released(application.service("CDM2"), two)).isEqualTo(22);
  }

  private static int released(XfsService service, Requests.Pending request) throws Exception {
    try (XfsResult result = service.finish(request, "HOLD", PATIENCE)) {
      return result.buffer().getInt(0);
    }
  }

  @Test
  void a_question_and_a_command_of_one_id_are_told_apart() {
    List<XfsResult> strays = new ArrayList<>();
    Requests requests = new Requests(strays::add);
    try (Memory memory = new Memory(30L + Native.POINTER_SIZE)) {
      memory.clear();
      memory.setInt(0, 5);
      Requests.Pending question = begun(requests, Xfs.WFS_GETINFO_COMPLETE, 5);
      Requests.Pending command = begun(requests, Xfs.WFS_EXECUTE_COMPLETE, 5);

      requests.arrived(new XfsResult(null, Xfs.WFS_EXECUTE_COMPLETE, memory));

      assertThat(command.completed()).isDone();
      assertThat(question.completed()).isNotDone();
      assertThat(strays).isEmpty();
    }
  }

  private static Requests.Pending begun(Requests requests, int message, int id) {
    try {
      return requests.begin(
          message,
          () -> (short) 0,
          requestId -> {
            requestId.setInt(0, id);
            return 0;
          });
    } catch (Requests.Refused refused) {
      throw new AssertionError(refused);
    }
  }

  // ---- 8: completions early, late, twice, for nobody

  @Test
  void a_completion_before_its_id_is_known_is_not_lost() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.EARLY_COMPLETION);

    assertThat(echo(application.service("CDM"), 42)).containsExactly(42, 0);
    assertThat(application.time.elapsed()).isZero();
  }

  @Test
  void a_completion_after_everybody_gave_up_is_freed_and_answers_nothing_else() throws Exception {
    Application application = application("CDM");
    XfsService service = application.service("CDM");
    Requests.Pending forgotten = hold(service);
    application.settle();
    application.xfs.watchdog().giveUp(forgotten);

    application.workshop.release("CDM", 1);

    assertThat(echo(service, 2)).containsExactly(2, 1);
    application.settle();
    assertThat(application.unfreed()).isZero();
  }

  @Test
  void a_completion_that_comes_only_when_it_is_cancelled_is_still_the_answer() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.LATE_COMPLETION);

    assertThat(echo(application.service("CDM"), 42)).containsExactly(42, 0);
    assertThat(application.time.elapsed()).isEqualTo(PATIENCE.plus(Watchdog.GRACE));
  }

  @Test
  void a_second_completion_and_one_for_nobody_are_freed() throws Exception {
    Application application = application("CDM");
    XfsService service = application.service("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.DUPLICATE_COMPLETION);
    assertThat(echo(service, 1)).containsExactly(1, 0);
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.STRAY_COMPLETION);

    assertThat(echo(service, 2)).containsExactly(2, 1);

    application.settle();
    assertThat(application.unfreed()).isZero();
  }

  @Test
  void a_completion_from_before_the_call_is_no_answer_to_a_request_of_the_same_id() {
    List<XfsResult> strays = new ArrayList<>();
    Requests requests = new Requests(strays::add);
    try (Memory memory = new Memory(30L + Native.POINTER_SIZE)) {
      memory.clear();
      memory.setInt(0, 5);
      XfsResult stale = new XfsResult(null, Xfs.WFS_EXECUTE_COMPLETE, memory);
      List<Requests.Pending> inner = new ArrayList<>();
      try {
        requests.begin(
            Xfs.WFS_EXECUTE_COMPLETE,
            () -> (short) 0,
            outerId -> {
              outerId.setInt(0, 4);
              requests.arrived(stale);
              inner.add(begun(requests, Xfs.WFS_EXECUTE_COMPLETE, 5));
              return 0;
            });
      } catch (Requests.Refused refused) {
        throw new AssertionError(refused);
      }

      assertThat(inner.get(0).completed()).isNotDone();
      assertThat(strays).containsExactly(stale);
    }
  }

  // ---- 9: SendMessage

  @Test
  void a_provider_may_send_while_a_call_of_ours_is_under_way() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.EVENTS_WITHIN_CALL);
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.SENT_FROM_ELSEWHERE);

    assertThat(echo(application.service("CDM"), 42)).containsExactly(42, 0);

    application.settle();
    assertThat(application.mischief().deadlocks()).isZero();
    assertThat(application.told).hasSize(4);
  }

  @Test
  void a_listener_works_when_the_provider_has_been_let_go() throws Exception {
    Application application = application("CDM");
    XfsService service = application.service("CDM");
    List<String> heard = new ArrayList<>();
    service.listen(event -> heard.add("listener"));

    application.workshop.deviceChanged("CDM");
    heard.add("provider");
    application.settle();

    assertThat(heard).containsExactly("provider", "listener");
  }

  @Test
  void a_window_takes_what_brings_a_result_and_leaves_the_rest_to_the_system() {
    List<Integer> taken = new ArrayList<>();
    Intake intake =
        new Intake(
            (message, result) -> {
              taken.add(message);
              throw new IllegalStateException("a sink that fails, as wanted");
            });
    try (Memory memory = new Memory(8)) {
      for (int message = 0; message < 2_000; message++) {
        assertThat(intake.take(message, memory))
            .as("message %d", message)
            .isEqualTo(
                (message >= 1025 && message <= 1032) || (message >= 1044 && message <= 1047));
      }
      assertThat(taken)
          .containsExactly(1025, 1026, 1027, 1028, 1029, 1030, 1031, 1032, 1044, 1045, 1046, 1047);
      assertThat(intake.take(Xfs.WFS_OPEN_COMPLETE, new Pointer(0))).isTrue();
      assertThat(intake.take(Xfs.WFS_OPEN_COMPLETE, Pointer.NULL)).isTrue();
      assertThat(taken).hasSize(12);
    }
  }

  // ---- 10: providers that never complete

  @Test
  void a_request_that_never_completes_is_cancelled_and_given_up() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.NO_COMPLETION);

    assertThatThrownBy(() -> echo(application.service("CDM"), 1))
        .isInstanceOf(org.silverteller.driver.xfs.XfsFault.NeverEnded.class)
        .hasMessageContaining("WFS_ERR_TIMEOUT");
    assertThat(application.time.elapsed())
        .isEqualTo(PATIENCE.plus(Watchdog.GRACE).plus(Watchdog.GRACE));
    assertThat(echo(application.service("CDM"), 2)).containsExactly(2, 1);
  }

  @Test
  void the_input_of_a_command_that_was_given_up_stays_for_its_provider() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.NO_COMPLETION);
    XfsService service = application.service("CDM");
    com.sun.jna.Pointer input;
    try (XfsArena arena = service.arena()) {
      input = arena.text("still to be read");
      assertThatThrownBy(() -> echo(service, 1))
          .isInstanceOf(org.silverteller.driver.xfs.XfsFault.NeverEnded.class);
    }
    assertThat(input.getString(0)).isEqualTo("still to be read");
  }

  @Test
  void a_command_that_waits_for_a_person_is_cancelled_at_its_provider() throws Exception {
    Application application = application("CDM");
    XfsService service = application.service("CDM");
    Requests.Pending request = hold(service);
    application.settle();

    service.cancel(request);

    assertThat(echo(service, 2)).containsExactly(2, 0);
    assertThat(application.unfreed()).isZero();
  }

  @Test
  void no_provider_is_told_to_wait_for_ever_because_the_time_is_short() {
    List<Integer> told = new ArrayList<>();
    XfsCalls calls = new XfsCalls("CDM", new Requests(stray -> {}), null, handle -> {});
    for (Duration patience :
        List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofMillis(7), Duration.ofDays(999))) {
      assertThatThrownBy(
              () ->
                  calls.complete(
                      "WFSExecute",
                      Xfs.WFS_EXECUTE_COMPLETE,
                      () -> (short) 1,
                      patience,
                      (timeOut, id) -> {
                        told.add(timeOut);
                        return Xfs.WFS_ERR_INTERNAL_ERROR;
                      }))
          .hasMessageContaining("WFS_ERR_INTERNAL_ERROR");
    }

    assertThat(told).containsExactly(1, 1, 7, Integer.MAX_VALUE);
  }

  // ---- 11: lists and extras

  @Test
  void a_list_ends_at_null_or_where_its_length_says() throws Exception {
    XfsService service = application("CDM").service("CDM");

    try (XfsResult result = service.info(Workshop.CASH_UNIT_INFO)) {
      XfsRecord units = result.as(Cdm.WFSCDMCUINFO, service.dialect());
      assertThat(units.list("lppList", Cdm.WFSCDMCASHUNIT, units.word("usCount"))).hasSize(1);
    }
    try (XfsResult result = service.info(Workshop.STATUS)) {
      assertThat(
              result.as(Cdm.WFSCDMSTATUS, service.dialect()).list("lppPositions", Cdm.WFSCDMOUTPOS))
          .extracting(position -> position.word("fwPosition"))
          .containsExactly(4, 8);
    }
  }

  @Test
  void the_cash_units_of_a_dispenser_are_read_by_their_count() throws Exception {
    Application application = application("CDM");

    assertThat(dispenser(application, event -> {}).cashUnits())
        .singleElement()
        .satisfies(unit -> assertThat(unit.denomination().yuan()).isEqualTo(100));
  }

  @Test
  void extras_are_kept_and_none_is_no_fault() throws Exception {
    XfsService service = application("CDM").service("CDM");

    try (XfsResult result = service.info(Workshop.STATUS)) {
      assertThat(result.as(Cdm.WFSCDMSTATUS, service.dialect()).extra("lpszExtra"))
          .containsEntry("厂商", "测试")
          .containsEntry("Empty", "")
          .containsEntry("Alone", "");
    }
    try (XfsResult result = service.info(Cdm.WFS_INF_CDM_CAPABILITIES)) {
      assertThat(result.as(Cdm.WFSCDMCAPS, service.dialect()).extra("lpszExtra")).isEmpty();
    }
  }

  // ---- 12: charsets

  @Test
  void text_is_in_the_charset_of_the_provider_and_arrays_need_no_nul() throws Exception {
    XfsService service = application("CDM").service("CDM");

    try (XfsResult result = service.info(Workshop.CASH_UNIT_INFO)) {
      XfsRecord units = result.as(Cdm.WFSCDMCUINFO, service.dialect());
      XfsRecord unit = units.list("lppList", Cdm.WFSCDMCASHUNIT, 1).get(0);
      assertThat(unit.text("lpszCashUnitName")).isEqualTo("一号钞箱");
      assertThat(unit.chars("cUnitID")).isEqualTo("钞箱1");
      assertThat(unit.chars("cCurrencyID")).isEqualTo("CNY");
      assertThat(unit.ulong("ulMinimum")).isEqualTo(4_294_967_294L);
    }
    assertThat(service.dialect().charset()).isEqualTo(Charset.forName("GBK"));
  }

  // ---- 13: versions and codes

  @Test
  void the_version_of_each_service_is_negotiated() throws Exception {
    assertThat(application(LayoutTable.V3_00, "CDM").service("CDM").version()).isEqualTo(0x0003);
    assertThat(application(LayoutTable.V3_10, "CDM").service("CDM").version()).isEqualTo(0x0A03);
    assertThat(application(LayoutTable.V3_20, "CDM").service("CDM").version()).isEqualTo(0x1403);
    Application newest = application(LayoutTable.V3_30, "CDM");
    assertThat(newest.service("CDM").version()).isEqualTo(0x1E03);
    assertThat(newest.xfs.version()).isEqualTo(0x1E03);
  }

  @Test
  void a_service_too_old_for_the_settings_is_refused_by_name() {
    Workshop workshop = new Workshop(LayoutTable.V3_00, "CDM");
    FakeTime time = new FakeTime();
    XfsSettings newer =
        new XfsSettings(
            "Silverteller",
            Charset.forName("GBK"),
            XfsVersion.V3_20,
            XfsVersion.V3_30,
            Duration.ofSeconds(10));

    assertThatThrownBy(
            () ->
                XfsManager.start(
                        workshop.manager(),
                        new org.silverteller.simulator.xfs.PumpedThreads(
                            workshop.manager(), time, time, () -> {}),
                        newer,
                        DeliveryChoice.CALLBACK)
                    .open("CDM"))
        .hasMessage("CDM WFSOpen: WFS_ERR_SRVC_VER_TOO_HIGH (-46)");
  }

  @Test
  void a_vendors_code_is_kept_as_the_number_it_is() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.VENDOR_ERROR);

    assertThatThrownBy(() -> echo(application.service("CDM"), 1))
        .hasMessage("CDM command 391: error -9001")
        .satisfies(
            fault ->
                assertThat(((org.silverteller.driver.xfs.XfsFault) fault).code())
                    .isEqualTo(Mischief.VENDOR_CODE));
  }

  @Test
  void a_vendors_code_is_a_fault_of_the_device() throws Exception {
    Application application = application("CDM");
    XfsDispenser dispenser = dispenser(application, event -> {});
    application.mischief().arm("CDM", Cdm.WFS_CMD_CDM_RESET, XfsFault.VENDOR_ERROR);

    assertThatThrownBy(dispenser::reset)
        .isInstanceOf(DeviceFault.class)
        .hasMessageContaining("error -9001");
  }

  @Test
  void events_that_nobody_knows_are_told_by_number_and_harm_nothing() throws Exception {
    Application application = application("CDM");
    application.mischief().arm("CDM", Workshop.ECHO, XfsFault.UNKNOWN_EVENTS);

    assertThat(echo(application.service("CDM"), 42)).containsExactly(42, 0);

    application.settle();
    assertThat(application.told).hasSize(4).containsOnly("CDM event 4711");
  }

  // ---- 14: notes at the exit, and who drives the shutter

  @Test
  void where_the_device_does_not_drive_its_shutter_the_terminal_does() throws Exception {
    Application application = application("CDM");
    List<TerminalEvent> events = new ArrayList<>();
    XfsDispenser dispenser = dispenser(application, events::add);

    dispenser.present();
    assertThat(application.workshop.ordered("CDM"))
        .containsExactly(Cdm.WFS_CMD_CDM_OPEN_SHUTTER, Cdm.WFS_CMD_CDM_PRESENT);
    assertThat(events).isEmpty();

    application.workshop.serviceEvent("CDM", Cdm.WFS_SRVE_CDM_ITEMSTAKEN);
    application.settle();
    assertThat(events).containsExactly(new TerminalEvent.NotesTaken());
    assertThat(application.workshop.ordered("CDM"))
        .endsWith(Cdm.WFS_CMD_CDM_PRESENT, Cdm.WFS_CMD_CDM_CLOSE_SHUTTER);
    assertThat(application.unfreed()).isZero();
  }

  // ---- 15: exchanges and locks

  @Test
  void an_exchange_ends_with_all_units_though_one_was_counted() throws Exception {
    DispenserBench bench = new DispenserBench(LayoutTable.V3_30);
    bench.startExchange(1);
    for (int leftOut = 1; leftOut <= 6; leftOut++) {
      int fewer = leftOut;
      assertThatThrownBy(() -> bench.endExchange(fewer))
          .hasMessageContaining("WFS_ERR_CDM_INVALIDCASHUNIT");
    }
    bench.endExchange(0);

    bench.dispenser().setCounts(Map.of(DispenserBench.HUNDREDS, 700));

    assertThat(bench.count(DispenserBench.HUNDREDS)).isEqualTo(700);
    assertThat(bench.leaked()).isZero();
  }

  @Test
  void where_no_exchange_by_hand_is_offered_none_is_begun() throws Exception {
    Application application = application("CDM");
    XfsDispenser dispenser = dispenser(application, event -> {});

    assertThatThrownBy(() -> dispenser.setCounts(Map.of(DispenserBench.HUNDREDS, 700)))
        .isInstanceOfSatisfying(
            DeviceFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(DeviceFault.Kind.UNSUPPORTED));
    assertThat(application.workshop.ordered("CDM")).isEmpty();
  }

  @Test
  void a_service_that_another_has_locked_is_offline_for_us_and_moves_nothing() throws Exception {
    Application application = application("CDM");
    XfsDispenser dispenser = dispenser(application, event -> {});
    XfsService other = application.xfs.open("CDM");
    other.lock(PATIENCE);

    assertThatThrownBy(dispenser::reset)
        .isInstanceOfSatisfying(
            DeviceFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(DeviceFault.Kind.OFFLINE))
        .hasMessageContaining("WFS_ERR_LOCKED");
    assertThat(application.workshop.ordered("CDM")).isEmpty();
    assertThat(dispenser.status()).isEqualTo(DeviceStatus.ONLINE);

    other.unlock();
    dispenser.reset();
    assertThat(application.workshop.ordered("CDM")).containsExactly(Cdm.WFS_CMD_CDM_RESET);
  }

  @Test
  void several_services_are_locked_in_one_order_and_all_or_none() throws Exception {
    Application application = application("B", "A", "C");
    List<XfsService> ours =
        List.of(application.service("C"), application.service("B"), application.service("A"));
    XfsService othersC = application.xfs.open("C");
    othersC.lock(PATIENCE);

    assertThatThrownBy(() -> application.xfs.lockAll(ours, PATIENCE))
        .hasMessage("C WFSLock: WFS_ERR_LOCKED (-32)");
    assertThat(echo(application.xfs.open("A"), 1)).containsExactly(1, 0);
    assertThat(echo(application.xfs.open("B"), 1)).containsExactly(1, 0);

    othersC.unlock();
    application.xfs.lockAll(ours, PATIENCE);
    XfsService othersB = application.xfs.open("B");
    assertThatThrownBy(() -> echo(othersB, 1)).hasMessageContaining("WFS_ERR_LOCKED");
  }

  @Test
  void locks_are_taken_in_the_order_of_names() throws Exception {
    Application application = application("B", "A");
    XfsService othersA = application.xfs.open("A");
    othersA.lock(PATIENCE);
    XfsService othersB = application.xfs.open("B");
    othersB.lock(PATIENCE);

    assertThatThrownBy(
            () ->
                application.xfs.lockAll(
                    List.of(application.service("B"), application.service("A")), PATIENCE))
        .hasMessageStartingWith("A WFSLock");
  }

  static XfsDispenser dispenser(
      Application application, java.util.function.Consumer<TerminalEvent> events)
      throws DeviceFault {
    return XfsDispenser.open(application.service("CDM"), events, new NoNotes(), "CNY", 0);
  }

  /** No dispense was ever commanded. */
  static final class NoNotes implements BundleNotes {
    @Override
    public void keep(Note note) {}

    @Override
    public Optional<Note> last() {
      return Optional.empty();
    }
  }
}
