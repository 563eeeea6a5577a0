package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {

  @TempDir Path folder;

  @Test
  void machine_and_bank_stand_again_as_they_stood() throws Exception {
    Truth lived = Life.live(folder, 3, 40, 0, said -> {});
    Truth again = Truth.after(Life.lines(folder));

    assertThat(again.violations()).isEmpty();
    assertThat(again.machine().ledger()).isEqualTo(lived.machine().ledger());
    assertThat(again.bank().ledger().postings()).isEqualTo(lived.bank().ledger().postings());
    assertThat(again.bank().ledger().postings()).hasSizeGreaterThan(30);
    assertThat(again.machine().ledger().paidOut().isZero()).isFalse();
  }

  @Test
  void a_command_that_was_cut_short_is_cut_short_at_the_same_note() throws Exception {
    Life.live(folder, 3, 5, 0, said -> {});
    List<String> lines = Life.lines(folder);
    int stack = firstWith(lines, " CashDispenser stack ");

    Truth cut = Truth.after(lines.subList(0, stack + 3));

    assertThat(cut.machine().powered()).isFalse();
    assertThat(cut.machine().ledger().notes().stream().mapToInt(row -> row.stacker()).sum())
        .isEqualTo(1);
  }

  @Test
  void notes_that_move_before_their_record_is_acknowledged_are_told() throws Exception {
    Life.live(folder, 3, 5, 0, said -> {});
    List<String> lines = Life.lines(folder);
    int stack = firstWith(lines, " CashDispenser stack ");
    List<String> tooEarly = new ArrayList<>(lines.subList(0, stack + 1));
    tooEarly.remove(stack - 1);

    assertThat(tooEarly.get(stack - 1)).contains(" CashDispenser stack ");
    assertThat(Truth.after(tooEarly).violations())
        .singleElement()
        .asString()
        .contains("is stacked before STACKING was acknowledged");
  }

  private static int firstWith(List<String> lines, String text) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).contains(text)) {
        return at;
      }
    }
    throw new AssertionError("no line with" + text);
  }
}
