package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.device.PassbookUnit.Row;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.hardware.BookFault;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.PassbookSpec;
import org.silverteller.simulator.hardware.VirtualBook;
import org.silverteller.simulator.hardware.VirtualMachine;

class XfsPassbookUnitTest {

  private static final int PRINT_FORM = 102;
  private static final int READ_FORM = 103;
  private static final List<Row> ROWS =
      List.of(new Row(5, "2026-11-23 取款 -500.00"), new Row(6, "利息 +1.20"), new Row(7, "x"));

  private DepositBench bench = new DepositBench(MachineSpec.WITH_DEPOSITS, XfsVersion.V3_30, false);
  private final VirtualBook book = book();

  private static VirtualBook book() {
    return new VirtualBook("book-1", Map.of(2, "17", 3, "0200017=0012"), 5).opened(2, false);
  }

  private PassbookUnit unit() {
    return bench.passbook();
  }

  private void built(MachineSpec spec, XfsVersion version) throws DeviceFault {
    bench.close();
    bench = new DepositBench(spec, version, false);
  }

  @AfterEach
  void nothing_leaks() throws DeviceFault {
    if (bench.machine.powered()) {
      bench.close();
      assertThat(bench.stations.manager().unfreed()).isZero();
    }
    assertThat(bench.stations.manager().freedTwice()).isZero();
  }

  private void insert() throws DeviceFault {
    unit().accept(true);
    assertThat(bench.machine.customer().insertBook(book)).isTrue();
  }

  private void mischief(int code, org.silverteller.simulator.xfs.XfsFault fault) {
    bench.stations.manager().mischief().arm("PASSBOOK", code, fault);
  }

  private static void fails(Kind kind, ThrowingCallable what) {
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(what)
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind))
        .satisfies(fault -> assertThat(fault.device()).isEqualTo(DeviceName.PASSBOOK_UNIT));
  }

  @ParameterizedTest
  @EnumSource(XfsVersion.class)
  void a_book_is_read_printed_turned_and_given_back_in_every_version(XfsVersion version)
      throws DeviceFault {
    built(MachineSpec.WITH_DEPOSITS, version);
    assertThat(unit().capabilities()).isEqualTo(PassbookSpec.STANDARD.can());
    insert();
    assertThat(bench.events).containsExactly(new TerminalEvent.BookInserted());
    assertThat(unit().readStripe(3)).isEqualTo("0200017=0012".toCharArray());
    assertThat(unit().readStripe(2)).isEqualTo("17".toCharArray());
    assertThat(unit().openPage()).isEqualTo(2);
    assertThat(unit().print(ROWS)).isEqualTo(3);
    unit().turnPage(true);
    assertThat(unit().openPage()).isEqualTo(3);
    unit().turnPage(false);
    unit().eject();
    assertThat(unit().media()).isEqualTo(Media.AT_EXIT);
    assertThat(bench.machine.customer().takeBook()).contains(book);
    assertThat(bench.events)
        .containsExactly(new TerminalEvent.BookInserted(), new TerminalEvent.BookTaken());
    assertThat(unit().media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(book.prints())
        .containsExactly(
            new VirtualBook.Print(2, 5, "2026-11-23 取款 -500.00", true),
            new VirtualBook.Print(2, 6, "利息 +1.20", true),
            new VirtualBook.Print(2, 7, "x", true));
  }

  @Test
  void what_is_witnessed_is_what_the_port_alone_would_have_had_witnessed() throws DeviceFault {
    VirtualMachine alone = new VirtualMachine(MachineSpec.WITH_DEPOSITS);
    List<String> expected = new ArrayList<>();
    alone.witness(expected::add);
    journey(alone, alone.open(event -> {}).passbookUnit().orElseThrow());
    journey(bench.machine, unit());
    assertThat(bench.seen).isEqualTo(expected);
  }

  private static void journey(VirtualMachine machine, PassbookUnit unit) throws DeviceFault {
    VirtualBook book = book();
    unit.accept(true);
    unit.accept(false);
    unit.accept(true);
    machine.customer().insertBook(book);
    unit.readStripe(3);
    unit.openPage();
    unit.print(ROWS);
    unit.turnPage(true);
    unit.eject();
    machine.customer().takeBook();
    unit.accept(true);
    machine.customer().insertBook(book);
    unit.readStripe(3);
    unit.retain();
    unit.reset();
  }

  @Test
  void a_closed_slot_takes_no_book_and_nothing_is_read_without_one() throws DeviceFault {
    assertThat(bench.machine.customer().insertBook(book)).isFalse();
    fails(Kind.NO_MEDIA, () -> unit().readStripe(3));
    unit().accept(true);
    unit().accept(true);
    fails(Kind.NO_MEDIA, () -> unit().readStripe(3));
    unit().accept(false);
    assertThat(bench.machine.customer().insertBook(book)).isFalse();
    assertThat(bench.events).isEmpty();
    fails(Kind.NO_MEDIA, () -> unit().openPage());
    fails(Kind.NO_MEDIA, () -> unit().eject());
    fails(Kind.NO_MEDIA, () -> unit().print(ROWS));
  }

  @Test
  void a_book_is_given_back_unread_when_the_customer_changes_his_mind() throws DeviceFault {
    insert();
    unit().eject();
    assertThat(bench.machine.customer().takeBook()).contains(book);
    assertThat(bench.seen).doesNotContain("passbook read track 3");
    insert();
    assertThat(unit().readStripe(3)).hasSize(12);
  }

  @Test
  void an_unreadable_stripe_is_read_once_more() throws DeviceFault {
    bench.machine.saboteur().arm(BookFault.STRIPE_UNREADABLE, false, 0);
    insert();
    fails(Kind.UNREADABLE, () -> unit().readStripe(3));
    assertThat(unit().readStripe(3)).isEqualTo("0200017=0012".toCharArray());
  }

  @Test
  void a_unit_without_page_marks_cannot_tell_the_page() throws DeviceFault {
    built(
        MachineSpec.WITH_DEPOSITS.withPassbook(
            new PassbookSpec(new PassbookUnit.Capabilities(false, false, false, 40, 12), 0)),
        XfsVersion.V3_30);
    assertThat(unit().capabilities())
        .isEqualTo(new PassbookUnit.Capabilities(false, false, false, 40, 12));
    insert();
    unit().readStripe(3);
    assertThat(unit().openPage()).isZero();
    fails(Kind.UNSUPPORTED, () -> unit().turnPage(true));
    fails(Kind.UNSUPPORTED, () -> unit().retain());
    fails(Kind.UNSUPPORTED, () -> unit().print(List.of(new Row(13, "x"))));
    fails(Kind.UNSUPPORTED, () -> unit().print(List.of(new Row(1, "x".repeat(41)))));
    fails(Kind.UNSUPPORTED, () -> unit().print(List.of(new Row(1, "a\0b"))));
    assertThat(book.prints()).isEmpty();
  }

  @Test
  void upside_down_the_page_is_unknown() throws DeviceFault {
    book.opened(2, true);
    insert();
    fails(Kind.UNREADABLE, () -> unit().readStripe(3));
    assertThat(unit().openPage()).isZero();
  }

  @Test
  void rows_that_are_proven_are_counted_when_the_book_jams() throws DeviceFault {
    insert();
    unit().readStripe(3);
    bench.machine.saboteur().arm(BookFault.PRINT_JAM, false, 2);
    assertThat(unit().print(ROWS)).isEqualTo(2);
    assertThat(unit().media()).isEqualTo(Media.JAMMED);
    assertThat(unit().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    fails(Kind.JAMMED, () -> unit().print(ROWS));
    assertThat(book.prints()).hasSize(3);
    unit().reset();
    unit().eject();
  }

  @Test
  void a_row_whose_command_never_completes_is_not_proven() throws DeviceFault {
    insert();
    unit().readStripe(3);
    mischief(PRINT_FORM, org.silverteller.simulator.xfs.XfsFault.NO_COMPLETION);
    fails(Kind.TIMEOUT, () -> unit().print(ROWS));
    assertThat(book.prints()).hasSize(1);
    mischief(PRINT_FORM, org.silverteller.simulator.xfs.XfsFault.DUPLICATE_COMPLETION);
    mischief(PRINT_FORM, org.silverteller.simulator.xfs.XfsFault.JUNK_BUFFER);
    mischief(PRINT_FORM, org.silverteller.simulator.xfs.XfsFault.STRAY_COMPLETION);
    assertThat(unit().print(ROWS.subList(1, 3))).isEqualTo(2);
    assertThat(book.prints()).hasSize(3);
  }

  @Test
  void a_slot_that_does_not_open_is_told_at_once() throws DeviceFault {
    mischief(READ_FORM, org.silverteller.simulator.xfs.XfsFault.VENDOR_ERROR);
    fails(Kind.HARDWARE, () -> unit().accept(true));
    bench.machine.saboteur().arm(BookFault.OFFLINE, true, 0);
    fails(Kind.OFFLINE, () -> unit().accept(true));
    assertThat(unit().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(unit().media()).isEqualTo(Media.UNKNOWN);
    bench.machine.saboteur().clear(BookFault.OFFLINE);
    insert();
    assertThat(unit().readStripe(3)).hasSize(12);
  }

  @Test
  void a_slot_that_waited_when_the_service_was_lost_waits_again() throws DeviceFault {
    unit().accept(true);
    bench
        .stations
        .manager()
        .mischief()
        .armInfo(
            "PASSBOOK",
            Ptr.WFS_INF_PTR_STATUS,
            org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    assertThat(unit().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(unit().status()).isEqualTo(DeviceStatus.ONLINE);
    bench.idle();
    assertThat(bench.machine.customer().insertBook(book)).isTrue();
    bench.idle();
    assertThat(bench.events).contains(new TerminalEvent.BookInserted());
    assertThat(unit().readStripe(3)).hasSize(12);
  }

  @Test
  void other_faults_are_told_in_the_words_of_the_port() throws DeviceFault {
    insert();
    unit().readStripe(3);
    unit().turnPage(false);
    fails(Kind.SEQUENCE, () -> unit().turnPage(false));
    bench.machine.saboteur().arm(BookFault.PAGE_TURN_FAILS, false, 0);
    fails(Kind.HARDWARE, () -> unit().turnPage(true));
    bench.machine.saboteur().arm(BookFault.RETAIN_BIN_FULL, true, 0);
    fails(Kind.FULL, () -> unit().retain());
    assertThat(unit().status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    bench.machine.saboteur().clear(BookFault.RETAIN_BIN_FULL);
    bench.machine.saboteur().arm(BookFault.BOOK_JAM, true, 0);
    fails(Kind.JAMMED, () -> unit().retain());
    assertThat(bench.events).contains(new TerminalEvent.DeviceChanged(DeviceName.PASSBOOK_UNIT));
  }

  @Test
  void a_cut_between_two_rows_throws_through_and_the_book_is_found_inside() throws DeviceFault {
    insert();
    unit().readStripe(3);
    bench.machine.hook(
        new EffectHook() {
          private int rows;

          @Override
          public void before(Effect effect) {}

          @Override
          public void after(Effect effect) {
            if (effect == Effect.ROW_PRINTED && ++rows == 2) {
              throw new PowerCut("test");
            }
          }
        });
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> unit().print(ROWS));
    bench.reboot();
    assertThat(book.prints()).hasSize(2);
    assertThat(unit().media()).isEqualTo(Media.INSIDE);
    assertThat(unit().readStripe(3)).hasSize(12);
    unit().eject();
    assertThat(bench.machine.customer().takeBook()).contains(book);
  }
}
