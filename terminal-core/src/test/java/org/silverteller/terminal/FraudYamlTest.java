package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.session.GuardRules;
import org.silverteller.session.GuardRules.Occasion;

/** fraud.yaml as an installation reads it: a guard that is missing or garbled is never left out. */
class FraudYamlTest {

  private static final String LEAST =
      """
      askWhen: [new-payee]
      elderCash: 5000
      largeCash: 3000
      cooling: 15s
      notice: {zh: 提醒, en: Notice}
      questions:
        - id: knows-payee
          before: [transfer]
          words: {zh: 认识吗, en: Known}
          answers:
            - {id: "yes", symbol: "yes", leadsTo: go-on, words: {zh: 是, en: Yes}}
            - {id: "no", symbol: "no", leadsTo: stop, words: {zh: 否, en: No}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void everything_else_is_there() throws IOException {
    Path shipped = Path.of("../config/src/main/settings");
    for (String name : new String[] {"terminal.yaml", "host.yaml", "cards.csv", "fraud.yaml"}) {
      Files.copy(shipped.resolve(name), folder.resolve(name));
    }
  }

  @Test
  void the_shipped_questions_hold_where_terminal_yaml_names_none() {
    GuardRules guard = Installation.read(folder).guard();

    assertThat(guard.questions()).hasSize(4);
    assertThat(guard.cooling()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void no_machine_starts_without_its_guard() throws IOException {
    Files.delete(folder.resolve("fraud.yaml"));

    assertThatThrownBy(() -> Installation.read(folder))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("fraud.yaml");
  }

  @Test
  void the_questions_of_the_file_that_terminal_yaml_names_hold() throws IOException {
    names("bank.yaml");
    write("bank.yaml", LEAST);

    GuardRules guard = Installation.read(folder).guard();

    assertThat(guard.askWhen()).containsExactly(Occasion.NEW_PAYEE);
    assertThat(guard.questions()).hasSize(1);
  }

  @Test
  void the_shipped_questions_do_not_stand_in_for_a_file_that_is_named_and_missing()
      throws IOException {
    names("bank.yaml");

    assertThatThrownBy(() -> Installation.read(folder))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("bank.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "askWhen: [new-payee], askWhen: [sometimes], sometimes",
    "cooling: 15s, cooling: 4m, cooling",
    "elderCash: 5000, elderCash: much, elderCash",
    "leadsTo: stop, leadsTo: ignore, ignore",
    "before: [transfer], before: [], before",
    "id: knows-payee, id: Knows Payee, Knows Payee",
    "largeCash: 3000, hugeCash: 3000, hugeCash",
  })
  void names_what_is_wrong(String good, String bad, String named) throws IOException {
    assertThat(LEAST).contains(good);
    write("fraud.yaml", LEAST.replace(good, bad));

    assertThatThrownBy(() -> Installation.read(folder))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("fraud.yaml")
        .hasMessageContaining(named);
  }

  private void names(String file) throws IOException {
    write(
        "terminal.yaml",
        Files.readString(folder.resolve("terminal.yaml")) + "\nplaces:\n  fraud: " + file + "\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
