package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.Lights;
import org.silverteller.device.ReceiptPrinter.Paper;
import org.silverteller.device.Speaker;
import org.silverteller.event.DeviceName;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.simulator.scenario.Wiring;

class PrinterAndPanelTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  private final Bench bench = bench(MachineSpec.STANDARD);

  @Test
  void prints_a_slip_that_the_customer_can_take_once() throws DeviceFault {
    bench.printer().print(List.of("WITHDRAWAL", "CNY 300.00"));
    assertThat(bench.customer().receiptWaits()).isTrue();
    assertThat(bench.customer().takeReceipt()).contains(List.of("WITHDRAWAL", "CNY 300.00"));
    assertThat(bench.customer().takeReceipt()).isEmpty();
    assertThat(bench.machine.view().lastSlip()).containsExactly("WITHDRAWAL", "CNY 300.00");
  }

  @Test
  void wraps_a_line_at_the_width_of_the_paper_and_counts_chinese_twice() throws DeviceFault {
    bench.printer().print(List.of("1".repeat(41), "取".repeat(21), "取款A".repeat(8)));
    assertThat(bench.machine.view().lastSlip())
        .containsExactly("1".repeat(40), "1", "取".repeat(20), "取", "取款A".repeat(8));
  }

  /** Of one change, what lies between may tell more than once. */
  private static void assertChangeTold(Bench bench) {
    assertThat(bench.events)
        .isNotEmpty()
        .containsOnly(new TerminalEvent.DeviceChanged(DeviceName.RECEIPT_PRINTER));
    bench.events.clear();
  }

  @Test
  void runs_low_and_out_and_says_so_when_it_changes() throws DeviceFault {
    Bench small = bench(MachineSpec.STANDARD.withSlips(10));
    for (int slip = 0; slip < 8; slip++) {
      small.printer().print(List.of("slip"));
    }
    assertThat(small.printer().paper()).isEqualTo(Paper.FULL);
    assertThat(small.events).isEmpty();
    small.printer().print(List.of("slip"));
    assertThat(small.printer().paper()).isEqualTo(Paper.LOW);
    assertChangeTold(small);
    small.printer().print(List.of("slip"));
    assertThat(small.printer().paper()).isEqualTo(Paper.OUT);
    assertThat(small.printer().status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    assertChangeTold(small);
    assertFault(Kind.PAPER_OUT, () -> small.printer().print(List.of("slip")));
    small.machine.operator().addPaper();
    assertThat(small.printer().paper()).isEqualTo(Paper.FULL);
    small.printer().print(List.of("slip"));
  }

  @Test
  void shows_paper_out_and_paper_low_when_sabotaged() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.PAPER_LOW));
    assertThat(bench.printer().paper()).isEqualTo(Paper.LOW);
    bench.arm(Sabotage.lasting(Fault.PAPER_OUT));
    assertThat(bench.printer().paper()).isEqualTo(Paper.OUT);
    assertFault(Kind.PAPER_OUT, () -> bench.printer().print(List.of("slip")));
    bench.machine.operator().addPaper();
    assertThat(bench.printer().paper()).isEqualTo(Paper.FULL);
  }

  @Test
  void a_paper_jam_leaves_half_a_slip_and_comes_loose_at_reset() throws DeviceFault {
    bench.arm(Sabotage.once(Fault.PAPER_JAM));
    assertFault(Kind.JAMMED, () -> bench.printer().print(List.of("a", "b", "c", "d")));
    assertThat(bench.machine.view().lastSlip()).containsExactly("a", "b");
    assertThat(bench.customer().takeReceipt()).isEmpty();
    assertFault(Kind.JAMMED, () -> bench.printer().print(List.of("a")));
    bench.printer().reset();
    bench.printer().print(List.of("a"));
    assertThat(bench.customer().takeReceipt()).contains(List.of("a"));
  }

  @Test
  void a_lasting_paper_jam_waits_for_an_operator() throws DeviceFault {
    bench.arm(Sabotage.lasting(Fault.PAPER_JAM));
    assertFault(Kind.JAMMED, () -> bench.printer().print(List.of("a")));
    assertFault(Kind.JAMMED, bench.printer()::reset);
    assertThat(bench.printer().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    bench.machine.operator().clearJam();
    bench.printer().print(List.of("a"));
  }

  @Test
  void off_the_line_it_does_not_know_its_paper() {
    bench.arm(Sabotage.lasting(Fault.PRINTER_OFFLINE));
    assertThat(bench.printer().paper()).isEqualTo(Paper.UNKNOWN);
    assertFault(Kind.OFFLINE, () -> bench.printer().print(List.of("a")));
  }

  @Test
  void a_touch_comes_as_the_place_on_the_glass() {
    bench.customer().touch(12, 34);
    assertThat(bench.events).containsExactly(new TerminalEvent.Touched(12, 34, 0));
  }

  @Test
  void touching_an_option_touches_the_middle_of_its_area() throws DeviceFault {
    assertThat(bench.customer().touchOption("withdraw")).as("the glass is dark").isFalse();
    Frame frame = menu();
    bench.screen().show(frame, 7);
    assertThat(bench.customer().frame()).contains(frame);
    assertThat(bench.customer().touchOption("withdraw")).isTrue();
    assertThat(bench.events).containsExactly(new TerminalEvent.Touched(150, 220, 7));
    assertThat(bench.customer().touchOption("deposit")).isFalse();
    assertThat(bench.seen).containsExactly("screen show elder / menu", "customer touches withdraw");
  }

  @Test
  void speaks_and_is_silent() throws DeviceFault {
    Speaker speaker = bench.hardware.speaker().orElseThrow();
    speaker.tone(Speaker.Tone.ATTENTION);
    speaker.say("请取卡", "zh");
    assertThat(bench.customer().heard()).isEqualTo("请取卡");
    speaker.silence();
    assertThat(bench.customer().heard()).isEmpty();
    assertThat(bench.seen)
        .containsExactly("speaker tone attention", "speaker say zh: 请取卡", "speaker silence");
  }

  @Test
  void lights_shine_as_they_are_set() throws DeviceFault {
    bench.hardware.lights().orElseThrow().set(Lights.Place.CASH_EXIT, Lights.Rate.MEDIUM);
    assertThat(bench.machine.view().lights())
        .containsEntry(Lights.Place.CASH_EXIT, Lights.Rate.MEDIUM)
        .containsEntry(Lights.Place.RECEIPT, Lights.Rate.OFF);
  }

  @Test
  void devices_that_are_not_fitted_are_not_there() {
    Bench bare = bench(MachineSpec.STANDARD.withExtras(Set.of()));
    assertThat(bare.hardware.speaker()).isEmpty();
    assertThat(bare.hardware.lights()).isEmpty();
    assertThat(bare.hardware.passbookUnit()).isEmpty();
    assertThat(bare.hardware.cashAcceptor()).isEmpty();
    assertThat(bare.machine.view().fitted())
        .containsExactlyInAnyOrder(
            DeviceName.CARD_READER,
            DeviceName.CASH_DISPENSER,
            DeviceName.PIN_PAD,
            DeviceName.RECEIPT_PRINTER,
            DeviceName.SCREEN);
  }

  static Frame menu() {
    return new Frame(
        new Page.Menu(List.of(Wish.WITHDRAW), false),
        new Look(ProfileId.ELDER, Language.CHINESE),
        0,
        0,
        new int[0],
        List.of(new Frame.Area(100, 200, 100, 40, "withdraw", "取款")),
        List.of("取款"),
        List.of());
  }

  private static void assertFault(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
