package org.silverteller.simulator.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.silverteller.simulator.Folders;

/**
 * Kills a terminal at random instants, again and again on the same folder: while it boots, while it
 * recovers from the kill before, while it serves. After each kill a copy of what is left is booted
 * and audited; the next life boots on the original.
 */
final class Kills {

  private static final int LIVES_A_FOLDER = 10;
  private static final int WITHOUT_END = Integer.MAX_VALUE;
  private static final int SERVES_PERCENT = 60;
  private static final int LONGEST_WAIT_MILLIS = 400;

  private final Path work;
  private final Random random;
  private final Consumer<String> progress;
  private final List<String> violations = new ArrayList<>();
  private int kills;
  private int folders;
  private int recovered;
  private int owed;
  private int suspense;

  /**
   * What so many kills have shown.
   *
   * @param folders stores that were begun
   * @param recovered transactions that were open at a boot
   * @param owed advices that waited at a boot
   * @param suspense cases that were opened
   */
  record Report(
      int kills, int folders, int recovered, int owed, int suspense, List<String> violations) {

    Report plus(Report other) {
      return new Report(
          kills + other.kills,
          folders + other.folders,
          recovered + other.recovered,
          owed + other.owed,
          suspense + other.suspense,
          Stream.concat(violations.stream(), other.violations.stream()).toList());
    }

    /** The last line for programs. */
    String line(long seed) {
      return "kills="
          + kills
          + " folders="
          + folders
          + " recovered="
          + recovered
          + " owed="
          + owed
          + " suspense="
          + suspense
          + " violations="
          + violations.size()
          + " seed="
          + seed;
    }
  }

  /**
   * @param work an empty folder
   * @param progress is told of each folder that is begun and each violation
   */
  private Kills(Path work, long seed, Consumer<String> progress) {
    this.work = work;
    this.random = new Random(seed);
    this.progress = progress;
  }

  /**
   * Kills two terminals side by side, each with folders of its own.
   *
   * @param wanted kills of both together
   */
  static Report run(Path work, long seed, int wanted, Consumer<String> progress)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<Report>> both = new ArrayList<>();
      for (int n = 0; n < 2; n++) {
        Path place = Files.createDirectory(work.resolve("side-" + n));
        Kills side = new Kills(place, seed + n, progress);
        int share = (wanted + n) / 2;
        both.add(two.submit(() -> side.run(share)));
      }
      return both.get(0).get().plus(both.get(1).get());
    } finally {
      two.shutdownNow();
    }
  }

  private Report run(int wanted) throws IOException, InterruptedException {
    while (kills < wanted) {
      Path folder = Files.createDirectory(work.resolve("terminal-" + ++folders));
      boolean goesOn = true;
      for (int life = 1; goesOn && life <= LIVES_A_FOLDER && kills < wanted; life++) {
        goesOn = live(folder, life);
      }
      progress.accept(kills + " kills, " + violations.size() + " violations");
      if (violations.isEmpty()) {
        Folders.delete(folder);
      }
    }
    return new Report(kills, folders, recovered, owed, suspense, List.copyOf(violations));
  }

  /** One life and its end; whether the terminal can live on. */
  private boolean live(Path folder, int life) throws IOException, InterruptedException {
    ChildProcess child =
        ChildProcess.start(
            List.of(),
            folder.resolve("errors.log"),
            folder.toString(),
            Long.toString(random.nextLong()),
            Integer.toString(WITHOUT_END));
    await(child, Life.BOOTING, folder);
    if (random.nextInt(100) < SERVES_PERCENT) {
      await(child, Life.SERVING, folder);
    }
    Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
    child.kill();
    kills++;
    Path copy = work.resolve("autopsy");
    Folders.copy(folder.resolve(Life.STORE), copy);
    Autopsy autopsy = Autopsy.of(copy, Life.lines(folder), random.nextLong());
    Folders.delete(copy);
    recovered += autopsy.recovered();
    owed += autopsy.owed();
    suspense += autopsy.suspense();
    for (String violation : autopsy.violations()) {
      String where = "kill " + kills + ", life " + life + " in " + folder + ": " + violation;
      violations.add(where);
      progress.accept(where);
    }
    return autopsy.violations().isEmpty() && autopsy.suspense() == 0;
  }

  private static void await(ChildProcess child, String word, Path folder)
      throws IOException, InterruptedException {
    Optional<String> said = child.says();
    if (!said.equals(Optional.of(word))) {
      child.kill();
      throw new IllegalStateException(
          "expected the terminal to say '"
              + word
              + "', found "
              + said
              + ": "
              + Files.readString(folder.resolve("errors.log")));
    }
  }
}
