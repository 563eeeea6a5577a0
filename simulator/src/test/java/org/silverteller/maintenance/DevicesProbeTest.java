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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.device.ProbedDevice;
import org.silverteller.device.ProbedValue;
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
    JsonNode status = dispenser.get("status");
    assertThat(status.get("fwDevice").toString())
        .isEqualTo("{\"value\":0,\"name\":\"WFS_CDM_DEVONLINE\"}");
    assertThat(status.get("lppPositions").get(0).get("fwTransport").get("name").asText())
        .isEqualTo("WFS_CDM_TPOK");
    JsonNode can = dispenser.get("capabilities");
    assertThat(can.get("wMaxDispenseItems").asInt()).isEqualTo(200);
    assertThat(can.get("bShutter").isBoolean()).isTrue();
    assertThat(can.get("fwExchangeType").toString())
        .isEqualTo("{\"value\":1,\"names\":[\"WFS_CDM_EXBYHAND\"]}");
    assertThat(dispenser.get("extras").get("Model").asText()).isEqualTo("Virtual 1");
    JsonNode doors = devices.get(4).get("status").get("fwDoors");
    assertThat(doors.get("WFS_SIU_SAFE").get("names").get(0).asText()).isEqualTo("WFS_SIU_CLOSED");
  }

  @Test
  void people_read_capabilities_when_they_ask_for_them() {
    assertThat(atm(Map.of(), "devices", "probe", "--driver", "virtual-xfs").out())
        .contains("CDM  CDM  3.30  answers")
        .containsPattern("state   fwDevice +ONLINE \\(0\\)\n")
        .containsPattern("fwPaper +UPPER     FULL \\(0\\)\n +LOWER     NOTSUPP \\(3\\)\n")
        .containsPattern("vendor  Model +Virtual 1\n")
        .doesNotContain("wMaxDispenseItems");
    assertThat(atm(Map.of(), "devices", "probe", "--driver", "virtual-xfs", "-v").out())
        .containsPattern("wMaxDispenseItems +200\n")
        .containsPattern("bShutter +yes\n")
        .containsPattern("fwControl +EJECT \\| CUT \\| PARTIALCUT \\(133\\)\n");
  }

  @Test
  void the_table_stands_in_columns_and_is_no_wider_than_a_terminal() {
    List<String> lines =
        atm(Map.of(), "devices", "probe", "--driver", "virtual-xfs", "-v").out().lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
    int value =
        lines.stream()
            .filter(line -> line.contains("fwDevice"))
            .findFirst()
            .orElseThrow()
            .indexOf("ONLINE");
    assertThat(lines.stream().filter(line -> line.startsWith("          ")))
        .allSatisfy(line -> assertThat(line.substring(value - 2, value)).isBlank())
        .allSatisfy(line -> assertThat(line.charAt(value)).isNotEqualTo(' '));
  }

  @Test
  void what_no_standard_names_stays_a_number() {
    var device =
        new ProbedDevice(
            "Notes",
            "CDM",
            "3.30",
            Optional.empty(),
            Map.of("fwDevice", new ProbedValue.State(17, Optional.empty())),
            Map.of("fwMoveItems", new ProbedValue.Flags(64, List.of())),
            Map.of());
    assertThat(ProbeText.of(List.of(device), true))
        .containsPattern("fwDevice +17 \\(unknown\\)\n")
        .containsPattern("fwMoveItems +64 \\(unknown\\)\n");
    assertThat(ProbeJson.of(List.of(device)))
        .contains("\"fwDevice\":{\"value\":17}")
        .contains("\"fwMoveItems\":{\"value\":64,\"names\":[],\"unnamed\":64}");
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
