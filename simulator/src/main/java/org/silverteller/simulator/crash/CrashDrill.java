package org.silverteller.simulator.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.silverteller.simulator.Folders;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./atm crash}: kills terminals, and boots them on every state their disk could be left in.
 */
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Kills a terminal at random instants and boots it on what is left; then records the system calls of"
          + " one (with strace) and boots it on the states that its disk could be left in. Audits after each.",
      "Exit code 0: nothing was lost; 1: something was."
    })
public final class CrashDrill implements Callable<Integer> {

  private static final int MOST_TOLD = 20;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "200",
      description = "how often a process is killed (${DEFAULT-VALUE})")
  private int kills;

  @Option(
      names = "--instants",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "crashes in each of the three recorded lives, of up to four images each (${DEFAULT-VALUE})")
  private int instants;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "repeats the people and the crashes, not the instants of the kills")
  private long seed = System.nanoTime();

  public static void main(String[] args) {
    System.exit(new CommandLine(new CrashDrill()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Path work = Files.createTempDirectory("silverteller-crash-");
    boolean holds = killed(work) & imaged(work);
    if (holds) {
      Folders.delete(work);
    } else {
      System.out.println("what was left is kept in " + work);
    }
    return holds ? 0 : 1;
  }

  private boolean killed(Path work) throws IOException, InterruptedException, ExecutionException {
    if (kills == 0) {
      return true;
    }
    Kills.Report report =
        Kills.run(Files.createDirectory(work.resolve("kills")), seed, kills, System.out::println);
    System.out.println(report.line(seed));
    return report.violations().isEmpty();
  }

  private boolean imaged(Path work) throws IOException, InterruptedException, ExecutionException {
    if (instants == 0) {
      return true;
    }
    Optional<String> impossible = Trace.impossible();
    if (impossible.isPresent()) {
      System.out.println("no crash images: " + impossible.get());
      return true;
    }
    Path lives = Files.createDirectory(work.resolve("lives"));
    List<Recording> recorded = Recording.three(lives, seed);
    Path images = Images.place(work);
    try {
      Images.Report report = new Images(images, seed).of(recorded, instants);
      report.violations().stream().limit(MOST_TOLD).forEach(System.out::println);
      System.out.println(report.line(seed));
      return report.violations().isEmpty();
    } finally {
      Folders.delete(images);
    }
  }
}
