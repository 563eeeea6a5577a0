package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.silverteller.device.CardReader;
import org.silverteller.device.CardReader.Media;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.scenario.Wiring;

class CardReaderTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  private final Bench bench = bench(MachineSpec.STANDARD);

  @Test
  void takes_a_card_reads_it_and_gives_it_back() throws DeviceFault {
    bench.reader().accept(true);
    assertThat(bench.customer().insertCard(Wallet.OWN)).isTrue();
    assertThat(bench.events).containsExactly(new TerminalEvent.CardInserted());
    assertThat(bench.reader().media()).isEqualTo(Media.INSIDE);
    assertThat(bench.reader().readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
    assertThat(bench.customer().takeCard()).isEmpty();

    bench.events.clear();
    bench.reader().eject();
    assertThat(bench.reader().media()).isEqualTo(Media.AT_EXIT);
    assertThat(bench.events).isEmpty();
    assertThat(bench.customer().takeCard()).contains(Wallet.OWN);
    assertThat(bench.events).containsExactly(new TerminalEvent.CardTaken());
    assertThat(bench.reader().media()).isEqualTo(Media.NOT_PRESENT);
  }

  @Test
  void takes_no_card_while_the_slot_is_closed_and_only_one_while_it_is_open() throws DeviceFault {
    assertThat(bench.customer().insertCard(Wallet.OWN)).isFalse();
    bench.reader().accept(true);
    assertThat(bench.customer().insertCard(Wallet.OWN)).isTrue();
    assertThat(bench.customer().insertCard(Wallet.VISA)).isFalse();
    bench.reader().eject();
    bench.customer().takeCard();
    assertThat(bench.customer().insertCard(Wallet.VISA)).isFalse();
    bench.reader().accept(true);
    bench.reader().accept(false);
    assertThat(bench.customer().insertCard(Wallet.VISA)).isFalse();
  }

  @Test
  void retains_a_card_from_inside_and_from_the_exit() throws DeviceFault {
    insert(Wallet.OWN);
    bench.reader().retain();
    insert(Wallet.VISA);
    bench.reader().eject();
    bench.reader().retain();
    assertThat(bench.reader().retained()).isEqualTo(2);
    assertThat(bench.reader().media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(bench.customer().takeCard()).isEmpty();
    bench.reader().accept(true);
    assertThat(bench.customer().insertCard(Wallet.VISA)).as("it is in the bin").isFalse();

    assertThat(bench.machine.operator().emptyBins().cards())
        .containsExactly(Wallet.OWN, Wallet.VISA);
    assertThat(bench.reader().retained()).isZero();
    bench.machine.ledger().demandBalance();
  }

  @Test
  void finds_no_card_to_retain_when_it_was_taken_a_moment_before() throws DeviceFault {
    insert(Wallet.OWN);
    bench.reader().eject();
    bench.customer().takeCard();
    assertFault(Kind.NO_MEDIA, bench.reader()::retain);
    assertFault(Kind.NO_MEDIA, bench.reader()::eject);
    assertFault(Kind.NO_MEDIA, bench.reader()::readTrack2);
  }

  @Test
  void says_that_a_full_bin_takes_no_more() throws DeviceFault {
    Bench small =
        bench(
            MachineSpec.STANDARD.withReader(
                new CardReader.Capabilities(false, false, true, true, 1)));
    small.reader().accept(true);
    small.customer().insertCard(Wallet.OWN);
    small.reader().retain();
    assertThat(small.reader().status()).isEqualTo(DeviceStatus.NEEDS_ATTENTION);
    small.reader().accept(true);
    small.customer().insertCard(Wallet.VISA);
    assertFault(Kind.FULL, small.reader()::retain);
    assertThat(small.reader().media()).isEqualTo(Media.INSIDE);
    small.machine.operator().emptyBins();
    small.reader().retain();
  }

  @Test
  void says_so_where_it_cannot_retain() throws DeviceFault {
    Bench plain =
        bench(
            MachineSpec.STANDARD.withReader(
                new CardReader.Capabilities(false, false, true, false, 0)));
    plain.reader().accept(true);
    plain.customer().insertCard(Wallet.OWN);
    assertFault(Kind.UNSUPPORTED, plain.reader()::retain);
    assertThat(plain.reader().media()).isEqualTo(Media.INSIDE);
    assertThat(plain.reader().status()).isEqualTo(DeviceStatus.ONLINE);
  }

  @Test
  void leaves_the_card_in_reach_where_it_is_drawn_out_by_hand() throws DeviceFault {
    Bench dip =
        bench(
            MachineSpec.STANDARD.withReader(
                new CardReader.Capabilities(false, false, false, false, 0)));
    dip.reader().accept(true);
    dip.customer().insertCard(Wallet.OWN);
    assertThat(dip.reader().media()).isEqualTo(Media.AT_EXIT);
    assertThat(dip.reader().readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
    assertFault(Kind.UNSUPPORTED, dip.reader()::eject);
    assertThat(dip.customer().takeCard()).contains(Wallet.OWN);
    assertFault(Kind.NO_MEDIA, dip.reader()::readTrack2);
  }

  @Test
  void cannot_read_a_damaged_stripe_nor_with_a_dirty_head() throws DeviceFault {
    insert(Wallet.DAMAGED);
    assertFault(Kind.UNREADABLE, bench.reader()::readTrack2);
    bench.reader().eject();
    bench.customer().takeCard();
    insert(Wallet.OWN);
    bench.arm(Sabotage.once(Fault.CARD_UNREADABLE));
    assertFault(Kind.UNREADABLE, bench.reader()::readTrack2);
    assertThat(bench.reader().readTrack2().pan()).isEqualTo(Wallet.OWN.pan());
  }

  @Test
  void a_card_that_stuck_once_comes_loose_at_reset() throws DeviceFault {
    insert(Wallet.OWN);
    bench.arm(Sabotage.once(Fault.CARD_JAM));
    assertFault(Kind.JAMMED, bench.reader()::eject);
    assertThat(bench.reader().media()).isEqualTo(Media.JAMMED);
    assertFault(Kind.JAMMED, bench.reader()::readTrack2);
    bench.reader().reset();
    assertThat(bench.reader().media()).isEqualTo(Media.INSIDE);
    bench.reader().eject();
    assertThat(bench.customer().takeCard()).contains(Wallet.OWN);
  }

  @Test
  void a_card_that_sticks_for_good_is_taken_out_by_an_operator() throws DeviceFault {
    insert(Wallet.OWN);
    bench.arm(Sabotage.lasting(Fault.CARD_JAM));
    assertFault(Kind.JAMMED, bench.reader()::eject);
    assertFault(Kind.JAMMED, bench.reader()::reset);
    assertFault(Kind.JAMMED, bench.reader()::retain);
    assertThat(bench.reader().status()).isEqualTo(DeviceStatus.HARDWARE_ERROR);
    assertThat(bench.customer().takeCard()).isEmpty();
    assertThat(bench.machine.operator().clearJam().card()).contains(Wallet.OWN);
    assertThat(bench.reader().media()).isEqualTo(Media.NOT_PRESENT);
    assertThat(bench.reader().status()).isEqualTo(DeviceStatus.ONLINE);
    bench.machine.ledger().demandBalance();
  }

  @Test
  void a_drive_that_fails_to_retain_leaves_the_card_where_it_was() throws DeviceFault {
    insert(Wallet.OWN);
    bench.reader().eject();
    bench.arm(Sabotage.once(Fault.RETAIN_FAILS));
    assertFault(Kind.HARDWARE, bench.reader()::retain);
    assertThat(bench.customer().takeCard()).contains(Wallet.OWN);
  }

  @Test
  void off_the_line_it_knows_nothing() throws DeviceFault {
    insert(Wallet.OWN);
    bench.arm(Sabotage.lasting(Fault.CARD_READER_OFFLINE));
    assertThat(bench.reader().media()).isEqualTo(Media.UNKNOWN);
    assertThat(bench.reader().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertFault(Kind.OFFLINE, bench.reader()::eject);
    bench.machine.saboteur().clearAll();
    assertThat(bench.reader().media()).isEqualTo(Media.INSIDE);
  }

  private void insert(VirtualCard card) throws DeviceFault {
    bench.reader().accept(true);
    assertThat(bench.customer().insertCard(card)).isTrue();
  }

  private static void assertFault(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
