package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.CardScheme;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.host.Reply.AgeBand;
import org.silverteller.host.iso8583.AdditionalData;
import org.silverteller.host.iso8583.Dialect;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.VirtualCard;
import org.silverteller.simulator.hardware.Wallet;

class BankDecisionsTest {

  private final TestClock clock = new TestClock();
  private VirtualBank bank;
  private TestTerminal terminal;

  @BeforeEach
  void signs_on() {
    open(BankSpec.usual());
  }

  private void open(BankSpec spec) {
    bank = new VirtualBank(spec, clock, 7, FaultSource.NONE, new Traffic(0));
    terminal = TestTerminal.signedOn(bank);
  }

  private Money balance(VirtualCard card) {
    return bank.ledger().account("account of " + card.name()).orElseThrow().available();
  }

  @Test
  void approves_debits_and_tells_balances_date_and_authorisation() {
    Message request = terminal.withdrawal(Wallet.OWN, 500);

    Message reply = terminal.ask(request);

    assertThat(TestTerminal.code(reply)).isEqualTo("00");
    assertThat(reply.text(Field.AMOUNT)).contains("000000050000");
    assertThat(reply.text(Field.SETTLEMENT_DATE)).contains("1123");
    assertThat(reply.text(Field.AUTH_CODE)).contains("000001");
    assertThat(reply.text(Field.BALANCES))
        .contains("0001156C000001184567" + "0002156C000001184567");
    assertThat(balance(Wallet.OWN)).isEqualTo(Money.ofFen(1_184_567));
    Posting posting = bank.ledger().posting(terminal.id(request)).orElseThrow();
    assertThat(posting.debited()).isEqualTo(Money.ofYuan(500));
    assertThat(posting.rrn()).isEqualTo(request.text(Field.RRN).orElseThrow());
    assertThat(posting.toString()).contains("622848*********0421").doesNotContain("6228480010");
  }

  @Test
  void tells_the_balance_without_a_debit() {
    Message reply = terminal.ask(terminal.inquiry(Wallet.OWN));

    assertThat(TestTerminal.code(reply)).isEqualTo("00");
    assertThat(reply.text(Field.BALANCES))
        .contains("0001156C000001234567" + "0002156C000001234567");
    assertThat(balance(Wallet.OWN)).isEqualTo(Money.ofFen(1_234_567));
  }

  @Test
  void tells_the_age_band_of_its_own_holders_and_of_no_others() {
    assertThat(band(Wallet.SENIOR)).isEqualTo(AgeBand.OVER_60);
    assertThat(band(Wallet.OWN)).isEqualTo(AgeBand.UNDER_60);
    assertThat(band(Wallet.DOMESTIC)).isEqualTo(AgeBand.UNKNOWN);
    assertThat(band(Wallet.VISA)).isEqualTo(AgeBand.UNKNOWN);
  }

  private AgeBand band(VirtualCard card) {
    return AdditionalData.ageBand(terminal.ask(terminal.inquiry(card)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "visa-1111",
        "mastercard-4444",
        "amex-0005",
        "jcb-0000",
        "diners-5904",
        "discover-1117"
      })
  void pays_foreign_cards(String name) {
    assertThat(terminal.answer(terminal.withdrawal(card(name), 2_000))).isEqualTo("00");
  }

  @ParameterizedTest
  @CsvSource({
    "short-0512, 100, 51",
    "expired-0748, 100, 54",
    "blocked-0635, 100, 62",
    "stolen-1095, 100, 43",
    "chip-0866, 100, 45",
    "visa-1111, 3100, 61",
    "own-0421, 20100, 61",
    "own-0421, 0, 13",
  })
  void refuses_and_debits_nothing(String name, long yuan, String code) {
    Money before = balance(card(name));
    Message request = terminal.withdrawal(card(name), yuan);

    assertThat(terminal.answer(request)).isEqualTo(code);
    assertThat(balance(card(name))).isEqualTo(before);
    assertThat(bank.ledger().posting(terminal.id(request)).orElseThrow().standing())
        .isEqualTo(Posting.Standing.DECLINED);
  }

  private static VirtualCard card(String name) {
    return Wallet.card(name).orElseThrow();
  }

  @Test
  void keeps_a_card_reported_lost_and_forgives_once_it_is_issued_anew() {
    bank.mark(Wallet.OWN.pan(), CardStatus.LOST);
    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("41");

    bank.reissue(Wallet.OWN.pan());
    assertThat(terminal.answer(terminal.inquiry(Wallet.OWN))).isEqualTo("00");
  }

  @Test
  void does_not_know_a_card_that_nobody_issued() {
    open(BankSpec.of(List.of(Wallet.OWN), BankRules.USUAL));
    assertThat(terminal.answer(terminal.withdrawal(Wallet.SENIOR, 100))).isEqualTo("14");
  }

  @Test
  void asks_again_after_a_wrong_pin_and_bars_the_card_after_the_third() {
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100))).isEqualTo("55");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100))).isEqualTo("55");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100))).isEqualTo("38");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 100))).isEqualTo("75");
  }

  @Test
  void may_have_the_card_kept_after_the_last_wrong_pin() {
    open(BankSpec.usual().with(BankRules.USUAL.withLastTryCode("67")));
    terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100));
    terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100));

    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100))).isEqualTo("67");
  }

  @Test
  void forgets_wrong_pins_after_a_right_one() {
    for (int visit = 0; visit < 3; visit++) {
      assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, "000000", 100))).isEqualTo("55");
      assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 100))).isEqualTo("00");
    }
  }

  @Test
  void calls_for_new_keys_when_the_pin_block_is_of_another_key() {
    Message request =
        terminal.withdrawal(Wallet.OWN, 100).toBuilder()
            .set(Field.PIN_DATA, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
            .build();
    assertThat(terminal.answer(request)).isEqualTo("99");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 100))).isEqualTo("00");
  }

  @Test
  void counts_amounts_and_withdrawals_of_a_day() {
    open(BankSpec.usual().with(BankRules.USUAL.withDaily(Money.ofYuan(1_000), 3)));
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 900))).isEqualTo("00");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 200))).isEqualTo("61");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 50))).isEqualTo("00");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 50))).isEqualTo("00");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 50))).isEqualTo("65");

    clock.pass(Duration.ofDays(1));
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 1_000))).isEqualTo("00");
  }

  @Test
  void frees_the_limit_of_what_was_reversed() {
    open(BankSpec.usual().with(BankRules.USUAL.withDaily(Money.ofYuan(1_000), 1)));
    Message request = terminal.withdrawal(Wallet.OWN, 1_000);
    assertThat(terminal.answer(request)).isEqualTo("00");
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");

    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 1_000))).isEqualTo("00");
  }

  @Test
  void cannot_reach_a_scheme_that_is_switched_off() {
    bank.reachable(CardScheme.AMEX, false);
    assertThat(terminal.answer(terminal.withdrawal(Wallet.AMEX, 100))).isEqualTo("91");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.JCB, 100))).isEqualTo("00");

    bank.reachable(CardScheme.AMEX, true);
    assertThat(terminal.answer(terminal.withdrawal(Wallet.AMEX, 100))).isEqualTo("00");
  }

  @Test
  void takes_foreign_chip_cards_by_stripe_only_as_a_fallback() {
    VirtualCard chip =
        VirtualCard.of("chip", "4000000000000002", "3912", "201", "1234", CardScheme.VISA);
    open(BankSpec.of(List.of(chip), BankRules.USUAL));

    assertThat(terminal.answer(terminal.withdrawal(chip, 100))).isEqualTo("45");
    Message fallback =
        terminal.withdrawal(chip, 100).toBuilder().set(Field.ENTRY_MODE, "801").build();
    assertThat(terminal.answer(fallback)).isEqualTo("00");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 7, 12, 22, 25, 32, 37, 42, 49, 52, 53, 60})
  void calls_a_request_without_a_mandatory_field_a_format_error(int field) {
    Message request = terminal.withdrawal(Wallet.OWN, 100).toBuilder().remove(field).build();

    assertThat(TestTerminal.code(terminal.open(terminal.send(request)))).isEqualTo("30");
    assertThat(bank.ledger().postings()).isEmpty();
  }

  @Test
  void calls_another_currency_and_a_foreign_track_format_errors() {
    Message dollars =
        terminal.withdrawal(Wallet.OWN, 100).toBuilder().set(Field.CURRENCY, "840").build();
    Message track =
        terminal.withdrawal(Wallet.OWN, 100).toBuilder()
            .set(Field.TRACK_2, Wallet.VISA.track2().reveal())
            .build();

    assertThat(terminal.answer(dollars)).isEqualTo("30");
    assertThat(terminal.answer(track)).isEqualTo("30");
  }

  @Test
  void refuses_a_service_that_it_does_not_offer_to_machines() {
    Message unknown =
        terminal.withdrawal(Wallet.OWN, 100).toBuilder()
            .set(Field.PROCESSING_CODE, "990000")
            .build();
    assertThat(terminal.answer(unknown)).isEqualTo("40");
  }

  @Test
  void refuses_the_same_request_again_without_a_second_debit() {
    Message request = terminal.withdrawal(Wallet.OWN, 100);
    assertThat(terminal.answer(request)).isEqualTo("00");
    assertThat(terminal.answer(request)).isEqualTo("94");

    assertThat(balance(Wallet.OWN)).isEqualTo(Money.ofFen(1_224_567));
    assertThat(bank.ledger().posting(terminal.id(request)).orElseThrow().repeats()).isOne();
  }

  @Test
  void refuses_a_request_with_a_wrong_mac_and_keeps_no_trace_of_it() {
    byte[] bytes = terminal.sealed(terminal.withdrawal(Wallet.OWN, 100));
    bytes[bytes.length - 1] ^= 1;

    assertThat(TestTerminal.code(terminal.open(bank.receive(bytes)))).isEqualTo("A0");
    assertThat(bank.ledger().postings()).isEmpty();
  }

  @Test
  void refuses_a_request_whose_amount_was_changed_under_way() throws Exception {
    byte[] bytes = terminal.sealed(terminal.withdrawal(Wallet.OWN, 100));
    Message changed =
        terminal.codec().decode(bytes).toBuilder().set(Field.AMOUNT, "000000900000").build();

    Message reply = terminal.open(bank.receive(terminal.codec().encode(changed)));

    assertThat(TestTerminal.code(reply)).isEqualTo("A0");
    assertThat(balance(Wallet.OWN)).isEqualTo(Money.ofFen(1_234_567));
  }

  @Test
  void refuses_a_terminal_that_has_not_signed_on() {
    TestTerminal early =
        new TestTerminal(
            bank::receive, "SH010002", Dialect.TERMINAL, MacAlgorithm.X9_19, MasterKey.TEST);
    Message request = early.withdrawal(Wallet.OWN, 100);

    Message reply = early.open(bank.receive(early.codec().encode(request)));

    assertThat(TestTerminal.code(reply)).isEqualTo("97");
    assertThat(reply.has(Field.MAC_64)).isFalse();
  }

  @Test
  void refuses_an_acceptor_that_did_not_sign_on() {
    Message request =
        terminal.withdrawal(Wallet.OWN, 100).toBuilder()
            .set(Field.ACCEPTOR_ID, "999999999999999")
            .build();
    assertThat(terminal.answer(request)).isEqualTo("03");
  }

  @Test
  void refuses_a_terminal_that_it_does_not_know() {
    VirtualBank strict =
        new VirtualBank(
            BankSpec.usual().withTerminals(Map.of("SH019999", MasterKey.TEST)),
            clock,
            7,
            FaultSource.NONE,
            new Traffic(0));
    assertThat(new TestTerminal(strict).signOn()).isEqualTo("97");
  }

  @ParameterizedTest
  @CsvSource({
    "TERMINAL, X9_19",
    "TERMINAL, X9_9",
    "TERMINAL, UNIONPAY_ECB",
    "TERMINAL, AES_CMAC",
    "CUPS, X9_19",
    "CUPS, UNIONPAY_ECB",
  })
  void speaks_every_dialect_under_every_mac(Dialect dialect, MacAlgorithm algorithm) {
    bank =
        new VirtualBank(
            BankSpec.usual().speaking(dialect, algorithm),
            clock,
            7,
            FaultSource.NONE,
            new Traffic(0));
    terminal = new TestTerminal(bank::receive, TestTerminal.ID, dialect, algorithm, MasterKey.TEST);

    assertThat(terminal.signOn()).isEqualTo("00");
    Message request = terminal.withdrawal(Wallet.OWN, 100);
    assertThat(terminal.answer(request)).isEqualTo("00");
    assertThat(terminal.answer(terminal.reversal(request))).isEqualTo("00");
    assertThat(balance(Wallet.OWN)).isEqualTo(Money.ofFen(1_234_567));
  }

  @Test
  void takes_sm4_pin_blocks_under_an_sm4_master_key() {
    bank =
        new VirtualBank(
            BankSpec.usual()
                .speaking(Dialect.TERMINAL, MacAlgorithm.SM4_CMAC)
                .withMasterKey(MasterKey.TEST_SM4),
            clock,
            7,
            FaultSource.NONE,
            new Traffic(0));
    terminal =
        new TestTerminal(
            bank::receive,
            TestTerminal.ID,
            Dialect.TERMINAL,
            MacAlgorithm.SM4_CMAC,
            MasterKey.TEST_SM4);

    assertThat(terminal.signOn()).isEqualTo("00");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 100))).isEqualTo("00");
    assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, "999999", 100))).isEqualTo("55");
  }
}
