package org.silverteller.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code atm devices probe}, over the virtual XFS manager. */
class DevicesProbeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 18);

  @TempDir private Path folder;

  private record Said(int code, String out, String err) {}

  private static Said atm(Map<String, String> environment, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine client =
        AtmClient.commandLine(environment, TODAY)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return new Said(client.execute(arguments), out.toString(), err.toString());
  }

  @Test
  void programs_read_every_service_with_version_state_and_capabilities() throws IOException {
    Said said = atm(Map.of(), "devices", "probe", "--driver", "virtual-xfs", "--json");
    assertThat(said.code()).isZero();
    JsonNode devices = new ObjectMapper().readTree(said.out()).get("devices");
    assertThat(devices.findValuesAsText("kind")).containsExactly("IDC", "CDM", "PIN", "PTR", "SIU");
    JsonNode dispenser = devices.get(1);
    assertThat(dispenser.get("version").asText()).isEqualTo("3.30");
    assertThat(dispenser.get("status").get("fwDevice").asText()).isEqualTo("0");
    assertThat(dispenser.get("capabilities").get("wMaxDispenseItems").asText()).isEqualTo("200");
    assertThat(dispenser.get("extras").get("Model").asText()).isEqualTo("Virtual 1");
  }

  @Test
  void people_read_capabilities_when_they_ask_for_them() {
    assertThat(atm(Map.of(), "devices", "probe", "--driver", "virtual-xfs").out())
        .contains("CDM  3.30", "answers", "fwDevice=0", "Model=Virtual 1")
        .doesNotContain("wMaxDispenseItems");
    assertThat(atm(Map.of(), "devices", "probe", "--driver", "virtual-xfs", "-v").out())
        .contains("wMaxDispenseItems=200");
  }

  @Test
  void an_installation_knows_its_own_driver() throws IOException {
    Files.writeString(
        folder.resolve("terminal.yaml"),
        """
        terminalId: "31000017"
        merchantId: "103310000000017"
        nameAndPlace: Bank
        phrases: {}
        screen: {widthPx: 1280, heightPx: 1024, diagonalInch: 17}
        driver: {name: virtual-xfs, settings: {}}
        """);
    Said said =
        atm(Map.of(AtmClient.CONFIG_VARIABLE, folder.toString()), "devices", "probe", "--json");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
  }

  @Test
  void what_is_missing_or_unknown_is_named() {
    Said nothing = atm(Map.of(), "devices", "probe");
    assertThat(nothing.code()).isEqualTo(AtmClient.USAGE);
    assertThat(nothing.err()).contains("expected --config DIR or --driver NAME");
    Said unknown = atm(Map.of(), "devices", "probe", "--driver", "nobody");
    assertThat(unknown.code()).isEqualTo(AtmClient.USAGE);
    assertThat(unknown.err())
        .contains("driver 'nobody': expected one of [simulator, virtual-xfs, xfs]");
    Said library =
        atm(Map.of(), "devices", "probe", "--driver", "xfs", "--set", "manager=no-such-manager");
    assertThat(library.code()).isEqualTo(AtmClient.REFUSED);
    assertThat(library.err()).contains("XFS manager 'no-such-manager' cannot be loaded");
  }
}
