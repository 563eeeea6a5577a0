package org.silverteller.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

  @TempDir Path folder;

  @Test
  void a_users_own_file_is_played() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.txt"), "# Mine.\n> insert own-0421\n> key cancel\n> take card\n");
    assertThat(run(file.toString()).code()).isZero();
  }

  @Test
  void an_unknown_name_is_told_with_where_to_find_the_names() {
    assertThat(run("no-such-script"))
        .isEqualTo(
            new Run(
                2,
                "'no-such-script' is neither a script (--script list shows them) nor a readable file\n"));
  }

  @Test
  void an_unknown_step_is_told_with_its_line_and_what_was_expected() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "# Mine.\n> dance\n");
    Run run = run(file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error()).startsWith("mine.txt, line 2: 'dance': expected insert, pin, type");
  }

  @Test
  void an_unknown_card_is_told_with_those_in_the_wallet() {
    assertThatThrownBy(
            () ->
                Stage.play(
                    Script.parse("mine", "> insert nobody\n"),
                    Depth.IN_PROCESS,
                    Wiring.DIRECT,
                    line -> {}))
        .isInstanceOf(ScriptFault.class)
        .hasMessageStartingWith(
            "mine, line 1: found card 'nobody', expected one of [own-0421, senior-0421");
  }

  @Test
  void a_step_that_never_can_be_done_is_told_with_what_the_machine_shows() {
    assertThatThrownBy(
            () ->
                Stage.play(
                    Script.parse("mine", "> insert own-0421\n> touch withdraw\n"),
                    Depth.IN_PROCESS,
                    Wiring.DIRECT,
                    line -> {}))
        .isInstanceOf(ScriptFault.class)
        .hasMessageContaining(
            "mine, line 2: 'touch withdraw' has waited 20 minutes for option 'withdraw' on the glass");
  }

  @Test
  void a_file_without_a_step_is_refused() {
    assertThatThrownBy(() -> Script.parse("mine", "# nothing\n"))
        .hasMessage("mine, line 1: no step: expected lines such as '> insert own-0421'");
  }

  private record Run(int code, String error) {}

  private static Run run(String nameOrFile) {
    var err = new ByteArrayOutputStream();
    int code =
        ScriptRun.play(
            nameOrFile,
            Depth.IN_PROCESS,
            Wiring.DIRECT,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(code, err.toString(StandardCharsets.UTF_8));
  }
}
