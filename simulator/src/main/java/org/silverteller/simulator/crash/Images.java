package org.silverteller.simulator.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.silverteller.simulator.Folders;
import org.silverteller.store.SqliteStore;

/**
 * The states that a disk could be left in by a crash at the instants of a recorded life, each with
 * a terminal booted on it and audited.
 */
final class Images {

  private static final Path MEMORY = Path.of("/dev/shm");

  /** More than eight customers cause. */
  private static final int LATE_CALLS = 1_500;

  private static final int WORKERS = 2;

  /** Images that wait for a worker at most. */
  private static final int MOST_WAITING = 8;

  private final Path work;
  private final long seed;
  private final List<Future<Seen>> seen = new ArrayList<>();
  private final Semaphore room = new Semaphore(MOST_WAITING);
  private int number;

  /** One image, audited. */
  private record Seen(String where, Autopsy autopsy) {}

  /**
   * What so many images have shown.
   *
   * @param instants at which crashes were tried
   * @param recovered transactions that were open at a boot
   * @param suspense cases that were opened
   */
  record Report(int images, int instants, int recovered, int suspense, List<String> violations) {

    /** The last line for programs. */
    String line(long seed) {
      return "images="
          + images
          + " instants="
          + instants
          + " recovered="
          + recovered
          + " suspense="
          + suspense
          + " violations="
          + violations.size()
          + " seed="
          + seed;
    }
  }

  /**
   * @param work an empty folder, see {@link #place}: each image is written there
   */
  Images(Path work, long seed) {
    this.work = work;
    this.seed = seed;
  }

  /** A new folder for images: in memory where the system has a place for that. */
  static Path place(Path otherwise) throws IOException {
    return Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : otherwise, "images-");
  }

  /**
   * Tries so many instants of each life, chosen by the seed: half of them anywhere, half among its
   * last calls, where customers are served even when the journal was aged first.
   */
  Report of(List<Recording> lives, int instants)
      throws IOException, InterruptedException, ExecutionException {
    SqliteStore.open(Files.createTempDirectory(work, "library-")).close();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    int tried = 0;
    try {
      for (Recording life : lives) {
        tried += crash(life, instants, workers);
      }
      return report(tried);
    } finally {
      workers.shutdownNow();
    }
  }

  private int crash(Recording life, int instants, ExecutorService workers)
      throws IOException, InterruptedException {
    BitSet chosen = chosen(life.calls().size() + 1, instants);
    Disk disk = life.start().disk();
    List<String> truth = new ArrayList<>(life.before());
    for (int at = 0; at <= life.calls().size(); at++) {
      if (chosen.get(at)) {
        crash(life, at, disk, truth, workers);
      }
      if (at < life.calls().size()) {
        DiskCall call = life.calls().get(at);
        disk.tell(call);
        if (call instanceof DiskCall.Happened happened) {
          truth.addAll(Life.lines(happened.text()));
        }
      }
    }
    return chosen.cardinality();
  }

  private BitSet chosen(int of, int wanted) {
    Random random = new Random(seed);
    BitSet chosen = new BitSet();
    int late = Math.min(of, LATE_CALLS);
    while (chosen.cardinality() < Math.min(late, wanted)) {
      chosen.set(random.nextBoolean() ? random.nextInt(of) : of - 1 - random.nextInt(late));
    }
    return chosen;
  }

  /** Every fate, or one where nothing is uncertain. */
  private void crash(Recording life, int at, Disk disk, List<String> truth, ExecutorService workers)
      throws InterruptedException {
    List<String> now = List.copyOf(truth);
    for (Disk.Fate fate : Disk.Fate.values()) {
      long own = seed * 31 + number++;
      Map<String, byte[]> image = disk.image(life.store(), fate, new Random(own));
      String where = life.folder().getFileName() + ", call " + at + ", " + fate;
      room.acquire();
      seen.add(workers.submit(() -> audited(where, image, now, own)));
      if (!disk.uncertain()) {
        return;
      }
    }
  }

  private Seen audited(String where, Map<String, byte[]> image, List<String> truth, long own)
      throws IOException {
    try {
      Path folder = Files.createTempDirectory(work, "image-");
      Path store = folder.resolve(Life.STORE);
      if (!image.isEmpty()) {
        Files.createDirectory(store);
      }
      for (Map.Entry<String, byte[]> file : image.entrySet()) {
        Files.write(store.resolve(file.getKey()), file.getValue());
      }
      Autopsy autopsy = Autopsy.of(store, truth, own);
      Folders.delete(folder);
      return new Seen(where, autopsy);
    } finally {
      room.release();
    }
  }

  private Report report(int instants) throws InterruptedException, ExecutionException {
    int recovered = 0;
    int suspense = 0;
    List<String> violations = new ArrayList<>();
    for (Future<Seen> future : seen) {
      Seen one = future.get();
      recovered += one.autopsy().recovered();
      suspense += one.autopsy().suspense();
      one.autopsy().violations().forEach(text -> violations.add(one.where() + ": " + text));
    }
    return new Report(seen.size(), instants, recovered, suspense, violations);
  }
}
