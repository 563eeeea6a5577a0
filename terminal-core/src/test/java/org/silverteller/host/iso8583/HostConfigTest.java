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
    assertThatThrownBy(() -> Tls.pinned(Path.of(""))).hasMessageStartingWith("ca is empty");
    assertThatThrownBy(() -> Tls.mutual(Path.of("ca.pem"), Path.of("client.p12"), Path.of("")))
        .hasMessage("clientStore and passwordFile: expected both or neither");
    assertThatThrownBy(() -> new Framing(Dialect.TERMINAL, "", "123", 4096))
        .hasMessage("header '123': expected pairs of hex digits");
    assertThatThrownBy(() -> new Line(" ", 8583, true, Tls.OFF))
        .hasMessage("address is empty: expected a host name or number");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_536})
  void a_port_is_one_of_tcp(int port) {
    assertThatThrownBy(() -> new Line("localhost", port, true, Tls.OFF))
        .hasMessage("port " + port + ": expected 1 … 65535");
    assertThat(new Line("localhost", 1, true, Tls.OFF).port()).isEqualTo(1);
    assertThat(new Line("localhost", 65_535, true, Tls.OFF).port()).isEqualTo(65_535);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "60000000zz", "600000000"})
  void a_tpdu_is_ten_hex_digits_or_nothing(String tpdu) {
    assertThatThrownBy(() -> new Framing(Dialect.TERMINAL, tpdu, "", 4096))
        .hasMessage("tpdu '" + tpdu + "': expected ten hex digits or nothing");
    assertThat(new Framing(Dialect.TERMINAL, "", "", 4096).prefix()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 65_536})
  void the_longest_message_fits_the_two_bytes_of_length(int longest) {
    assertThatThrownBy(() -> new Framing(Dialect.TERMINAL, "", "", longest))
        .hasMessage("longestBytes " + longest + ": expected 256 … 65535");
    assertThat(new Framing(Dialect.TERMINAL, "", "", 256).longestBytes()).isEqualTo(256);
    assertThat(new Framing(Dialect.TERMINAL, "", "", 65_535).longestBytes()).isEqualTo(65_535);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 181})
  void a_reply_is_waited_for_three_minutes_at_most(int seconds) {
    assertThatThrownBy(() -> new Timing(10, seconds, 60, 1, 60, 60))
        .hasMessage("replySeconds " + seconds + ": expected 1 … 180");
    assertThat(new Timing(10, 1, 60, 1, 60, 60).reply()).hasSeconds(1);
    assertThat(new Timing(10, 180, 60, 1, 60, 60).reply()).hasSeconds(180);
  }

  @ParameterizedTest
  @CsvSource({
    "01000,   '01',           withdrawal '01000': expected 6 digits",
    "0100000, '01',           withdrawal '0100000': expected 6 digits",
    "01000/,  '01',           withdrawal '01000/': expected 6 digits",
    "01000:,  '01',           withdrawal '01000:': expected 6 digits",
    "010000,  '',             acquirer '': expected 1 … 11 digits",
    "010000,  '012345678901', acquirer '012345678901': expected 1 … 11 digits"
  })
  void a_code_of_the_bank_has_its_digits(String withdrawal, String acquirer, String complaint) {
    assertThatThrownBy(
            () ->
                new Codes(
                    withdrawal,
                    "310000",
                    "210000",
                    "380000",
                    "920000",
                    NewPinField.FIELD_62,
                    "63",
                    "340000",
                    "350000",
                    acquirer,
                    "0",
                    "156",
                    "6011",
                    "02",
                    "000001",
                    TransferCodes.DEFAULT))
        .hasMessage(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "1,        102581060110001, x,  terminalId '1': expected 8 letters or digits",
    "1000000!, 102581060110001, x,  terminalId '1000000!': expected 8 letters or digits",
    "10000001, 1025,            x,  merchantId '1025': expected 15 letters or digits",
    "10000001, 102581060110001, 银龄银龄银龄银龄银龄银龄银龄银龄银龄银龄1, nameAndPlace",
    "10000001, 102581060110001, \uD83D\uDE00, nameAndPlace"
  })
  void a_terminal_says_who_it_is_in_what_the_fields_can_hold(
      String terminal, String merchant, String name, String complaint) {
    assertThatThrownBy(() -> new TerminalIdentity(terminal, merchant, name))
        .hasMessageStartingWith(complaint);
  }

  @Test
  void a_name_may_fill_its_forty_bytes() {
    String name = "银龄".repeat(10);
    assertThat(new TerminalIdentity("10000001", "102581060110001", name).nameAndPlace())
        .isEqualTo(name);
  }
}
