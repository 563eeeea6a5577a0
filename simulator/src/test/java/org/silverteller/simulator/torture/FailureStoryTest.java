package org.silverteller.simulator.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person is told when an invariant does not hold. */
class FailureStoryTest {

  private static final Pattern AGAIN =
      Pattern.compile("--seed 7 --world ([0-9]+) --visits ([0-9,]+) --troubles ([0-9,]*)");

  private final StringWriter out = new StringWriter();

  private Chamber chamber() throws IOException {
    return new Chamber(
        new Chamber.Request(7, 20_000, 0, 1, null, null, ThroughXfs.SOME),
        new PrintWriter(out),
        new PrintWriter(new StringWriter()));
  }

  @Test
  void a_violation_is_told_with_its_seed_its_step_and_the_shortest_run_that_was_found()
      throws IOException, InterruptedException {
    try (Planting planted = PlantedBug.RETRACT_BELIEVED_WHOLE.planted()) {
      assertThat(chamber().run()).isEqualTo(1);
      List<String> lines = out.toString().lines().toList();
      assertThat(lines.get(0)).startsWith("VIOLATED  invariant 2: transaction ");
      assertThat(lines.get(1)).matches("seed 7, world [0-9]+, customer [0-9]+");
      assertThat(lines.get(lines.size() - 1)).contains(" violations=1 seed=7 hash=");

      Matcher again = AGAIN.matcher(out.toString());
      assertThat(again.find()).isTrue();
      int[] visits = numbers(again.group(2));
      assertThat(visits).hasSizeLessThanOrEqualTo(3);
      assertThat(numbers(again.group(3))).hasSizeLessThanOrEqualTo(3);

      out.getBuffer().setLength(0);
      int world = Integer.parseInt(again.group(1));
      assertThat(chamber().tell(world, visits, numbers(again.group(3)))).isEqualTo(1);
      assertThat(out.toString()).contains("CASH RETRACTED", "VIOLATED  invariant 2");
    }
    out.getBuffer().setLength(0);
  }

  @Test
  void a_sound_run_ends_with_the_line_for_programs_and_exit_code_0()
      throws IOException, InterruptedException {
    Chamber.Request request = new Chamber.Request(7, 800, 0, 2, null, null, ThroughXfs.SOME);
    assertThat(
            new Chamber(request, new PrintWriter(out), new PrintWriter(new StringWriter())).run())
        .isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .matches(
            "sessions=800 cuts=\\d+ reboots=\\d+ reversals=\\d+ suspense=\\d+ violations=0 seed=7"
                + " hash=[0-9a-f]{16}");
  }

  private static int[] numbers(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
  }
}
