package org.silverteller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.terminal.ConfigReader;
import org.silverteller.terminal.TerminalConfig;

class ShippedDefaultsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"terminal.yaml, 26", "host.yaml, 26"})
  void what_stands_behind_a_hash_is_what_holds_without_it(String name, int least)
      throws IOException {
    Class<? extends Record> type =
        name.startsWith("host") ? HostConfig.class : TerminalConfig.class;
    String shipped = Files.readString(Path.of("src/main/settings", name));
    String spoken = shipped.replaceAll("(?m)^# ( *(?:- )?[a-z]\\w*:)", "$1");

    assertThat(read(spoken, type)).isEqualTo(read(shipped, type));
    assertThat(keys(spoken) - keys(shipped)).isGreaterThanOrEqualTo(least);
  }

  private Record read(String text, Class<? extends Record> type) throws IOException {
    return ConfigReader.read(Files.writeString(folder.resolve("shipped.yaml"), text), type);
  }

  private static long keys(String text) {
    return text.lines().filter(line -> line.matches(" *[a-z]\\w*:.*")).count();
  }
}
