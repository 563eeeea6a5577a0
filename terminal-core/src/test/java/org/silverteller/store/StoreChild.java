package org.silverteller.store;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that opens a store, says so, and journals as long as it can. */
final class StoreChild {

  private StoreChild() {}

  /**
   * @param args the folder and how many lines to journal; then it is halted as a power cut would
   */
  public static void main(String[] args) {
    try {
      SqliteStore store = SqliteStore.open(Path.of(args[0]));
      System.out.println("open");
      for (int i = 1; i <= Integer.parseInt(args[1]); i++) {
        store.commit(
            new Entry.Journaled(LocalDateTime.of(2026, 6, 18, 12, 0), "LINE " + i),
            new Entry.Journaled(LocalDateTime.of(2026, 6, 18, 12, 0), "X".repeat(2_000)));
        System.out.println(i);
      }
      Runtime.getRuntime().halt(137);
    } catch (StoreFailure failure) {
      System.out.println(failure.getMessage());
      Runtime.getRuntime().halt(3);
    }
  }

  /** Starts it and waits for its end. */
  static Finished run(Path folder, int lines, String... shellPrefix)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(shellPrefix));
    command.addAll(
        List.of(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            StoreChild.class.getName(),
            folder.toString(),
            Integer.toString(lines)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the child did not end");
    }
    return new Finished(process.exitValue(), said.lines().toList());
  }

  /** What became of it. */
  record Finished(int exit, List<String> said) {
    String last() {
      return said.get(said.size() - 1);
    }
  }
}
