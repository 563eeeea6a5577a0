package org.silverteller.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the share of branches that the tests of all modules take together, in the parts that decide
 * on money. The pages that show the missing ones line by line are in {@code
 * target/site/jacoco-aggregate}.
 */
class BranchCoverageTest {

  private static final double LEAST_SHARE = 0.95;
  private static final String RECOVERY = "org.silverteller.terminal.Recovery";

  private static BranchReport report;

  @BeforeAll
  static void read_the_report() throws IOException {
    Path csv = Path.of(System.getProperty("coverage.report"));
    assertThat(csv).as("JaCoCo's table over the tests of all modules").isRegularFile();
    report = BranchReport.read(csv);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.silverteller.session",
        "org.silverteller.store",
        "org.silverteller.host",
        "org.silverteller.host.iso8583",
        "org.silverteller.host.iso8583.tcp"
      })
  void nearly_every_branch_of_the_package_is_taken_by_some_test(String name) {
    assertEnough(name, report.packages().get(name));
  }

  @Test
  void nearly_every_branch_of_the_recovery_is_taken_by_some_test() {
    assertEnough(RECOVERY, report.classes().get(RECOVERY));
  }

  @AfterAll
  static void show_a_line_for_each_package() {
    System.out.println("Branches taken by the tests of all modules:");
    report.packages().forEach((name, branches) -> System.out.println(branches + "  " + name));
    System.out.println(report.classes().get(RECOVERY) + "  " + RECOVERY);
  }

  private static void assertEnough(String name, Branches branches) {
    assertThat(branches).as(name).isNotNull();
    assertThat(branches.share())
        .as("%s: %s; the rest is in target/site/jacoco-aggregate/index.html", name, branches)
        .isGreaterThanOrEqualTo(LEAST_SHARE);
  }
}
