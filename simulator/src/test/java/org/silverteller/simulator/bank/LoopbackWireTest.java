package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.silverteller.host.HostFault;
import org.silverteller.host.Wire.LineLost;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.LoopbackWire.Cut;
import org.silverteller.simulator.bank.ReplyFault.Late;
import org.silverteller.simulator.bank.ReplyFault.LineDown;
import org.silverteller.simulator.bank.ReplyFault.OutOfOrder;
import org.silverteller.simulator.hardware.Wallet;

class LoopbackWireTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestClock clock = new TestClock();
  private final Instant start = clock.instant();
  private final Saboteur saboteur = new Saboteur();
  private final VirtualBank bank =
      new VirtualBank(
          BankSpec.usual().with(BankRules.USUAL.withLatency(Duration.ofMillis(80))),
          clock,
          7,
          saboteur,
          new Traffic(0));
  private final TestTerminal terminal = TestTerminal.signedOn(bank);
  private final List<Instant> changes = new ArrayList<>();
  private final LoopbackWire wire =
      new LoopbackWire(bank, clock, () -> changes.add(clock.instant()), Duration.ofSeconds(5));

  private byte[] withdrawal() {
    return terminal.sealed(terminal.withdrawal(Wallet.OWN, 100));
  }

  private String code(Optional<byte[]> bytes) throws Exception {
    Message message = terminal.codec().decode(bytes.orElseThrow());
    return message.text(Field.RESPONSE_CODE).orElseThrow();
  }

  @Test
  void waiting_moves_the_clock_to_the_reply_and_no_further() throws Exception {
    wire.send(withdrawal());

    assertThat(code(wire.receive(PATIENCE))).isEqualTo("00");
    assertThat(clock.instant()).isEqualTo(start.plusMillis(80));
  }

  @Test
  void waiting_in_vain_takes_the_whole_patience_and_the_late_reply_comes_to_whoever_waits_next()
      throws Exception {
    saboteur.arm(Target.REQUEST, new Late(Duration.ofSeconds(90)));
    wire.send(withdrawal());

    assertThat(wire.receive(PATIENCE)).isEmpty();
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(60));

    assertThat(code(wire.receive(PATIENCE))).isEqualTo("00");
    assertThat(clock.instant()).isEqualTo(start.plusMillis(90_080));
  }

  @Test
  void looks_without_waiting() throws Exception {
    wire.send(withdrawal());
    assertThat(wire.receive(Duration.ZERO)).isEmpty();
    clock.pass(Duration.ofMillis(80));
    assertThat(wire.receive(Duration.ZERO)).isPresent();
    assertThat(clock.instant()).isEqualTo(start.plusMillis(80));
  }

  @Test
  void hands_over_in_order_of_arrival() throws Exception {
    saboteur.arm(Target.REQUEST, new OutOfOrder());
    Message first = terminal.withdrawal(Wallet.OWN, 100);
    Message second = terminal.inquiry(Wallet.OWN);
    wire.send(terminal.sealed(first));
    assertThat(wire.receive(PATIENCE)).isEmpty();
    wire.send(terminal.sealed(second));

    assertThat(terminal.codec().decode(wire.receive(PATIENCE).orElseThrow()).text(Field.STAN))
        .isEqualTo(second.text(Field.STAN));
    assertThat(terminal.codec().decode(wire.receive(PATIENCE).orElseThrow()).text(Field.STAN))
        .isEqualTo(first.text(Field.STAN));
  }

  @Test
  void a_line_dropped_by_the_bank_is_lost_to_whoever_waits_and_stands_again_after_the_repair()
      throws Exception {
    saboteur.arm(Target.REQUEST, new LineDown(LineDown.When.AFTER_PROCESSING));
    wire.send(withdrawal());

    assertThatThrownBy(() -> wire.receive(PATIENCE)).isInstanceOf(LineLost.class);
    assertThat(wire.up()).isFalse();
    assertThatThrownBy(() -> wire.send(withdrawal()))
        .isInstanceOfSatisfying(
            HostFault.class, fault -> assertThat(fault.kind()).isEqualTo(HostFault.Kind.DOWN));

    Instant again = wire.nextChange().orElseThrow();
    clock.advanceTo(again);
    wire.announce();
    assertThat(wire.up()).isTrue();
    assertThat(changes).containsExactly(start.plusMillis(80), again);
    wire.send(withdrawal());
    assertThat(code(wire.receive(PATIENCE))).isEqualTo("00");
  }

  @Test
  void a_break_before_the_first_byte_leaves_nothing_at_the_bank() {
    wire.cutNext(Cut.BEFORE_THE_FIRST_BYTE);
    assertThatThrownBy(() -> wire.send(withdrawal())).isInstanceOf(HostFault.class);
    assertThat(bank.ledger().postings()).isEmpty();
  }

  @Test
  void a_break_while_sending_may_or_may_not_leave_a_debit() {
    wire.cutNext(Cut.HALF_WAY);
    assertThatThrownBy(() -> wire.send(withdrawal())).isInstanceOf(LineLost.class);
    assertThat(bank.ledger().postings()).isEmpty();

    clock.pass(Duration.ofSeconds(5));
    wire.cutNext(Cut.AFTER_THE_LAST_BYTE);
    assertThatThrownBy(() -> wire.send(withdrawal())).isInstanceOf(LineLost.class);
    assertThat(bank.ledger().postings()).hasSize(1);
    assertThat(wire.nextChange()).contains(clock.instant().plusSeconds(5));
  }

  @Test
  void announces_once_what_nobody_waits_for() throws Exception {
    wire.deliver(bank.beginCutOver());
    assertThat(wire.nextChange()).contains(start.plusMillis(80));

    clock.pass(Duration.ofMillis(80));
    wire.announce();
    wire.announce();

    assertThat(changes).hasSize(1);
    assertThat(wire.nextChange()).isEmpty();
    assertThat(
            terminal
                .codec()
                .decode(wire.receive(Duration.ZERO).orElseThrow())
                .text(Field.NETWORK_CODE))
        .contains("201");
  }

  @Test
  void what_happens_while_waiting_can_break_the_line() {
    LoopbackWire[] broken = new LoopbackWire[1];
    VirtualTime world =
        new VirtualTime() {
          @Override
          public Instant instant() {
            return clock.instant();
          }

          @Override
          public void advanceTo(Instant when) {
            clock.advanceTo(when);
            broken[0].drop();
          }
        };
    broken[0] = new LoopbackWire(bank, world, () -> {}, Duration.ofSeconds(5));

    assertThatThrownBy(() -> broken[0].receive(PATIENCE)).isInstanceOf(LineLost.class);
  }

  @Test
  void a_closed_wire_is_down() {
    wire.close();
    assertThat(wire.up()).isFalse();
    assertThatThrownBy(() -> wire.send(withdrawal())).isInstanceOf(HostFault.class);
  }
}
