package org.silverteller.simulator.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptRunTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

  private int play(String nameOrFile) {
    return ScriptRun.play(
        nameOrFile,
        Depth.IN_PROCESS,
        Wiring.DIRECT,
        new PrintStream(written, true, UTF_8),
        new PrintStream(complaints, true, UTF_8));
  }

  @Test
  void all_scripts_are_played_and_each_has_its_line() throws IOException {
    int exit =
        ScriptRun.playAll(Depth.IN_PROCESS, Wiring.DIRECT, new PrintStream(written, true, UTF_8));

    assertThat(exit).isZero();
    assertThat(written.toString(UTF_8).lines())
        .hasSize(Script.names().size() + 1)
        .contains("own-500                                  audit holds")
        .endsWith(Script.names().size() + " scripts, 0 of them failed");
  }

  @Test
  void a_script_of_ones_own_is_played_from_its_file() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "# Nobody comes.\n> wait 5s\n");

    assertThat(play(file.toString())).isZero();
    assertThat(written.toString(UTF_8)).contains("> wait 5s").contains("audit    holds");
  }

  @Test
  void a_script_that_cannot_be_played_is_named_with_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "# Nothing known.\n> dance\n");

    assertThat(play(file.toString())).isEqualTo(2);
    assertThat(complaints.toString(UTF_8)).contains("line 2").contains("'dance'");
  }
}
