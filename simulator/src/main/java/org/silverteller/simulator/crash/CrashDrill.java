package org.silverteller.simulator.crash;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code kills NUMBER [SEED]}. */
public final class CrashDrill {
  private CrashDrill() {}

  public static void main(String[] args) throws Exception {
    long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
    Path work = Files.createTempDirectory("crash-");
    if (args[0].equals("images")) {
      Path a = Files.createDirectory(work.resolve("fresh"));
      long t = System.nanoTime();
      Recording r = Recording.of(a, seed, 12, 0);
      System.out.println(r.calls().size() + " calls " + (System.nanoTime() - t) / 1000000);
      t = System.nanoTime();
      Images.Report report =
          new Images(Files.createTempDirectory(Path.of("/dev/shm"), "images"), seed)
              .of(java.util.List.of(r), Integer.parseInt(args[1]));
      report.violations().stream().limit(20).forEach(System.out::println);
      System.out.println(report.line(seed) + " " + (System.nanoTime() - t) / 1000000);
      return;
    }
    Kills.Report report = Kills.run(work, seed, Integer.parseInt(args[1]), System.out::println);
    System.out.println(report.line(seed));
  }
}
