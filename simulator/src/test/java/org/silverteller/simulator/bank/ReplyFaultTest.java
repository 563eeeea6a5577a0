package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.Outgoing.LineDropped;
import org.silverteller.simulator.bank.Outgoing.Sent;
import org.silverteller.simulator.bank.ReplyFault.Code;
import org.silverteller.simulator.bank.ReplyFault.Late;
import org.silverteller.simulator.bank.ReplyFault.LineDown;
import org.silverteller.simulator.bank.ReplyFault.Malformed;
import org.silverteller.simulator.bank.ReplyFault.OutOfOrder;
import org.silverteller.simulator.bank.ReplyFault.ReplyLost;
import org.silverteller.simulator.bank.ReplyFault.RequestLost;
import org.silverteller.simulator.bank.ReplyFault.Twice;
import org.silverteller.simulator.bank.ReplyFault.WrongAmount;
import org.silverteller.simulator.bank.ReplyFault.WrongMac;
import org.silverteller.simulator.bank.ReplyFault.WrongStan;
import org.silverteller.simulator.hardware.Wallet;

class ReplyFaultTest {

  private static final Money OPENING = Money.ofFen(1_234_567);
  private static final Money AFTER_500 = OPENING.minus(Money.ofYuan(500));

  private final Saboteur saboteur = new Saboteur();
  private final VirtualBank bank =
      new VirtualBank(
          BankSpec.usual().with(BankRules.USUAL.withLatency(Duration.ofMillis(80))),
          new TestClock(),
          7,
          saboteur,
          new Traffic(0));
  private final TestTerminal terminal = TestTerminal.signedOn(bank);

  private List<Outgoing> struck(ReplyFault fault) {
    saboteur.arm(Target.REQUEST, fault);
    return terminal.send(terminal.withdrawal(Wallet.OWN, 500));
  }

  private Money balance() {
    return bank.ledger().account("account of own-0421").orElseThrow().available();
  }

  @Test
  void a_lost_reply_leaves_a_debit() {
    assertThat(struck(new ReplyLost())).isEmpty();
    assertThat(balance()).isEqualTo(AFTER_500);
  }

  @Test
  void a_lost_request_leaves_no_trace() {
    assertThat(struck(new RequestLost())).isEmpty();
    assertThat(bank.ledger().postings()).isEmpty();
  }

  @Test
  void a_late_reply_comes_after_the_usual_time_and_so_much_more() {
    List<Outgoing> outgoing = struck(new Late(Duration.ofSeconds(61)));
    assertThat(outgoing.get(0).after()).isEqualTo(Duration.ofMillis(61_080));
    assertThat(terminal.macHolds(outgoing)).isTrue();
  }

  @Test
  void a_wrong_mac_is_wrong_and_the_debit_stands() {
    List<Outgoing> outgoing = struck(new WrongMac());
    assertThat(terminal.macHolds(outgoing)).isFalse();
    assertThat(TestTerminal.code(terminal.open(outgoing))).isEqualTo("00");
    assertThat(balance()).isEqualTo(AFTER_500);
  }

  @Test
  void a_wrong_amount_is_under_a_right_mac() {
    List<Outgoing> outgoing = struck(new WrongAmount());
    assertThat(terminal.macHolds(outgoing)).isTrue();
    assertThat(terminal.open(outgoing).text(Field.AMOUNT)).contains("000000060000");
    assertThat(balance()).isEqualTo(AFTER_500);
  }

  @Test
  void a_wrong_stan_is_under_a_right_mac() {
    saboteur.arm(Target.REQUEST, new WrongStan());
    Message request = terminal.withdrawal(Wallet.OWN, 500);
    List<Outgoing> outgoing = terminal.send(request);
    assertThat(terminal.macHolds(outgoing)).isTrue();
    assertThat(terminal.open(outgoing).text(Field.STAN))
        .isNotEqualTo(request.text(Field.STAN))
        .isPresent();
  }

  @Test
  void the_same_reply_comes_twice() {
    List<Outgoing> outgoing = struck(new Twice());
    assertThat(outgoing).hasSize(2);
    assertThat(((Sent) outgoing.get(0)).message()).isEqualTo(((Sent) outgoing.get(1)).message());
    assertThat(balance()).isEqualTo(AFTER_500);
  }

  @Test
  void a_reply_out_of_order_comes_after_the_next() {
    saboteur.arm(Target.REQUEST, new OutOfOrder());
    Message first = terminal.withdrawal(Wallet.OWN, 500);
    Message second = terminal.inquiry(Wallet.OWN);

    assertThat(terminal.send(first)).isEmpty();
    List<Outgoing> outgoing = terminal.send(second);

    assertThat(outgoing).hasSize(2);
    assertThat(terminal.open(outgoing.get(0)).text(Field.STAN)).isEqualTo(second.text(Field.STAN));
    assertThat(terminal.open(outgoing.get(1)).text(Field.STAN)).isEqualTo(first.text(Field.STAN));
  }

  @Test
  void malformed_bytes_differ_from_the_honest_ones_and_are_the_same_for_the_same_seed() {
    byte[] honest = terminal.sealed(terminal.withdrawal(Wallet.OWN, 500));
    for (long seed = 0; seed < 5_000; seed++) {
      byte[] damaged = Mutation.of(honest, seed);
      assertThat(damaged).isNotEqualTo(honest).isEqualTo(Mutation.of(honest, seed));
    }
    assertThat(struck(new Malformed(5))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"91", "96", "05", "ZZ"})
  void a_forced_refusal_debits_nothing(String code) {
    List<Outgoing> outgoing = struck(new Code(code, false));
    assertThat(TestTerminal.code(terminal.open(outgoing))).isEqualTo(code);
    assertThat(balance()).isEqualTo(OPENING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"09", "68", "98", "ZZ"})
  void a_code_that_leaves_the_outcome_open_may_hide_a_debit(String code) {
    List<Outgoing> outgoing = struck(new Code(code, true));
    assertThat(TestTerminal.code(terminal.open(outgoing))).isEqualTo(code);
    assertThat(terminal.open(outgoing).has(Field.AUTH_CODE)).isFalse();
    assertThat(balance()).isEqualTo(AFTER_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"11", "16"})
  void another_approving_code_takes_the_place_of_00_only(String code) {
    assertThat(TestTerminal.code(terminal.open(struck(new Code(code, true))))).isEqualTo(code);

    saboteur.arm(Target.REQUEST, new Code(code, true));
    assertThat(terminal.answer(terminal.withdrawal(Wallet.SHORT_OF_MONEY, 500))).isEqualTo("51");
  }

  @Test
  void a_partial_approval_debits_what_it_approves() {
    saboteur.arm(Target.REQUEST, new Code("10", true));
    Message request = terminal.withdrawal(Wallet.OWN, 500);
    Message reply = terminal.ask(request);

    assertThat(TestTerminal.code(reply)).isEqualTo("10");
    assertThat(reply.text(Field.AMOUNT)).contains("000000020000");
    assertThat(balance()).isEqualTo(OPENING.minus(Money.ofYuan(200)));
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance()).isEqualTo(OPENING);
  }

  @Test
  void nobody_can_approve_without_a_debit() {
    assertThatThrownBy(() -> new Code("00", false)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_line_drops_before_or_after_the_debit() {
    assertThat(struck(new LineDown(LineDown.When.BEFORE_PROCESSING)))
        .singleElement()
        .isInstanceOf(LineDropped.class);
    assertThat(balance()).isEqualTo(OPENING);

    assertThat(struck(new LineDown(LineDown.When.AFTER_PROCESSING)))
        .singleElement()
        .isInstanceOf(LineDropped.class);
    assertThat(balance()).isEqualTo(AFTER_500);
  }

  @Test
  void an_advice_refused_by_force_is_processed_or_not() {
    Message request = terminal.withdrawal(Wallet.OWN, 500);
    assertThat(terminal.answer(request)).isEqualTo("00");
    Message reversal = terminal.reversal(request);

    saboteur.arm(Target.ADVICE, new Code("96", false));
    assertThat(terminal.answer(reversal)).isEqualTo("96");
    assertThat(balance()).isEqualTo(AFTER_500);

    saboteur.arm(Target.ADVICE, new Code("96", true));
    assertThat(terminal.answer(terminal.repeat(reversal))).isEqualTo("96");
    assertThat(balance()).isEqualTo(OPENING);
    assertThat(terminal.answer(terminal.repeat(reversal))).isEqualTo("00");
    assertThat(balance()).isEqualTo(OPENING);
  }

  @Test
  void a_silent_host_is_silent_until_healed_and_faults_strike_their_kind_alone() {
    saboteur.arm(Target.ADVICE, new RequestLost());
    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");

    saboteur.silence();
    assertThat(terminal.send(terminal.inquiry(Wallet.OWN))).isEmpty();
    assertThat(terminal.send(terminal.inquiry(Wallet.OWN))).isEmpty();
    assertThat(saboteur.armed()).hasSize(4);

    saboteur.heal();
    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");
  }
}
