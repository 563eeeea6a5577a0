package org.silverteller.host.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.host.iso8583.HostConfig.Codes;
import org.silverteller.host.iso8583.HostConfig.Framing;
import org.silverteller.host.iso8583.HostConfig.Line;
import org.silverteller.host.iso8583.HostConfig.Timing;
import org.silverteller.host.iso8583.HostConfig.Tls;

class HostConfigTest {

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
  void plaintext_reaches_this_very_machine_in_simulation(String address) {
    assertThat(new Line(address, 8583, true, Tls.OFF).simulation()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false",
    "10.0.0.5, true",
    "host.example, true",
    "0.0.0.0, true",
    "localhost.example, true"
  })
  void plaintext_reaches_nothing_else(String address, boolean simulation) {
    assertThatThrownBy(() -> new Line(address, 8583, simulation, Tls.OFF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tls off to '" + address + "'");
  }

  @Test
  void tls_reaches_anywhere() {
    assertThat(new Line("host.example", 8583, false, Tls.pinned(Path.of("ca.pem"))).port())
        .isEqualTo(8583);
  }

  @Test
  void names_what_is_wrong() {
    assertThatThrownBy(() -> new Line("localhost", 0, true, Tls.OFF))
        .hasMessage("port 0: expected 1 … 65535");
    assertThatThrownBy(() -> Tls.pinned(Path.of(""))).hasMessageStartingWith("ca is empty");
    assertThatThrownBy(() -> Tls.mutual(Path.of("ca.pem"), Path.of("client.p12"), Path.of("")))
        .hasMessage("clientStore and passwordFile: expected both or neither");
    assertThatThrownBy(() -> new Framing(Dialect.TERMINAL, "60", "", 4096))
        .hasMessage("tpdu '60': expected ten hex digits or nothing");
    assertThatThrownBy(() -> new Framing(Dialect.TERMINAL, "", "123", 4096))
        .hasMessage("header '123': expected pairs of hex digits");
    assertThatThrownBy(() -> new Timing(10, 0, 60, 1, 60, 60))
        .hasMessage("replySeconds 0: expected 1 … 180");
    assertThatThrownBy(() -> new Codes("01000", "310000", "0", "0", "156", "6011", "02", "000001"))
        .hasMessage("withdrawal '01000': expected 6 digits");
    assertThatThrownBy(() -> new TerminalIdentity("1", "102581060110001", "x"))
        .hasMessage("terminalId '1': expected 8 letters or digits");
    assertThatThrownBy(() -> new TerminalIdentity("10000001", "102581060110001", "\uD83D\uDE00"))
        .hasMessageStartingWith("nameAndPlace");
  }
}
