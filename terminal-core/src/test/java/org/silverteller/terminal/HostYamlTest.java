package org.silverteller.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.host.iso8583.HostConfig;

/** What may be left out of host.yaml, and what may not. */
class HostYamlTest {

  @TempDir Path folder;

  @Test
  void a_bank_that_asks_for_no_certificate_needs_none() throws IOException {
    HostConfig host =
        read(
            "line: {address: bank.example, port: 8583, simulation: false, tls: {on: true, ca: ca.pem}}");
    assertThat(host.line().tls().on()).isTrue();
    assertThat(host.line().tls().ca()).isEqualTo(folder.resolve("ca.pem"));
    assertThat(host.line().tls().mutual()).isFalse();
  }

  @Test
  void a_simulated_bank_on_this_machine_needs_no_tls() throws IOException {
    assertThat(read("line: {address: 127.0.0.1, port: 8583, simulation: true}").line().tls().on())
        .isFalse();
  }

  @Test
  void any_other_bank_does() {
    assertThatThrownBy(() -> read("line: {address: bank.example, port: 8583, simulation: false}"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("host.yaml")
        .hasMessageContaining("expected TLS");
  }

  private HostConfig read(String yaml) throws IOException {
    return ConfigReader.read(
        Files.writeString(folder.resolve("host.yaml"), yaml), HostConfig.class);
  }
}
