package org.silverteller.simulator.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.simulator.Torture;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault;
import org.silverteller.simulator.scenario.Script;
import org.silverteller.simulator.scenario.ScriptFault;

/** The chamber is the same every time, whatever lives it, and takes what a person adds. */
class ChamberTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static Totals run(long seed, long sessions, int threads, Own own)
      throws InterruptedException {
    Campaign.Result result =
        new Campaign(new Campaign.Order(seed, sessions, LONG, threads, own)).run();
    assertThat(result.failure()).isEmpty();
    return result.totals();
  }

  @Test
  void the_same_seed_gives_the_same_run_on_any_number_of_threads() throws InterruptedException {
    Totals alone = run(20_260_618, 2_400, 1, Own.NOTHING);
    Totals together = run(20_260_618, 2_400, 3, Own.NOTHING);
    assertThat(together).isEqualTo(alone);
    assertThat(run(20_260_619, 2_400, 1, Own.NOTHING).hash()).isNotEqualTo(alone.hash());
  }

  @Test
  void the_same_seed_gives_the_same_last_line_in_another_process() throws Exception {
    String first = lastLineOfAProcess();
    assertThat(first).startsWith("sessions=1200 cuts=").contains(" violations=0 seed=17 hash=");
    assertThat(lastLineOfAProcess()).isEqualTo(first);
  }

  private static String lastLineOfAProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Torture.class.getName(),
                "--seed",
                "17",
                "--sessions",
                "1200",
                "--threads",
                "2")
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines.get(lines.size() - 1);
  }

  @Test
  void the_worlds_are_full_of_trouble_and_people_are_paid_all_the_same()
      throws InterruptedException {
    Totals totals = run(7, 8_000, 2, Own.NOTHING);
    assertThat(totals.paid()).isGreaterThan(1_000);
    assertThat(totals.cuts()).isGreaterThan(50);
    assertThat(totals.reboots()).isGreaterThan(totals.cuts());
    assertThat(totals.reversals()).isGreaterThan(100);
    assertThat(totals.suspense()).isPositive();
  }

  @Test
  void a_world_told_aloud_is_the_world_that_was_lived_in_silence() {
    LifePlan plan = LifePlan.of(3, 5, 50, Own.NOTHING);
    Population population = new Population();
    Tale aloud = new Tale(true);
    Life.End told = new Life(plan, population, aloud).live();
    Life.End silent = new Life(plan, population, new Tale(false)).live();
    assertThat(told).isEqualTo(silent);
    assertThat(aloud.lines()).anyMatch(line -> line.contains("journal   START"));
  }

  @Test
  void a_request_that_comes_to_the_bank_after_its_reversal_debits_nobody() {
    Duration late = Duration.ofMinutes(9);
    Own own = new Own(Optional.empty(), List.of(new Trouble.HeldUp(1, late)), ThroughXfs.NONE);
    List<String> tale = told(LifePlan.of(11, 1, 120, own), new Population());
    assertThat(String.join("\n", tale))
        .containsPattern(
            "ORIG (\\d+) REQ \\S+ DISP 0.00 ACK 00(?s:.*)a straggler comes to the bank"
                + "(?s:.*)0210 STAN \\1 LATE, DROPPED");
  }

  @Test
  void an_alert_that_was_not_answered_goes_out_before_the_world_ends() {
    Own own =
        new Own(
            Optional.empty(),
            List.of(new Trouble.Bank(Target.ADVICE, new ReplyFault.ReplyLost(), 1)),
            ThroughXfs.NONE);
    List<String> tale = told(LifePlan.of(11, 16_302, 3, own), new Population());
    assertThat(String.join("\n", tale))
        .containsPattern("ALERT .* NOT ANSWERED(?s:.*)world +is healed(?s:.*)ALERT .* ACK 00");
  }

  @Test
  void a_world_that_falls_over_is_found_like_any_violation() throws InterruptedException {
    Own own =
        new Own(
            Optional.empty(),
            List.of(new Trouble.Power(true, Moment.ANY, 1, null)),
            ThroughXfs.NONE);
    Campaign.Result result = new Campaign(new Campaign.Order(1, 400, LONG, 2, own)).run();
    assertThat(result.failure())
        .hasValueSatisfying(
            failure ->
                assertThat(failure.violation())
                    .hasMessageContaining("the program fails: java.lang.NullPointerException"));
  }

  @Test
  void leaving_a_customer_out_changes_nothing_for_those_before() {
    LifePlan plan = LifePlan.of(3, 5, 20, Own.NOTHING);
    Population population = new Population();
    List<String> all = told(plan, population);
    List<String> fewer = told(plan.onlyVisits(20, visit -> visit < 10), population);
    int same = 0;
    while (same < fewer.size() && fewer.get(same).equals(all.get(same))) {
      same++;
    }
    assertThat(fewer.subList(0, same).stream().filter(line -> line.contains("inserts")).count())
        .isGreaterThanOrEqualTo(9);
  }

  private static List<String> told(LifePlan plan, Population population) {
    Tale tale = new Tale(true);
    new Life(plan, population, tale).live();
    return tale.lines();
  }

  @Test
  void a_persons_own_customer_and_troubles_join_the_others(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("own.txt"),
            """
            # mine
            fault jam-in-stack 3 CASS1
            bank advice silent
            cut after commit presented
            cut before note-picked 2
            line 5min
            hold 1 45s
            disk after 4
            clock 1h 20
            """);
    List<Trouble> troubles = OwnTroubles.read(file);
    assertThat(troubles).hasSize(8);
    assertThat(troubles.get(1))
        .isInstanceOfSatisfying(
            Trouble.Bank.class, bank -> assertThat(bank.target()).isEqualTo(Target.ADVICE));
    Script customer =
        Script.parse("mine", "# mine\n> insert own-0421\n> pin\n> touch balance\n> wait 2min\n");
    Own own = new Own(Optional.of(customer), troubles, ThroughXfs.SOME);
    assertThat(run(1, 1_200, 2, own).hash()).isNotEqualTo(run(1, 1_200, 2, Own.NOTHING).hash());
  }

  @Test
  void a_trouble_that_nobody_knows_is_refused_with_its_line(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("own.txt"), "# mine\n\nearthquake 7\n");
    assertThatThrownBy(() -> OwnTroubles.read(file))
        .isInstanceOf(ScriptFault.class)
        .hasMessageContaining("own.txt")
        .hasMessageContaining("3")
        .hasMessageContaining("earthquake")
        .hasMessageContaining("expected fault, bank, line, hold, cut, disk or clock");
  }

  @Test
  void a_script_that_is_more_than_a_customer_is_refused() {
    Script script = Script.parse("mine", "# mine\n> insert own-0421\n> cut now\n");
    assertThatThrownBy(() -> ScriptedVisitor.stepsOf(script))
        .isInstanceOf(ScriptFault.class)
        .hasMessageContaining("'cut'")
        .hasMessageContaining("expected what a customer does");
  }
}
