package org.silverteller.simulator.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.silverteller.simulator.Folders;

/**
 * What a disk holds for certain, and what it was told and may hold or not. A write is certain once
 * its file was forced, a name once its folder was. Until then a crash may keep it, lose it, or, of
 * a write, keep some of its sectors, whatever came before or after it. Names become certain in
 * their order, as file systems journal them.
 */
final class Disk {

  /** What a disk writes whole. */
  private static final int SECTOR_BYTES = 512;

  private final Map<Path, File> certain = new LinkedHashMap<>();
  private final Map<Path, File> told = new LinkedHashMap<>();
  private final List<Naming> namings = new ArrayList<>();

  /** A change of names that its folder has not been forced for. */
  private record Naming(Path folder, Consumer<Map<Path, File>> change) {}

  /** The bytes of a file that are certain, and the changes that are not. */
  private static final class File {
    private byte[] certain = {};
    private final List<Change> changes = new ArrayList<>();

    byte[] told() {
      byte[] bytes = certain;
      for (Change change : changes) {
        bytes = change.on(bytes);
      }
      return bytes;
    }

    void force() {
      certain = told();
      changes.clear();
    }
  }

  /** A write or a new length. */
  private sealed interface Change {
    byte[] on(byte[] before);
  }

  private record Write(long offset, byte[] bytes) implements Change {
    @Override
    public byte[] on(byte[] before) {
      return on(before, 0, bytes.length);
    }

    /** Only the bytes in that part of it. */
    byte[] on(byte[] before, int from, int to) {
      int start = Math.toIntExact(offset);
      byte[] after = Arrays.copyOf(before, Math.max(before.length, start + to));
      System.arraycopy(bytes, from, after, start + from, to - from);
      return after;
    }
  }

  private record Length(long length) implements Change {
    @Override
    public byte[] on(byte[] before) {
      return Arrays.copyOf(before, Math.toIntExact(length));
    }
  }

  /** How a crash treats what is not certain. */
  enum Fate {
    /** Nothing of it reached the disk. */
    LOST,
    /** All of it did. */
    KEPT,
    /** All up to some moment did, and some sectors of the write of that moment. */
    TORN,
    /** Any of it did, in any order, whole or torn. */
    SHUFFLED
  }

  /**
   * A disk on which these files are certain.
   *
   * @param copy the folder they were copied to
   * @param folder the folder they stand in
   */
  static Disk of(Path copy, Path folder) throws IOException {
    Disk disk = new Disk();
    disk.told.put(folder, new File());
    for (Path path : Folders.files(copy)) {
      File file = new File();
      file.certain = Files.readAllBytes(path);
      disk.told.put(folder.resolve(path.getFileName()), file);
    }
    disk.certain.putAll(disk.told);
    return disk;
  }

  void tell(DiskCall call) {
    if (call instanceof DiskCall.Made made) {
      make(made.file());
    } else if (call instanceof DiskCall.FolderMade made) {
      make(made.folder());
    } else if (call instanceof DiskCall.Written written) {
      File file = file(written.file());
      long offset =
          written.offset() == DiskCall.Written.AT_END ? file.told().length : written.offset();
      file.changes.add(new Write(offset, written.bytes()));
    } else if (call instanceof DiskCall.Resized resized) {
      file(resized.file()).changes.add(new Length(resized.length()));
    } else if (call instanceof DiskCall.Renamed renamed) {
      name(renamed.from(), names -> names.put(renamed.to(), names.remove(renamed.from())));
    } else if (call instanceof DiskCall.Removed removed) {
      name(removed.file(), names -> names.remove(removed.file()));
    } else if (call instanceof DiskCall.Forced forced) {
      force(forced.path());
    }
  }

  private void make(Path path) {
    if (!told.containsKey(path)) {
      File file = new File();
      name(path, names -> names.put(path, file));
    }
  }

  private void name(Path path, Consumer<Map<Path, File>> change) {
    change.accept(told);
    namings.add(new Naming(path.getParent(), change));
  }

  private File file(Path path) {
    File file = told.get(path);
    if (file == null) {
      throw new IllegalArgumentException(path + " is written and was never made");
    }
    return file;
  }

  private void force(Path path) {
    File file = told.get(path);
    if (file != null) {
      file.force();
    }
    namings.removeIf(
        naming -> {
          boolean done = naming.folder().equals(path);
          if (done) {
            naming.change().accept(certain);
          }
          return done;
        });
  }

  /** Whether a crash now could leave more than one state. */
  boolean uncertain() {
    return !namings.isEmpty() || told.values().stream().anyMatch(file -> !file.changes.isEmpty());
  }

  /**
   * The files of a folder as a crash now would leave them, by name; empty when the folder itself is
   * lost.
   */
  Map<String, byte[]> image(Path folder, Fate fate, Random random) {
    Map<Path, File> names = new HashMap<>(certain);
    int kept =
        switch (fate) {
          case LOST -> 0;
          case KEPT -> namings.size();
          case TORN, SHUFFLED -> random.nextInt(namings.size() + 1);
        };
    namings.subList(0, kept).forEach(naming -> naming.change().accept(names));
    Map<String, byte[]> image = new HashMap<>();
    if (!names.containsKey(folder)) {
      return image;
    }
    names.forEach(
        (path, file) -> {
          if (folder.equals(path.getParent())) {
            image.put(path.getFileName().toString(), bytes(file, fate, random));
          }
        });
    return image;
  }

  private static byte[] bytes(File file, Fate fate, Random random) {
    return switch (fate) {
      case LOST -> file.certain;
      case KEPT -> file.told();
      case TORN -> torn(file, random);
      case SHUFFLED -> shuffled(file, random);
    };
  }

  private static byte[] torn(File file, Random random) {
    byte[] bytes = file.certain;
    int whole = random.nextInt(file.changes.size() + 1);
    for (Change change : file.changes.subList(0, whole)) {
      bytes = change.on(bytes);
    }
    return whole < file.changes.size() ? some(file.changes.get(whole), bytes, random) : bytes;
  }

  private static byte[] shuffled(File file, Random random) {
    byte[] bytes = file.certain;
    for (Change change : file.changes) {
      bytes =
          switch (random.nextInt(3)) {
            case 0 -> bytes;
            case 1 -> change.on(bytes);
            default -> some(change, bytes, random);
          };
    }
    return bytes;
  }

  /** Some sectors of a write, cut at the sectors of the disk. */
  private static byte[] some(Change change, byte[] before, Random random) {
    if (!(change instanceof Write write)) {
      return random.nextBoolean() ? change.on(before) : before;
    }
    byte[] bytes = before;
    int from = 0;
    while (from < write.bytes().length) {
      int toBoundary = SECTOR_BYTES - (int) ((write.offset() + from) % SECTOR_BYTES);
      int to = Math.min(write.bytes().length, from + toBoundary);
      if (random.nextBoolean()) {
        bytes = write.on(bytes, from, to);
      }
      from = to;
    }
    return bytes;
  }
}
