package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.host.iso8583.Dialect;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.Posting.Standing;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

class BankReversalTest {

  private static final Money OPENING = Money.ofFen(1_234_567);

  private final VirtualBank bank =
      new VirtualBank(BankSpec.usual(), new TestClock(), 7, FaultSource.NONE, new Traffic(0));
  private final TestTerminal terminal = TestTerminal.signedOn(bank);

  private Money balance(VirtualCard card) {
    return bank.ledger().account("account of " + card.name()).orElseThrow().ledger();
  }

  private Posting posting(Message request) {
    return bank.ledger().posting(terminal.id(request)).orElseThrow();
  }

  private Message paid(VirtualCard card, long yuan) {
    Message request = terminal.withdrawal(card, yuan);
    assertThat(terminal.answer(request)).isEqualTo("00");
    return request;
  }

  @Test
  void gives_the_whole_amount_back_once_however_often_it_is_told() {
    Message request = paid(Wallet.OWN, 500);
    Message reversal = terminal.reversal(request);

    assertThat(terminal.answer(reversal)).isEqualTo("00");
    assertThat(terminal.answer(terminal.repeat(reversal))).isEqualTo("00");
    assertThat(terminal.answer(terminal.repeat(reversal))).isEqualTo("00");

    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING);
    assertThat(posting(request).standing()).isEqualTo(Standing.REVERSED);
    assertThat(posting(request).advices()).isEqualTo(3);
  }

  @Test
  void dedupes_on_field_90_and_not_on_the_stan_of_the_reversal() {
    Message request = paid(Wallet.OWN, 500);
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");

    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING);
  }

  @Test
  void leaves_a_tombstone_so_that_the_late_request_debits_nothing() {
    Message request = terminal.withdrawal(Wallet.OWN, 500);
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(posting(request).standing()).isEqualTo(Standing.TOMBSTONE);

    assertThat(terminal.answer(request)).isEqualTo("94");
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING);
  }

  @Test
  void accepts_the_reversal_of_what_it_refused_and_credits_nothing() {
    Message request = terminal.withdrawal(Wallet.SHORT_OF_MONEY, 500);
    assertThat(terminal.answer(request)).isEqualTo("51");

    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance(Wallet.SHORT_OF_MONEY)).isEqualTo(Money.ofYuan(60));
  }

  @Test
  void gives_back_the_part_that_was_not_paid() {
    Message request = paid(Wallet.OWN, 500);
    Message partial = terminal.partialReversal(request, 300);

    assertThat(terminal.answer(partial)).isEqualTo("00");
    assertThat(terminal.answer(terminal.repeat(partial))).isEqualTo("00");

    assertThat(posting(request).retained()).isEqualTo(Money.ofYuan(300));
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(300)));
  }

  @Test
  void raises_an_exception_when_a_second_reversal_tells_another_amount() {
    Message request = paid(Wallet.OWN, 500);
    assertThat(terminal.answer(terminal.partialReversal(request, 300))).isEqualTo("00");

    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("12");
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(300)));
    assertThat(bank.ledger().exceptions()).hasSize(1);
  }

  @Test
  void takes_no_field_95_for_another_banks_card() {
    Message request = paid(Wallet.VISA, 500);

    assertThat(terminal.answer(terminal.partialReversal(request, 300))).isEqualTo("12");
    assertThat(posting(request).retained()).isEqualTo(Money.ofYuan(500));
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(posting(request).retained()).isEqualTo(Money.ZERO);
  }

  @Test
  void takes_no_reversal_that_leaves_more_than_the_debit() {
    Message request = paid(Wallet.OWN, 500);
    assertThat(terminal.answer(terminal.partialReversal(request, 600))).isEqualTo("12");
    assertThat(posting(request).retained()).isEqualTo(Money.ofYuan(500));
  }

  @Test
  void takes_no_reversal_of_another_amount_or_card() {
    Message request = paid(Wallet.OWN, 500);
    Message amount =
        terminal.reversal(request).toBuilder().set(Field.AMOUNT, "000000060000").build();
    Message card =
        terminal.reversal(request).toBuilder().set(Field.PAN, Wallet.SENIOR.pan().reveal()).build();

    assertThat(terminal.answer(amount)).isEqualTo("12");
    assertThat(terminal.answer(card)).isEqualTo("12");
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(500)));
    assertThat(balance(Wallet.SENIOR)).isEqualTo(Money.ofYuan(3_000));
  }

  @Test
  void does_not_confuse_the_same_stan_of_two_terminals() {
    TestTerminal other =
        new TestTerminal(
            bank::receive, "SH010002", Dialect.TERMINAL, MacAlgorithm.X9_19, MasterKey.TEST);
    assertThat(other.signOn()).isEqualTo("00");
    Message mine = paid(Wallet.OWN, 500);
    Message theirs = other.withdrawal(Wallet.OWN, 200);
    assertThat(theirs.text(Field.STAN)).isEqualTo(mine.text(Field.STAN));
    assertThat(other.answer(theirs)).isEqualTo("00");

    assertThat(other.answer(other.reversal(theirs))).isEqualTo("00");

    assertThat(posting(mine).retained()).isEqualTo(Money.ofYuan(500));
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(500)));
  }

  @Test
  void a_completion_tells_the_actual_amount() {
    Message whole = paid(Wallet.OWN, 500);
    Message part = paid(Wallet.OWN, 500);

    assertThat(terminal.answer(terminal.completion(whole, 500))).isEqualTo("00");
    assertThat(terminal.answer(terminal.completion(part, 200))).isEqualTo("00");
    assertThat(terminal.answer(terminal.completion(part, 200))).isEqualTo("00");

    assertThat(posting(whole).standing()).isEqualTo(Standing.COMPLETED);
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(700)));
  }

  @Test
  void a_reversal_may_follow_a_completion_only_when_both_say_the_same() {
    Message request = paid(Wallet.OWN, 500);
    assertThat(terminal.answer(terminal.completion(request, 300))).isEqualTo("00");

    assertThat(terminal.answer(terminal.partialReversal(request, 300))).isEqualTo("00");
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("12");
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(300)));
  }

  @Test
  void an_unknown_outcome_moves_no_money_until_people_decide() {
    Message request = paid(Wallet.OWN, 500);

    assertThat(terminal.answer(terminal.unknownOutcome(request))).isEqualTo("00");
    assertThat(posting(request).standing()).isEqualTo(Standing.SUSPECT);
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING.minus(Money.ofYuan(500)));

    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance(Wallet.OWN)).isEqualTo(OPENING);
  }

  @Test
  void raises_an_exception_when_notes_were_paid_without_a_debit() {
    Message never = terminal.withdrawal(Wallet.OWN, 500);
    Message refused = terminal.withdrawal(Wallet.SHORT_OF_MONEY, 500);
    assertThat(terminal.answer(refused)).isEqualTo("51");

    assertThat(terminal.answer(terminal.completion(never, 500))).isEqualTo("25");
    assertThat(terminal.answer(terminal.completion(refused, 500))).isEqualTo("12");
    assertThat(bank.ledger().exceptions()).hasSize(2);
  }

  @Test
  void takes_no_reversal_with_a_wrong_mac() {
    Message request = paid(Wallet.OWN, 500);
    byte[] bytes = terminal.sealed(terminal.reversal(request));
    bytes[bytes.length - 1] ^= 1;

    assertThat(TestTerminal.code(terminal.open(bank.receive(bytes)))).isEqualTo("A0");
    assertThat(posting(request).retained()).isEqualTo(Money.ofYuan(500));
  }

  @Test
  void calls_a_reversal_of_a_reversal_a_format_error() {
    Message request = paid(Wallet.OWN, 500);
    Message reversal = terminal.reversal(request);
    String named = reversal.text(Field.ORIGINAL).orElseThrow();
    Message twisted = reversal.toBuilder().set(Field.ORIGINAL, "0420" + named.substring(4)).build();

    assertThat(terminal.answer(twisted)).isEqualTo("30");
  }

  @Test
  void remembers_what_closed_postings_retained() {
    Message done = paid(Wallet.OWN, 500);
    Message open = paid(Wallet.OWN, 200);
    bank.ledger().close(posting -> posting.id().equals(terminal.id(done)));

    assertThat(bank.ledger().postings()).hasSize(1);
    assertThat(bank.ledger().retained("account of own-0421")).isEqualTo(Money.ofYuan(700));
    assertThat(bank.ledger().account("account of own-0421").orElseThrow().paidFen())
        .isEqualTo(70_000);
    assertThat(terminal.answer(terminal.reversal(open))).isEqualTo("00");
    assertThat(bank.ledger().retained("account of own-0421")).isEqualTo(Money.ofYuan(500));
  }
}
