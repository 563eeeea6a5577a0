package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

/** A deposit is credited by its completion, once, and by nothing else. */
class BankDepositTest {

  private final VirtualBank bank =
      new VirtualBank(BankSpec.usual(), new TestClock(), 7, FaultSource.NONE, new Traffic(0));
  private final TestTerminal terminal = TestTerminal.signedOn(bank);
  private final Money opening = balance(Wallet.OWN);

  private Money balance(VirtualCard card) {
    return bank.ledger().account("account of " + card.name()).orElseThrow().ledger();
  }

  @Test
  void credits_nothing_upon_the_request() {
    assertThat(terminal.answer(terminal.deposit(Wallet.OWN, 1000))).isEqualTo("00");
    assertThat(balance(Wallet.OWN)).isEqualTo(opening);
  }

  @Test
  void credits_the_actual_amount_once_however_often_it_is_told() {
    Message request = terminal.deposit(Wallet.OWN, 1000);
    assertThat(terminal.answer(request)).isEqualTo("00");

    assertThat(terminal.answer(terminal.completion(request, 900))).isEqualTo("00");
    assertThat(terminal.answer(terminal.completion(request, 900))).isEqualTo("00");
    assertThat(terminal.answer(terminal.completion(request, 1000))).isEqualTo("12");

    assertThat(balance(Wallet.OWN)).isEqualTo(opening.plus(Money.ofYuan(900)));
    assertThat(bank.ledger().credited("account of " + Wallet.OWN.name()))
        .isEqualTo(Money.ofYuan(900));
  }

  @Test
  void credits_what_it_never_saw_the_request_of_and_refuses_the_late_request() {
    Message request = terminal.deposit(Wallet.OWN, 1000);

    assertThat(terminal.answer(terminal.completion(request, 1000))).isEqualTo("00");
    assertThat(terminal.answer(request)).isEqualTo("94");

    assertThat(balance(Wallet.OWN)).isEqualTo(opening.plus(Money.ofYuan(1000)));
  }

  @Test
  void takes_a_request_back_without_moving_money_and_credits_what_people_found_later() {
    Message request = terminal.deposit(Wallet.OWN, 1000);
    assertThat(terminal.answer(request)).isEqualTo("00");

    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance(Wallet.OWN)).isEqualTo(opening);

    assertThat(terminal.answer(terminal.completion(request, 1000))).isEqualTo("00");
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance(Wallet.OWN)).isEqualTo(opening.plus(Money.ofYuan(1000)));
  }

  @Test
  void takes_no_deposit_to_another_banks_card() {
    Message request = terminal.deposit(Wallet.VISA, 1000);
    assertThat(terminal.answer(request)).isEqualTo("57");
    assertThat(terminal.answer(terminal.completion(request, 1000))).isEqualTo("14");
    assertThat(bank.ledger().exceptions()).hasSize(1);
  }
}
