package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.Mti;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault.CutOverNow;
import org.silverteller.simulator.bank.ReplyFault.WrongKeyCheck;
import org.silverteller.simulator.hardware.Wallet;

class BankNetworkTest {

  private final Saboteur saboteur = new Saboteur();
  private final VirtualBank bank =
      new VirtualBank(BankSpec.usual(), new TestClock(), 7, saboteur, new Traffic(0));
  private final TestTerminal terminal = TestTerminal.signedOn(bank);

  private Message sent(Message message) {
    return terminal.open(bank.receive(terminal.codec().encode(message)));
  }

  private Message network(String code) {
    return Message.of(Mti.NETWORK_REQUEST)
        .set(Field.TRANSMISSION_TIME, "1123100000")
        .set(Field.STAN, "000777")
        .set(Field.FORWARDER, "01022900")
        .set(Field.NETWORK_CODE, code)
        .build();
  }

  @Test
  void hands_out_both_keys_with_their_check_values_at_sign_on() {
    Message reply = sent(terminal.signOnMessage());

    assertThat(reply.mti()).isEqualTo(Mti.NETWORK_RESPONSE);
    assertThat(TestTerminal.code(reply)).isEqualTo("00");
    assertThat(reply.bytes(Field.KEYS).orElseThrow()).hasSize(40);
    assertThat(reply.text(Field.LOCAL_DATE)).contains("1123");
    assertThat(reply.text(Field.LOCAL_TIME)).contains("100000");
    assertThat(reply.text(Field.SETTLEMENT_DATE)).contains("1123");
    terminal.takeKeys(reply.bytes(Field.KEYS).orElseThrow());
    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");
  }

  @Test
  void gives_other_keys_at_every_sign_on_and_forgets_the_old() {
    byte[] first = sent(terminal.signOnMessage()).bytes(Field.KEYS).orElseThrow();
    byte[] second = sent(terminal.signOnMessage()).bytes(Field.KEYS).orElseThrow();

    assertThat(first).isNotEqualTo(second);
    terminal.takeKeys(first);
    Message reply = terminal.open(terminal.send(terminal.inquiry(Wallet.OWN)));
    assertThat(TestTerminal.code(reply)).isEqualTo("A0");
  }

  @Test
  void gives_the_same_keys_for_the_same_seed() {
    VirtualBank one =
        new VirtualBank(BankSpec.usual(), new TestClock(), 11, FaultSource.NONE, new Traffic(0));
    VirtualBank two =
        new VirtualBank(BankSpec.usual(), new TestClock(), 11, FaultSource.NONE, new Traffic(0));
    byte[] signOn = terminal.codec().encode(terminal.signOnMessage());

    assertThat(terminal.open(one.receive(signOn))).isEqualTo(terminal.open(two.receive(signOn)));
  }

  @Test
  void may_send_a_wrong_check_value() {
    saboteur.arm(Target.NETWORK, new WrongKeyCheck());
    byte[] honest = sent(terminal.signOnMessage()).bytes(Field.KEYS).orElseThrow();

    assertThatThrownBy(() -> terminal.takeKeys(honest)).isInstanceOf(AssertionError.class);
  }

  @Test
  void answers_an_echo() {
    Message reply = sent(network("301"));

    assertThat(TestTerminal.code(reply)).isEqualTo("00");
    assertThat(reply.text(Field.NETWORK_CODE)).contains("301");
    assertThat(reply.text(Field.STAN)).contains("000777");
  }

  @Test
  void calls_a_network_message_that_it_does_not_know_a_format_error() {
    assertThat(TestTerminal.code(sent(network("999")))).isEqualTo("30");
  }

  @Test
  void forgets_the_keys_of_a_terminal_that_signs_off() {
    Message signOff = terminal.signOnMessage().toBuilder().set(Field.REASON, "00000001002").build();
    assertThat(TestTerminal.code(sent(signOff))).isEqualTo("00");

    assertThat(bank.signedOn()).isEmpty();
    Message reply = terminal.open(terminal.send(terminal.inquiry(Wallet.OWN)));
    assertThat(TestTerminal.code(reply)).isEqualTo("97");
  }

  @Test
  void uses_new_keys_from_the_moment_the_terminal_accepts_them() {
    Message offer = terminal.open(bank.changeKeys(TestTerminal.ID));
    assertThat(offer.text(Field.NETWORK_CODE)).contains("101");
    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");

    terminal.takeKeys(offer.bytes(Field.KEYS).orElseThrow());
    Message accepted =
        Message.of(Mti.NETWORK_RESPONSE)
            .echo(offer, 7, 11, 33, 70)
            .set(Field.RESPONSE_CODE, "00")
            .build();
    assertThat(bank.receive(terminal.codec().encode(accepted))).isEmpty();

    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");
  }

  @Test
  void keeps_the_old_keys_when_the_terminal_refuses_the_new() {
    Message offer = terminal.open(bank.changeKeys(TestTerminal.ID));
    Message refused =
        Message.of(Mti.NETWORK_RESPONSE)
            .echo(offer, 7, 11, 33, 70)
            .set(Field.RESPONSE_CODE, "30")
            .build();
    bank.receive(terminal.codec().encode(refused));

    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");
  }

  @Test
  void sends_new_keys_to_a_terminal_that_asks_for_them() {
    Message ask = network("101").toBuilder().set(Field.TERMINAL_ID, TestTerminal.ID).build();
    List<Outgoing> outgoing = bank.receive(terminal.codec().encode(ask));

    assertThat(outgoing).hasSize(2);
    assertThat(TestTerminal.code(terminal.open(outgoing.get(0)))).isEqualTo("00");
    assertThat(terminal.open(outgoing.get(1)).has(Field.KEYS)).isTrue();
  }

  @Test
  void refuses_requests_while_it_cuts_over_and_then_books_under_the_next_day() {
    Message begins = terminal.open(bank.beginCutOver());
    assertThat(begins.mti()).isEqualTo(Mti.NETWORK_ADVICE);
    assertThat(begins.text(Field.NETWORK_CODE)).contains("201");
    assertThat(begins.text(Field.SETTLEMENT_DATE)).contains("1124");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 100))).isEqualTo("90");

    Message ends = terminal.open(bank.endCutOver());
    assertThat(ends.text(Field.NETWORK_CODE)).contains("202");
    assertThat(bank.businessDate()).isEqualTo(LocalDate.of(2026, 11, 24));
    Message reply = terminal.ask(terminal.withdrawal(Wallet.OWN, 100));
    assertThat(TestTerminal.code(reply)).isEqualTo("00");
    assertThat(reply.text(Field.SETTLEMENT_DATE)).contains("1124");
  }

  @Test
  void takes_reversals_while_it_cuts_over() {
    Message request = terminal.withdrawal(Wallet.OWN, 100);
    assertThat(terminal.answer(request)).isEqualTo("00");
    bank.beginCutOver();

    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
  }

  @Test
  void may_begin_the_cut_over_on_a_request() {
    saboteur.arm(Target.REQUEST, new CutOverNow());
    List<Outgoing> outgoing = terminal.send(terminal.withdrawal(Wallet.OWN, 100));

    assertThat(outgoing).hasSize(2);
    assertThat(terminal.open(outgoing.get(0)).text(Field.NETWORK_CODE)).contains("201");
    assertThat(TestTerminal.code(terminal.open(outgoing.get(1)))).isEqualTo("90");
  }

  @Test
  void has_nothing_to_say_to_bytes_that_are_no_message() {
    assertThat(bank.receive(new byte[] {2, 0, 1})).isEmpty();
    assertThat(bank.receive(new byte[0])).isEmpty();
  }
}
