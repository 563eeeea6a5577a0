package org.silverteller.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bundled script is played, and what happens is what its file says, line by line. A change of
 * behaviour is a change of these files: {@code ./mvnw -pl simulator -am test
 * -Dtest=GoldenTranscriptsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true} writes
 * them anew, and the difference is reviewed.
 */
class GoldenTranscriptsTest {

  /** What follows device and kind of a fault, to the end of the clause. */
  private static final Pattern DRIVERS_WORDS =
      Pattern.compile(
          "((?:CARD_READER|CASH_DISPENSER|CASH_ACCEPTOR|PIN_PAD|RECEIPT_PRINTER|PASSBOOK_UNIT) [A-Z_]+): [^;\\n]*(;|$)",
          Pattern.MULTILINE);

  private static final Path SOURCES = Path.of("src/main/resources/scenarios");

  static List<String> scripts() throws IOException {
    return Script.names();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void what_happens_is_what_the_file_says(String name) throws IOException {
    Script script = Script.bundled(name);
    Stage.Result result = Stage.play(script, Depth.IN_PROCESS, Wiring.DIRECT, line -> {});
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(SOURCES.resolve(name + ".txt"), result.transcript().text());
    } else {
      assertThat(result.transcript().text()).isEqualTo(script.text());
    }
    assertThat(result.violations()).isEmpty();
  }

  /** The bridge reads no serial numbers (docs/xfs.md). */
  static List<String> scriptsWithoutSerials() throws IOException {
    return scripts().stream().filter(name -> !name.startsWith("serials-")).toList();
  }

  /**
   * The bridge, C functions and native memory between terminal and machine change nothing that
   * anybody sees; only a fault's own words are those of the standard, and an acceptor's service
   * announces each change of its status, which the bare port does not.
   */
  @ParameterizedTest
  @MethodSource("scriptsWithoutSerials")
  void the_same_happens_through_xfs(String name) throws IOException {
    Script script = Script.bundled(name);
    Stage.Result result = Stage.play(script, Depth.IN_PROCESS, Wiring.XFS, line -> {});
    assertThat(withoutDriversWords(result.transcript().text()))
        .isEqualTo(withoutDriversWords(script.text()));
    assertThat(result.violations()).isEmpty();
  }

  private static String withoutDriversWords(String transcript) {
    return DRIVERS_WORDS
        .matcher(transcript.replace("  journal  DEVICE CHANGED CASH_ACCEPTOR\n", ""))
        .replaceAll("$1$2");
  }

  @Test
  void the_same_script_happens_the_same_way_twice() throws IOException {
    Script script = Script.bundled("jam-replan");
    assertThat(Stage.play(script, Depth.IN_PROCESS, Wiring.DIRECT, line -> {}).transcript().text())
        .isEqualTo(
            Stage.play(script, Depth.IN_PROCESS, Wiring.DIRECT, line -> {}).transcript().text());
  }

  /** One that is not listed would be played by nobody. */
  @Test
  void every_script_is_listed_once() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(Script.names())
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString().replace(".txt", ""))
                  .filter(name -> !name.equals("index"))
                  .toList());
    }
  }

  @Test
  void every_script_says_in_its_first_line_what_it_is_about() throws IOException {
    for (String name : Script.names()) {
      assertThat(Script.bundled(name).about()).as(name).endsWith(".");
    }
  }
}
