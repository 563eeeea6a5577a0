package org.silverteller.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in one process happens over TCP, SQLite and painted pages too. */
class AsInstalledTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "own-500",
        "senior-300",
        "visa-2000",
        "jam-replan",
        "half-taken",
        "host-silent",
        "host-hangs-up",
        "line-down",
        "power-cut-presented"
      })
  void a_script_ends_as_it_does_in_one_process(String name) throws IOException {
    Stage.Result result =
        Stage.play(Script.bundled(name), Depth.AS_INSTALLED, Wiring.DIRECT, line -> {});
    assertThat(result.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"own-500", "jam-replan", "power-cut-left"})
  void and_where_no_line_breaks_it_is_the_same_to_the_letter(String name) throws IOException {
    Script script = Script.bundled(name);
    Stage.Result result = Stage.play(script, Depth.AS_INSTALLED, Wiring.DIRECT, line -> {});
    assertThat(result.transcript().text()).isEqualTo(script.text());
  }
}
