package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.money.MixRules;
import org.silverteller.money.Money;
import org.silverteller.session.PinRules;
import org.silverteller.session.WithdrawalRules;

class TerminalConfigTest {

  private static final String LEAST =
      """
      terminalId: 00000001
      merchantId: 000000000000001
      nameAndPlace: 银行 上海
      phrases: {bank.name: Example Bank}
      screen: {widthPx: 1280, heightPx: 1024, diagonalInch: 19}
      driver: {name: simulator}
      """;

  @TempDir Path folder;

  @Test
  void needs_to_be_told_only_what_nobody_can_guess() throws IOException {
    TerminalConfig config = read(LEAST);

    assertThat(config.terminalId()).isEqualTo("00000001");
    assertThat(config.driver().settings()).isEmpty();
    assertThat(config.mix()).isEqualTo(MixRules.DEFAULT);
    assertThat(config.withdrawal()).isEqualTo(WithdrawalRules.DEFAULT);
    assertThat(config.pin()).isEqualTo(PinRules.DEFAULT);
    assertThat(config.profiles()).isEqualTo(ProfileRules.DEFAULT);
    assertThat(config.operators()).isEqualTo(Operators.DEFAULT);
    assertThat(config.languages()).isEqualTo(TerminalConfig.Languages.DEFAULT);
    assertThat(config.places().cards()).isEqualTo(folder.resolve("cards.csv"));
    assertThat(config.places().store()).isEqualTo(Path.of("/var/lib/silverteller"));
  }

  @Test
  void starts_from_the_limits_of_the_service_rules() {
    assertThat(WithdrawalRules.DEFAULT.foreignMaxPerTransaction()).isEqualTo(Money.ofYuan(3000));
    assertThat(WithdrawalRules.DEFAULT.smallNotesMaxPerTransaction()).isEqualTo(Money.ofYuan(200));
    assertThat(WithdrawalRules.DEFAULT.elderPresets())
        .containsExactly(
            Money.ofYuan(200), Money.ofYuan(500), Money.ofYuan(1000), Money.ofYuan(2000));
    assertThat(MixRules.DEFAULT).isEqualTo(new MixRules(40, 20));
    assertThat(PinRules.DEFAULT.minDigits()).isEqualTo(4);
    assertThat(PinRules.DEFAULT.maxDigits()).isEqualTo(12);
    assertThat(PinRules.DEFAULT.tries()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terminalId: 00000001 | terminalId: 1 | 1: terminalId: found '1', expected 8 letters",
        "000000000000001 | 00000000000000| 2: merchantId: found '00000000000000', expected 15",
        "银行 上海 | 银行银行银行银行银行银行银行银行银行银行银 | 3: nameAndPlace: found 42 bytes in",
        "widthPx: 1280 | widthPx: 0 | 5: screen: found 0 × 1024 pixels, expected at least",
        "diagonalInch: 19 | diagonalInch: 0 | 5: screen: found diagonalInch 0.0, expected 5",
      })
  void refuses_what_the_bank_could_not_have_given(String good, String bad, String message) {
    assertThatThrownBy(() -> read(LEAST.replace(good, bad)))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("terminal.yaml:" + message);
  }

  @Test
  void lists_who_operates_the_machine() throws IOException {
    Operators operators =
        read(LEAST + "operators: {approvalExpires: 10min, accounts: {operator-1: [security]}}")
            .operators();
    assertThat(operators.approvalExpires()).isEqualTo(Duration.ofMinutes(10));
    assertThat(operators.may("operator-1", Role.SECURITY)).isTrue();
    assertThat(operators.may("operator-1", Role.SERVICE)).isFalse();
    assertThat(operators.may("operator-1", Role.VIEW)).isTrue();
  }

  @Test
  void lets_who_is_not_listed_view_and_no_more() {
    for (Role role : Role.values()) {
      assertThat(Operators.DEFAULT.may("anybody", role)).isEqualTo(role == Role.VIEW);
    }
    assertThat(Operators.DEFAULT.approvalExpires()).isEqualTo(Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operators: {accounts: {a: [boss]}} | operators.accounts.a[1]: found 'boss', expected one of"
            + " view, replenish, service, security",
        "operators: {accounts: {a: security}} | operators.accounts.a: found 'security', expected a list",
        "operators: {accounts: {root: [security]}} | operators.accounts: found 'root' with the role"
            + " security, expected the account of one person",
        "operators: {accounts: {'a b': [view]}} | operators.accounts: found 'a b', expected the name"
            + " of a local account",
        "operators: {approvalExpires: 15} | operators.approvalExpires: found '15', expected a time",
        "operators: {approvalExpires: 5s} | operators.approvalExpires: found 5 s, expected"
            + " 1min … 24h",
        "operators: {password: x} | operators.password: found an unknown key, expected one of"
            + " approvalExpires, accounts",
      })
  void refuses_operators_that_are_nobody(String section, String message) {
    assertThatThrownBy(() -> read(LEAST + section))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("terminal.yaml:7: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pin: {tries: 4} | pin.tries: found 4, expected 1 … 3",
        "pin: {minDigits: 3} | pin.minDigits: found 3 and maxDigits 12, expected 4 … 12, in order",
        "withdrawal: {presets: [200, 100]} | withdrawal.presets: found 100.00 stands after 200.00,",
        "withdrawal: {foreignMaxPerTransaction: 0} | withdrawal.foreignMaxPerTransaction: found",
        "mix: {notesPerBundle: 0} | mix.notesPerBundle: found 0, expected 1 … 1000",
        "languages: {first: ja} | languages.first: found 'ja', expected one of those offered, [zh,",
        "profiles: {signs: [passbook, horoscope]} | profiles.signs[2]: found 'horoscope', expected"
            + " one of stored-preference, passbook, age-band, senior-card",
      })
  void refuses_rules_that_cannot_be_obeyed(String section, String message) {
    assertThatThrownBy(() -> read(LEAST + section))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("terminal.yaml:7: " + message);
  }

  private TerminalConfig read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("terminal.yaml"), yaml);
    return ConfigReader.read(file, TerminalConfig.class);
  }
}
