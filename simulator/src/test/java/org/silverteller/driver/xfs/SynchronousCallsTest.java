package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.silverteller.simulator.xfs.LayoutTable;
import org.silverteller.simulator.xfs.ManagerThreads;
import org.silverteller.simulator.xfs.Workshop;
import org.silverteller.simulator.xfs.XfsFault;

/**
 * The synchronous functions of the virtual manager, called by their names as an application in C
 * calls them. The bridge uses none of them.
 */
class SynchronousCallsTest {

  private static final int VERSIONS = 0x0003_1E03;
  private static final int SERVICE_EVENTS = 1;
  private static final int WFS_ERR_INVALID_EVENT_CLASS = -21;
  private static final int WFS_ERR_INVALID_HWND = -24;
  private static final int WFS_ERR_INVALID_HWNDREG = -25;
  private static final int WFS_ERR_NO_BLOCKING_CALL = -33;
  private static final int WFS_ERR_NOT_REGISTERED = -40;
  private static final int WFS_ERR_OP_IN_PROGRESS = -41;
  private static final int SHORT = 50;
  private static final int FOR_EVER = 0;

  /** Where the fields of a WFSRESULT lie, see win64.tsv. */
  private static final int H_SERVICE = 4;

  private static final int H_RESULT = 22;
  private static final int COMMAND = 26;
  private static final int BUFFER = 30;

  /** A window procedure, and a blocking hook. */
  interface Window extends Callback {
    void receive(Pointer window, int message, Pointer unused, Pointer result);
  }

  interface Hook extends Callback {
    int hook();
  }

  private final Workshop workshop = new Workshop(LayoutTable.V3_30, "CDM", "CDM2");
  private final List<Memory> memory = new ArrayList<>();
  private final List<Integer> heard = new CopyOnWriteArrayList<>();
  private final Window window =
      (target, message, unused, result) -> {
        heard.add(message);
        call("WFSFreeResult", result);
      };
  private final Pointer events = CallbackReference.getFunctionPointer(window);
  private final Pointer result = zeroed(Native.POINTER_SIZE);

  private int call(String name, Object... arguments) {
    Function function = workshop.manager().function(name);
    return function.invokeInt(arguments);
  }

  private Pointer zeroed(int size) {
    Memory block = new Memory(size);
    block.clear();
    memory.add(block);
    return block;
  }

  private Pointer text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    Pointer block = zeroed(bytes.length + 1);
    block.write(0, bytes, 0, bytes.length);
    return block;
  }

  private Pointer number(int number) {
    Pointer block = zeroed(Integer.BYTES);
    block.setInt(0, number);
    return block;
  }

  private void started() {
    assertThat(call("WFSStartUp", VERSIONS, zeroed(520))).isZero();
  }

  private short open(String name) {
    started();
    Pointer service = zeroed(Short.BYTES);
    assertThat(open(text(name), VERSIONS, FOR_EVER, service)).isZero();
    return service.getShort(0);
  }

  private int open(Pointer name, int versions, int timeOut, Pointer service) {
    return call(
        "WFSOpen",
        name,
        Pointer.NULL,
        Pointer.NULL,
        0,
        timeOut,
        versions,
        zeroed(520),
        zeroed(520),
        service);
  }

  /** What came is read and freed. */
  private Pointer took() {
    Pointer root = result.getPointer(0);
    assertThat(root).as("a result").isNotNull();
    return root;
  }

  private void free(Pointer root) {
    assertThat(call("WFSFreeResult", root)).isZero();
  }

  @AfterEach
  void nothing_is_left_unfreed_and_nothing_is_freed_twice() {
    assertThat(workshop.manager().unfreed()).as("results nobody freed").isZero();
    assertThat(workshop.manager().freedTwice()).as("freed twice").isZero();
    assertThat(call("WFSIsBlocking")).isZero();
    memory.forEach(Memory::close);
  }

  /** What a test does while the manager works on threads of its own. */
  private interface Work {
    void run() throws Exception;
  }

  private void onItsOwnThreads(Work work) throws Exception {
    ManagerThreads threads = ManagerThreads.start(workshop.manager());
    try {
      work.run();
    } finally {
      threads.close();
    }
  }

  /** A command that waits on a thread of the application, until something ends it. */
  private Future<Integer> held(ExecutorService application, short service) {
    Future<Integer> waiting =
        application.submit(
            () -> call("WFSExecute", service, Workshop.HOLD, Pointer.NULL, FOR_EVER, result));
    Awaitility.await().until(() -> workshop.ordered("CDM").size() == 1);
    return waiting;
  }

  // ---- from opening to closing

  @Test
  void a_service_is_opened_asked_ordered_and_closed_and_no_window_is_needed() {
    short service = open("CDM");

    assertThat(call("WFSGetInfo", service, Workshop.STATUS, Pointer.NULL, FOR_EVER, result))
        .isZero();
    Pointer status = took();
    assertThat(status.getShort(H_SERVICE)).isEqualTo(service);
    assertThat(status.getInt(H_RESULT)).isZero();
    assertThat(status.getInt(COMMAND)).isEqualTo(Workshop.STATUS);
    assertThat(status.getPointer(BUFFER)).isNotNull();
    free(status);

    assertThat(call("WFSExecute", service, Workshop.ECHO, number(42), FOR_EVER, result)).isZero();
    Pointer echo = took();
    assertThat(echo.getPointer(BUFFER).getIntArray(0, 2)).containsExactly(42, 0);
    free(echo);

    assertThat(call("WFSClose", service)).isZero();
    assertThat(workshop.manager().handlesOpen()).isZero();
    assertThat(call("WFSClose", service)).isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
  }

  @Test
  void the_same_where_the_manager_works_on_threads_of_its_own() throws Exception {
    onItsOwnThreads(this::a_service_is_opened_asked_ordered_and_closed_and_no_window_is_needed);
  }

  @Test
  void what_does_not_open_says_why_and_leaves_nothing_open() {
    Pointer service = zeroed(Short.BYTES);
    assertThat(open(text("CDM"), VERSIONS, FOR_EVER, service)).isEqualTo(Xfs.WFS_ERR_NOT_STARTED);
    started();
    assertThat(open(text("IDC"), VERSIONS, FOR_EVER, service))
        .isEqualTo(Xfs.WFS_ERR_SERVICE_NOT_FOUND);
    assertThat(open(text("CDM"), 0x2803_2803, FOR_EVER, service))
        .isEqualTo(Xfs.WFS_ERR_SRVC_VER_TOO_HIGH);
    workshop
        .manager()
        .mischief()
        .armConnection("CDM", Xfs.WFS_OPEN_COMPLETE, XfsFault.VENDOR_ERROR);
    assertThat(open(text("CDM"), VERSIONS, FOR_EVER, service)).isEqualTo(-9_001);
    workshop
        .manager()
        .mischief()
        .armConnection("CDM", Xfs.WFS_OPEN_COMPLETE, XfsFault.NO_COMPLETION);
    assertThat(open(text("CDM"), VERSIONS, SHORT, service)).isEqualTo(Xfs.WFS_ERR_TIMEOUT);

    assertThat(workshop.manager().step()).isTrue();
    assertThat(workshop.manager().handlesOpen()).isZero();
  }

  // ---- events and locks

  @Test
  void events_come_from_registering_to_deregistering() {
    short service = open("CDM");
    assertThat(call("WFSDeregister", service, 0, events)).isEqualTo(WFS_ERR_NOT_REGISTERED);
    assertThat(call("WFSRegister", service, SERVICE_EVENTS, events)).isZero();
    workshop.serviceEvent("CDM", 4_711);
    assertThat(call("WFSDeregister", service, SERVICE_EVENTS, Pointer.NULL)).isZero();
    workshop.serviceEvent("CDM", 4_711);

    assertThat(heard).containsExactly(Xfs.WFS_SERVICE_EVENT);
    assertThat(call("WFSRegister", service, 16, events)).isEqualTo(WFS_ERR_INVALID_EVENT_CLASS);
    assertThat(call("WFSRegister", service, SERVICE_EVENTS, Pointer.NULL))
        .isEqualTo(WFS_ERR_INVALID_HWNDREG);
  }

  @Test
  void a_locked_service_obeys_him_who_locked_it() {
    short mine = open("CDM");
    short anothers = open("CDM");
    assertThat(call("WFSUnlock", mine)).isEqualTo(Xfs.WFS_ERR_NOT_LOCKED);
    assertThat(call("WFSLock", mine, FOR_EVER, result)).isZero();
    free(took());

    assertThat(call("WFSLock", anothers, FOR_EVER, result)).isEqualTo(Xfs.WFS_ERR_LOCKED);
    free(took());
    assertThat(call("WFSExecute", anothers, Workshop.ECHO, number(1), FOR_EVER, result))
        .isEqualTo(Xfs.WFS_ERR_LOCKED);
    free(took());
    assertThat(workshop.ordered("CDM")).isEmpty();

    assertThat(call("WFSUnlock", mine)).isZero();
    assertThat(call("WFSExecute", anothers, Workshop.ECHO, number(1), FOR_EVER, result)).isZero();
    free(took());
  }

  // ---- what goes wrong

  @Test
  void an_unknown_handle_is_named_so_and_brings_no_result() {
    started();
    short nobody = 4_711;
    result.setPointer(0, result);

    assertThat(call("WFSGetInfo", nobody, Workshop.STATUS, Pointer.NULL, FOR_EVER, result))
        .isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
    assertThat(result.getPointer(0)).isNull();
    assertThat(call("WFSExecute", nobody, Workshop.ECHO, number(1), FOR_EVER, result))
        .isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
    for (String function : List.of("WFSClose", "WFSUnlock")) {
      assertThat(call(function, nobody)).isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
    }
    assertThat(call("WFSLock", nobody, FOR_EVER, result)).isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
    assertThat(call("WFSRegister", nobody, SERVICE_EVENTS, events))
        .isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
    assertThat(call("WFSDeregister", nobody, SERVICE_EVENTS, events))
        .isEqualTo(Xfs.WFS_ERR_INVALID_HSERVICE);
  }

  @Test
  void a_null_pointer_is_refused_before_anything_happens() {
    short service = open("CDM");

    assertThat(call("WFSGetInfo", service, Workshop.STATUS, Pointer.NULL, FOR_EVER, Pointer.NULL))
        .isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(call("WFSExecute", service, Workshop.ECHO, number(1), FOR_EVER, Pointer.NULL))
        .isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(call("WFSLock", service, FOR_EVER, Pointer.NULL))
        .isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(open(Pointer.NULL, VERSIONS, FOR_EVER, zeroed(2)))
        .isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(open(text("CDM"), VERSIONS, FOR_EVER, Pointer.NULL))
        .isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(call("WFSStartUp", VERSIONS, Pointer.NULL)).isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(call("WFSAsyncGetInfo", service, Workshop.STATUS, null, 0, events, Pointer.NULL))
        .isEqualTo(Xfs.WFS_ERR_INVALID_POINTER);
    assertThat(call("WFSAsyncGetInfo", service, Workshop.STATUS, null, 0, Pointer.NULL, number(0)))
        .isEqualTo(WFS_ERR_INVALID_HWND);
    assertThat(workshop.ordered("CDM")).isEmpty();
    assertThat(workshop.manager().handlesOpen()).isOne();
  }

  @Test
  void the_code_of_a_command_that_fails_is_returned_and_stands_in_its_result() {
    short service = open("CDM");

    assertThat(call("WFSGetInfo", service, 999, Pointer.NULL, FOR_EVER, result))
        .isEqualTo(Xfs.WFS_ERR_UNSUPP_COMMAND);

    Pointer root = took();
    assertThat(root.getInt(H_RESULT)).isEqualTo(Xfs.WFS_ERR_UNSUPP_COMMAND);
    free(root);
  }

  @Test
  void a_command_that_does_not_end_in_its_time_is_cancelled_and_says_time_out() {
    short service = open("CDM");

    assertThat(call("WFSExecute", service, Workshop.HOLD, Pointer.NULL, SHORT, result))
        .isEqualTo(Xfs.WFS_ERR_TIMEOUT);

    Pointer root = took();
    assertThat(root.getInt(H_RESULT)).isEqualTo(Xfs.WFS_ERR_TIMEOUT);
    free(root);
    assertThat(call("WFSExecute", service, Workshop.ECHO, number(7), FOR_EVER, result)).isZero();
    free(took());
  }

  @Test
  void one_that_does_not_even_end_when_cancelled_brings_no_result_and_what_comes_yet_is_freed() {
    short service = open("CDM");
    workshop.manager().mischief().arm("CDM", Workshop.ECHO, XfsFault.NO_COMPLETION);

    assertThat(call("WFSExecute", service, Workshop.ECHO, number(1), SHORT, result))
        .isEqualTo(Xfs.WFS_ERR_TIMEOUT);

    assertThat(result.getPointer(0)).isNull();
  }

  @Test
  void one_that_had_succeeded_before_it_was_cancelled_has_succeeded() {
    short service = open("CDM");
    workshop.manager().mischief().arm("CDM", Workshop.ECHO, XfsFault.LATE_COMPLETION);

    assertThat(call("WFSExecute", service, Workshop.ECHO, number(5), SHORT, result)).isZero();

    Pointer root = took();
    assertThat(root.getPointer(BUFFER).getInt(0)).isEqualTo(5);
    free(root);
  }

  @Test
  void completions_that_come_early_twice_or_for_nobody_mix_nothing_up() {
    short service = open("CDM");
    int number = 0;
    for (XfsFault fault :
        List.of(
            XfsFault.EARLY_COMPLETION,
            XfsFault.SENT_FROM_ELSEWHERE,
            XfsFault.DUPLICATE_COMPLETION,
            XfsFault.STRAY_COMPLETION)) {
      workshop.manager().mischief().arm("CDM", Workshop.ECHO, fault);
      assertThat(call("WFSExecute", service, Workshop.ECHO, number(number), FOR_EVER, result))
          .as(fault.name())
          .isZero();
      Pointer root = took();
      assertThat(root.getPointer(BUFFER).getIntArray(0, 2)).containsExactly(number, number);
      free(root);
      number++;
    }
  }

  @Test
  void a_power_cut_ends_what_waits() throws Exception {
    short service = open("CDM");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      onItsOwnThreads(
          () -> {
            Future<Integer> waiting = held(other, service);

            workshop.manager().powerLost();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Xfs.WFS_ERR_CONNECTION_LOST);
            assertThat(result.getPointer(0)).isNull();
          });
    } finally {
      other.shutdownNow();
    }
  }

  // ---- blocking

  @Test
  void the_hook_runs_while_a_call_waits_may_begin_nothing_else_and_may_cancel_it() {
    short service = open("CDM");
    List<Integer> codes = new ArrayList<>();
    Hook hook =
        () -> {
          if (codes.isEmpty()) {
            codes.add(call("WFSIsBlocking"));
            codes.add(call("WFSClose", service));
            codes.add(call("WFSUnhookBlockingHook"));
            codes.add(call("WFSCancelBlockingCall", 0));
          }
          return 0;
        };
    Pointer previous = zeroed(Native.POINTER_SIZE);
    Pointer mine = CallbackReference.getFunctionPointer(hook);
    assertThat(call("WFSSetBlockingHook", mine, previous)).isZero();
    assertThat(previous.getPointer(0)).isNotNull().isNotEqualTo(mine);

    assertThat(call("WFSExecute", service, Workshop.HOLD, Pointer.NULL, FOR_EVER, result))
        .isEqualTo(Xfs.WFS_ERR_CANCELED);
    free(took());

    assertThat(codes).containsExactly(1, WFS_ERR_OP_IN_PROGRESS, WFS_ERR_OP_IN_PROGRESS, 0);
    assertThat(call("WFSUnhookBlockingHook")).isZero();
    assertThat(call("WFSSetBlockingHook", previous.getPointer(0), previous)).isZero();
    assertThat(previous.getPointer(0)).isNotEqualTo(mine);
    assertThat(call("WFSCancelBlockingCall", 0)).isEqualTo(WFS_ERR_NO_BLOCKING_CALL);
  }

  @Test
  void another_thread_ends_a_call_by_the_number_that_the_system_gives_its_thread()
      throws Exception {
    short service = open("CDM");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      onItsOwnThreads(
          () -> {
            int thread = other.submit(SynchronousCallsTest::threadId).get();
            Future<Integer> waiting = held(other, service);
            assertThat(call("WFSIsBlocking")).as("this thread").isZero();

            assertThat(call("WFSCancelBlockingCall", thread)).isZero();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(Xfs.WFS_ERR_CANCELED);
            free(took());
          });
    } finally {
      other.shutdownNow();
    }
  }

  private static int threadId() {
    return com.sun.jna.Platform.isWindows()
        ? Function.getFunction("kernel32", "GetCurrentThreadId", Function.ALT_CONVENTION)
            .invokeInt(new Object[0])
        : Function.getFunction("c", "gettid").invokeInt(new Object[0]);
  }
}
