package org.silverteller.simulator.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.silverteller.simulator.Folders;

/**
 * One life, call by call.
 *
 * @param folder of the life
 * @param before the truth when it began
 * @param start what its disk held for certain when it began
 * @param calls in order
 */
record Recording(Path folder, List<String> before, Start start, List<DiskCall> calls) {

  /**
   * Lines of the journal after which the log is nearly full: it is written home at 1,000 commits.
   */
  private static final int NEARLY_FULL = 950;

  private static final int LONGEST_SERVICE_MILLIS = 300;

  /** A disk as it was, made anew for each replay. */
  interface Start {
    Disk disk() throws IOException;
  }

  /**
   * Lets a terminal live in the folder, under strace, and records it.
   *
   * @param seed of its people
   * @param customers how many come
   * @param age lines that the journal is aged by first
   */
  static Recording of(Path folder, long seed, int customers, int age)
      throws IOException, InterruptedException {
    List<String> before = Life.lines(folder);
    Path store = folder.resolve(Life.STORE);
    Path kept = folder.resolve("before");
    Folders.copy(store, kept);
    boolean fresh = !Files.exists(store);
    Path list = folder.resolve("calls.txt");
    ChildProcess child =
        ChildProcess.start(
            Trace.command(folder, list),
            folder.resolve("errors.log"),
            folder.toString(),
            Long.toString(seed),
            Integer.toString(customers),
            Integer.toString(age));
    while (child.says().isPresent()) {}
    if (child.end() != 0) {
      throw new IOException(
          "the recorded terminal failed: " + Files.readString(folder.resolve("errors.log")));
    }
    List<DiskCall> calls = Trace.read(list, folder);
    Files.delete(list);
    return new Recording(folder, before, () -> fresh ? new Disk() : Disk.of(kept, store), calls);
  }

  /**
   * A terminal's first life, on an empty disk; one whose store writes its log home while customers
   * are served; and one that begins on what a kill has left.
   */
  static List<Recording> three(Path folder, long seed) throws IOException, InterruptedException {
    Recording first = of(Files.createDirectory(folder.resolve("first")), seed, 12, 0);
    Recording aged = of(Files.createDirectory(folder.resolve("aged")), seed + 1, 8, NEARLY_FULL);
    Path killed = Files.createDirectory(folder.resolve("killed"));
    ChildProcess child =
        ChildProcess.start(
            List.of(),
            killed.resolve("errors.log"),
            killed.toString(),
            Long.toString(seed + 2),
            Integer.toString(Integer.MAX_VALUE));
    while (!child.says().orElse(Life.SERVING).equals(Life.SERVING)) {}
    Thread.sleep(new Random(seed).nextInt(LONGEST_SERVICE_MILLIS));
    child.kill();
    return List.of(first, aged, of(killed, seed + 3, 6, 0));
  }

  /** The same life on a disk that is never told to force what passes the test. */
  Recording withoutForcing(Predicate<Path> passes) {
    List<DiskCall> left = new ArrayList<>(calls);
    left.removeIf(call -> call instanceof DiskCall.Forced forced && passes.test(forced.path()));
    return new Recording(folder, before, start, left);
  }

  Path store() {
    return folder.resolve(Life.STORE);
  }
}
