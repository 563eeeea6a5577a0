package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The system calls of a real terminal fail as those of a disk do (strace injects the errors) at
 * instants that the seed decides; {@code -Dcrash.seed=N} repeats them.
 */
class FailingDiskTest {

  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  /** Calls until the store is made and its terminal has booted. */
  private static final int FORCES_OF_A_BOOT = 16;

  private static final int WRITES_OF_A_BOOT = 60;

  private static final int FORCES_OF_A_LIFE = 150;
  private static final int WRITES_OF_A_LIFE = 700;

  @TempDir Path folder;

  @BeforeAll
  static void needs_strace() throws Exception {
    Optional<String> impossible = Trace.impossible();
    assumeTrue(impossible.isEmpty(), () -> impossible.orElse(""));
  }

  static Stream<Integer> forces() {
    return instants(FORCES_OF_A_BOOT, FORCES_OF_A_LIFE);
  }

  static Stream<Integer> writes() {
    return instants(WRITES_OF_A_BOOT, WRITES_OF_A_LIFE);
  }

  private static Stream<Integer> instants(int from, int to) {
    Random random = new Random(SEED);
    return IntStream.range(0, 4).mapToObj(n -> from + random.nextInt(to - from));
  }

  @ParameterizedTest
  @MethodSource("forces")
  void a_force_that_fails_once_closes_the_machine_and_is_never_tried_again(int nth)
      throws Exception {
    List<DiskCall> calls = live("inject=fsync:error=EIO:when=" + nth);

    assertThat(afterRefusal(calls)).noneMatch(FailingDiskTest::changesTheStore);
    assertThat(errors()).contains("the disk reports an error (SQLITE_IOERR_FSYNC)");
    assertThat(nextBoot()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void a_full_disk_closes_the_machine_before_a_note_moves(int nth) throws Exception {
    List<DiskCall> calls = live("inject=pwrite64:error=ENOSPC:when=" + nth + "+");

    assertThat(afterRefusal(calls)).noneMatch(FailingDiskTest::changesTheStore);
    assertThat(errors()).contains("the disk is full", "nothing that was recorded is lost");
    assertThat(nextBoot()).isEmpty();
  }

  /** The calls of a terminal whose customers come until the disk fails. */
  private List<DiskCall> live(String fault) throws Exception {
    Path list = folder.resolve("calls.txt");
    ChildProcess child =
        ChildProcess.start(
            Trace.command(folder, list, "-e", fault),
            folder.resolve("errors.log"),
            folder.toString(),
            Long.toString(SEED),
            "40");
    List<String> said = new ArrayList<>();
    for (Optional<String> line = child.says(); line.isPresent(); line = child.says()) {
      said.add(line.get());
    }
    assertThat(child.end()).isZero();
    assertThat(said).as("seed %s", SEED).last().isEqualTo("closed store-damaged");
    return Trace.read(list, folder);
  }

  private static List<DiskCall> afterRefusal(List<DiskCall> calls) {
    int first = 0;
    while (!(calls.get(first) instanceof DiskCall.Refused)) {
      first++;
    }
    return calls.subList(first + 1, calls.size());
  }

  private static boolean changesTheStore(DiskCall call) {
    return !(call instanceof DiskCall.Happened);
  }

  private String errors() throws Exception {
    return Files.readString(folder.resolve("errors.log"));
  }

  /** What does not hold after the terminal was started again on a disk that works. */
  private List<String> nextBoot() throws Exception {
    Autopsy autopsy = Autopsy.of(folder.resolve(Life.STORE), Life.lines(folder), SEED);
    return autopsy.violations();
  }
}
