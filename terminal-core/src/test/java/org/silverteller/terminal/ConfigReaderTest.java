package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.money.Money;

class ConfigReaderTest {

  /** One of everything. */
  record Everything(
      String text,
      int number,
      double measure,
      boolean flag,
      Duration patience,
      Money price,
      Colour colour,
      Path folder,
      List<Money> steps,
      Map<String, String> words,
      Optional<String> note,
      Inner inner) {}

  enum Colour {
    RED,
    DARK_BLUE
  }

  record Inner(int first, int second, Path socket, Deep deep) {
    static final Inner DEFAULT = new Inner(1, 2, Path.of("a.sock"), new Deep("sea"));

    Inner {
      if (first > 9) {
        throw new IllegalArgumentException("first " + first + ": expected at most 9");
      }
    }
  }

  record Deep(String name) {}

  private static final String GOOD =
      """
      text: 0010
      number: 7
      measure: 19.5
      flag: true
      patience: 30s
      price: 12.50
      colour: dark-blue
      folder: there
      steps: [100, 200]
      words:
        bank.name: yes
      inner:
        second: 8
      """;

  @TempDir Path folder;

  @Test
  void reads_every_type_as_the_key_means_it() {
    var read = read(GOOD);

    assertThat(read)
        .isEqualTo(
            new Everything(
                "0010",
                7,
                19.5,
                true,
                Duration.ofSeconds(30),
                Money.ofFen(1250),
                Colour.DARK_BLUE,
                folder.resolve("there"),
                List.of(Money.ofYuan(100), Money.ofYuan(200)),
                Map.of("bank.name", "yes"),
                Optional.empty(),
                new Inner(1, 8, folder.resolve("a.sock"), new Deep("sea"))));
  }

  @Test
  void takes_defaults_for_a_whole_section_and_for_one_with_nothing_in_it() {
    var defaults = new Inner(1, 2, folder.resolve("a.sock"), new Deep("sea"));

    assertThat(read(GOOD.replaceAll("(?s)inner:.*", "")).inner()).isEqualTo(defaults);
    assertThat(read(GOOD.replaceAll("(?s)inner:.*", "inner:\n")).inner()).isEqualTo(defaults);
  }

  @Test
  void takes_a_record_of_one_component_as_its_text() {
    assertThat(read(GOOD + "  deep: blue\n").inner().deep()).isEqualTo(new Deep("blue"));
  }

  @ParameterizedTest
  @CsvSource({"250ms, PT0.25S", "30s, PT30S", "5min, PT5M", "2h, PT2H", "0s, PT0S"})
  void reads_times_with_their_unit(String text, Duration meaning) {
    assertThat(read(GOOD.replace("30s", text)).patience()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number: 7      | number: many   | 2: number: found 'many', expected a whole number",
        "number: 7      | number: 7.5    | 2: number: found '7.5', expected a whole number",
        "number: 7      | number: [7]    | 2: number: found a list, expected a whole number",
        "measure: 19.5  | measure: big   | 3: measure: found 'big', expected a number",
        "flag: true     | flag: yes      | 4: flag: found 'yes', expected true or false",
        "patience: 30s  | patience: 30   | 5: patience: found '30', expected a time such as 250ms,"
            + " 30s, 5min or 2h",
        "price: 12.50   | price: 1.255   | 6: price: found '1.255', expected yuan, such as 3000 or"
            + " 12.50",
        "price: 12.50   | price: -1      | 6: price: found '-1', expected yuan, such as 3000 or"
            + " 12.50",
        "dark-blue      | green          | 7: colour: found 'green', expected one of red, dark-blue",
        "[100, 200]     | 100            | 9: steps: found '100', expected a list",
        "[100, 200]     | [100, x]       | 9: steps[2]: found 'x', expected yuan, such as 3000 or"
            + " 12.50",
        "second: 8      | third: 8       | 13: inner.third: found an unknown key, expected one of"
            + " first, second, socket, deep",
        "second: 8      | first: 10      | 13: inner.first: found 10, expected at most 9",
      })
  void names_file_line_key_found_and_expected(String good, String bad, String message) {
    ConfigError error = errorFrom(GOOD.replace(good, bad));

    assertThat(error).hasMessage(file() + ":" + message);
  }

  @Test
  void names_a_key_that_is_missing() {
    assertThat(errorFrom(GOOD.replace("number: 7\n", "")))
        .hasMessage(file() + ":1: number: found nothing, expected a whole number");
    assertThat(errorFrom(GOOD.replace("number: 7\n", "number:\n")).key()).isEqualTo("number");
  }

  @Test
  void refuses_a_key_that_stands_twice() {
    assertThat(errorFrom(GOOD + "flag: false\n"))
        .hasMessage(
            file() + ":14: flag: found the key again, expected it once; it stands in line 4");
  }

  @Test
  void carries_the_parts_of_its_message() {
    ConfigError error = errorFrom(GOOD.replace("number: 7", "number: many"));

    assertThat(error.file()).isEqualTo(file());
    assertThat(error.line()).isEqualTo(2);
    assertThat(error.key()).isEqualTo("number");
    assertThat(error.found()).isEqualTo("'many'");
    assertThat(error.expected()).isEqualTo("a whole number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text: [1, 2",
        "text: 'open",
        "\ttext: x",
        "text: \u0001",
        "text: a: b",
        "- 1",
        "only words",
        "&a",
        "text: &a x\\nnumber: *a",
      })
  void refuses_what_is_not_plain_yaml_in_one_line_of_text(String broken) {
    ConfigError error = errorFrom(broken.replace("\\n", "\n"));

    assertThat(error.getMessage()).startsWith(file() + ":").doesNotContain("\n");
  }

  @Test
  void refuses_a_second_document() {
    assertThat(errorFrom(GOOD + "---\ntext: x\n").getMessage()).contains("a second document");
  }

  @Test
  void says_when_the_file_is_missing_or_in_another_charset() throws IOException {
    assertThat(
            catchThrowableOfType(
                ConfigError.class, () -> ConfigReader.read(file(), Everything.class)))
        .hasMessage(file() + ": found no such file, expected a readable file");

    Files.write(file(), GOOD.replace("0010", "银行").getBytes(Charset.forName("GBK")));
    assertThat(
            catchThrowableOfType(
                ConfigError.class, () -> ConfigReader.read(file(), Everything.class)))
        .hasMessage(file() + ": found bytes that are not UTF-8, expected a file in UTF-8");
  }

  @Test
  void reads_a_file_that_an_editor_began_with_a_byte_order_mark() {
    assertThat(read("\uFEFF" + GOOD).text()).isEqualTo("0010");
  }

  private Path file() {
    return folder.resolve("test.yaml");
  }

  private Everything read(String yaml) {
    try {
      Files.writeString(file(), yaml);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return ConfigReader.read(file(), Everything.class);
  }

  private ConfigError errorFrom(String yaml) {
    return catchThrowableOfType(ConfigError.class, () -> read(yaml));
  }
}
