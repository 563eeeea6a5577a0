package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PassbookUnit;
import org.silverteller.device.PassbookUnit.Row;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.PowerCut;

class PassbookTest {

  private static final List<Row> ROWS =
      List.of(new Row(5, "2026-11-23 取款 -500.00"), new Row(6, "利息 +1.20"), new Row(7, "x"));

  private final Bench bench = new Bench(MachineSpec.WITH_DEPOSITS);
  private final VirtualBook book = new VirtualBook("book-1", Map.of(3, "0200017=0012"), 5);

  private PassbookUnit unit() {
    return bench.hardware.passbookUnit().orElseThrow();
  }

  @BeforeEach
  void aBookIsIn() throws DeviceFault {
    assertThat(bench.customer().insertBook(book)).isFalse();
    unit().accept(true);
    assertThat(bench.customer().insertBook(book.opened(2, false))).isTrue();
  }

  private static void fails(Kind kind, ThrowingCallable what) {
    assertThatExceptionOfType(DeviceFault.class)
        .isThrownBy(what)
        .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind))
        .satisfies(fault -> assertThat(fault.device()).isEqualTo(DeviceName.PASSBOOK_UNIT));
  }

  private void arm(BookFault fault, boolean lasting, int after) {
    bench.machine.saboteur().arm(fault, lasting, after);
  }

  @Test
  void reads_prints_turns_and_gives_the_book_back() throws DeviceFault {
    assertThat(unit().readStripe(3)).isEqualTo("0200017=0012".toCharArray());
    assertThat(unit().openPage()).isEqualTo(2);
    assertThat(unit().print(ROWS)).isEqualTo(3);
    unit().turnPage(true);
    assertThat(unit().openPage()).isEqualTo(3);
    unit().print(List.of(new Row(1, "next page")));
    unit().eject();
    assertThat(unit().media()).isEqualTo(Media.AT_EXIT);
    assertThat(bench.customer().bookWaits()).isTrue();
    assertThat(bench.customer().takeBook()).contains(book);
    assertThat(unit().media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(book.prints())
        .containsExactly(
            new VirtualBook.Print(2, 5, "2026-11-23 取款 -500.00", true),
            new VirtualBook.Print(2, 6, "利息 +1.20", true),
            new VirtualBook.Print(2, 7, "x", true),
            new VirtualBook.Print(3, 1, "next page", true));
    assertThat(bench.events)
        .containsExactly(new TerminalEvent.BookInserted(), new TerminalEvent.BookTaken());
    assertThat(bench.seen)
        .containsSubsequence(
            "passbook open",
            "customer inserts book book-1",
            "passbook read track 3",
            "passbook print line 5",
            "passbook turn forward",
            "passbook eject",
            "customer takes book book-1");
    assertThat(String.join(" ", bench.seen)).doesNotContain("500.00", "0200017");
  }

  @Test
  void a_book_that_lies_upside_down_tells_neither_stripe_nor_page() throws DeviceFault {
    unit().eject();
    bench.customer().takeBook();
    unit().accept(true);
    bench.customer().insertBook(book.opened(2, true));
    fails(Kind.UNREADABLE, () -> unit().readStripe(3));
    assertThat(unit().openPage()).isZero();
    unit().print(List.of(new Row(1, "wrong")));
    assertThat(book.prints()).containsExactly(new VirtualBook.Print(2, 26, "wrong", true));
  }

  @Test
  void a_jam_in_the_midst_leaves_the_rows_before_on_the_paper_and_one_in_part() throws DeviceFault {
    arm(BookFault.PRINT_JAM, false, 2);
    assertThat(unit().print(ROWS)).isEqualTo(2);
    assertThat(book.prints()).hasSize(3).last().matches(print -> !print.whole());
    assertThat(unit().media()).isEqualTo(Media.JAMMED);
    fails(Kind.JAMMED, () -> unit().print(ROWS));
    fails(Kind.JAMMED, () -> unit().readStripe(3));
    unit().reset();
    unit().eject();
    assertThat(bench.customer().takeBook()).contains(book);
  }

  @Test
  void without_one_proven_row_the_fault_is_told() throws DeviceFault {
    arm(BookFault.PRINT_JAM, true, 0);
    fails(Kind.JAMMED, () -> unit().print(ROWS));
    assertThat(unit().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    fails(Kind.JAMMED, () -> unit().reset());
    fails(Kind.JAMMED, () -> unit().eject());
    assertThat(bench.machine.operator().clearPassbookUnit()).contains(book);
    fails(Kind.NO_MEDIA, () -> unit().eject());
  }

  @Test
  void what_does_not_fit_the_page_is_refused() {
    fails(Kind.UNSUPPORTED, () -> unit().print(List.of(new Row(27, "x"))));
    fails(Kind.UNSUPPORTED, () -> unit().print(List.of(new Row(0, "x"))));
    fails(Kind.UNSUPPORTED, () -> unit().print(List.of(new Row(1, "取".repeat(39)))));
    assertThat(book.prints()).isEmpty();
  }

  @Test
  void pages_turn_only_as_far_as_there_are_any() throws DeviceFault {
    unit().turnPage(false);
    fails(Kind.SEQUENCE, () -> unit().turnPage(false));
    arm(BookFault.PAGE_TURN_FAILS, false, 0);
    fails(Kind.HARDWARE, () -> unit().turnPage(true));
    assertThat(book.openPage()).isEqualTo(1);
  }

  @Test
  void a_book_is_retained_while_the_bin_has_room() throws DeviceFault {
    arm(BookFault.RETAIN_BIN_FULL, true, 0);
    fails(Kind.FULL, () -> unit().retain());
    assertThat(unit().status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    bench.machine.saboteur().clearAll();
    arm(BookFault.BOOK_JAM, false, 0);
    fails(Kind.JAMMED, () -> unit().retain());
    bench.machine.saboteur().clear(BookFault.BOOK_JAM);
    unit().eject();
    unit().retain();
    assertThat(bench.machine.operator().emptyBooks()).containsExactly(book);
  }

  @Test
  void a_unit_that_can_do_less_says_so() throws DeviceFault {
    PassbookUnit poor =
        new Bench(
                MachineSpec.WITH_DEPOSITS.withPassbook(
                    new PassbookSpec(
                        new PassbookUnit.Capabilities(false, false, false, 76, 24), 0)))
            .hardware
            .passbookUnit()
            .orElseThrow();
    fails(Kind.UNSUPPORTED, () -> poor.turnPage(true));
    fails(Kind.UNSUPPORTED, poor::retain);
    fails(Kind.NO_MEDIA, () -> poor.readStripe(3));
    assertThat(new Bench().hardware.passbookUnit()).isEmpty();
  }

  @Test
  void an_unreadable_stripe_strikes_once_and_off_the_line_nothing_answers() throws DeviceFault {
    arm(BookFault.STRIPE_UNREADABLE, false, 0);
    fails(Kind.UNREADABLE, () -> unit().readStripe(3));
    fails(Kind.UNREADABLE, () -> unit().readStripe(2));
    assertThat(unit().readStripe(3)).hasSize(12);
    arm(BookFault.OFFLINE, true, 0);
    fails(Kind.OFFLINE, () -> unit().eject());
    assertThat(unit().media()).isEqualTo(Media.UNKNOWN);
    assertThat(unit().status()).isEqualTo(DeviceStatus.OFFLINE);
  }

  @Test
  void a_cut_between_two_rows_leaves_those_before_on_the_paper() throws DeviceFault {
    for (boolean before : new boolean[] {true, false}) {
      bench.machine.hook(new CutAt(Effect.ROW_PRINTED, before, 2));
      assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> unit().print(ROWS));
      bench.machine.hook(EffectHook.NONE);
      bench.reboot();
      assertThat(unit().media()).isEqualTo(Media.INSIDE);
      assertThat(book.prints()).hasSize(before ? 1 : 3);
    }
    bench.machine.hook(new CutAt(Effect.BOOK_EJECTED, true, 1));
    assertThatExceptionOfType(PowerCut.class).isThrownBy(() -> unit().eject());
    assertThat(bench.customer().takeBook()).isEmpty();
    bench.machine.hook(EffectHook.NONE);
    bench.reboot();
    unit().eject();
    bench.machine.cutPower();
    assertThat(bench.customer().takeBook()).contains(book);
    assertThat(bench.customer().insertBook(book)).isFalse();
  }

  private record CutAt(Effect effect, boolean first, int nth, int[] seen) implements EffectHook {
    CutAt(Effect effect, boolean first, int nth) {
      this(effect, first, nth, new int[1]);
    }

    @Override
    public void before(Effect now) {
      strike(first && now == effect);
    }

    @Override
    public void after(Effect now) {
      strike(!first && now == effect);
    }

    private void strike(boolean here) {
      if (here && ++seen[0] == nth) {
        throw new PowerCut("test");
      }
    }
  }
}
