package org.silverteller.simulator.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {

  @TempDir Path folder;

  private List<DiskCall> read(String... lines) throws Exception {
    Path list = Files.write(folder.resolve("calls.txt"), List.of(lines));
    return Trace.read(list, folder);
  }

  private static String hex(Path path) {
    return hex(path.toString());
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append(String.format("\\x%02x", one));
    }
    return hex.toString();
  }

  @Test
  void a_call_that_another_thread_interrupts_counts_when_it_returns() throws Exception {
    Path log = folder.resolve("record").resolve("store.db-wal");
    Path truth = folder.resolve(Life.TRUTH);

    List<DiskCall> calls =
        read(
            "7 pwrite64(5<" + hex(log) + ">, \"" + hex("ab") + "\", 2, 32 <unfinished ...>",
            "8 write(9<" + hex(truth) + ">, \"" + hex("1 on\n") + "\", 5) = 5",
            "7 <... pwrite64 resumed>)              = 2",
            "7 fsync(5<" + hex(log) + ">) = 0",
            "7 +++ exited with 0 +++");

    assertThat(calls).hasSize(3);
    assertThat(calls.get(0)).isEqualTo(new DiskCall.Happened("1 on\n"));
    assertThat(calls.get(1))
        .isInstanceOfSatisfying(
            DiskCall.Written.class,
            written -> {
              assertThat(written.file()).isEqualTo(log);
              assertThat(written.offset()).isEqualTo(32);
              assertThat(written.bytes()).containsExactly('a', 'b');
            });
    assertThat(calls.get(2)).isEqualTo(new DiskCall.Forced(log));
  }

  @Test
  void a_force_that_fails_forces_nothing() throws Exception {
    Path log = folder.resolve("store.db-wal");

    assertThat(read("7 fsync(5<" + hex(log) + ">) = -1 EIO (Input/output error) (INJECTED)"))
        .containsExactly(new DiskCall.Refused("fsync", log));
  }

  @Test
  void a_change_that_is_not_understood_is_an_error() {
    Path log = folder.resolve("store.db");

    assertThatThrownBy(() -> read("7 fallocate(5<" + hex(log) + ">, 0, 0, 4096) = 0"))
        .hasMessageContaining("not understood: fallocate");
  }
}
