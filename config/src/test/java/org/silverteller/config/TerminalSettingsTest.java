package org.silverteller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.terminal.ConfigReader;
import org.silverteller.terminal.TerminalConfig;

class TerminalSettingsTest {

  private static final Path SHIPPED = Path.of("src/main/settings/terminal.yaml");

  @TempDir Path folder;

  @Test
  void what_stands_behind_a_hash_is_what_holds_without_it() throws IOException {
    String shipped = Files.readString(SHIPPED);
    String spoken = shipped.replaceAll("(?m)^# ( *[a-z]\\w*:)", "$1");

    assertThat(read("spoken.yaml", spoken)).isEqualTo(read("shipped.yaml", shipped));
    assertThat(spoken.lines().filter(line -> line.matches(" *[a-z]\\w*:.*")).count())
        .isGreaterThan(30);
  }

  private TerminalConfig read(String name, String text) throws IOException {
    return ConfigReader.read(Files.writeString(folder.resolve(name), text), TerminalConfig.class);
  }
}
