package org.silverteller.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of files, copied and removed. */
public final class Folders {

  private Folders() {}

  /** Copies the files of a folder, not the folders in it. A missing folder has no files. */
  public static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    if (!Files.exists(from)) {
      return;
    }
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }

  /** The plain files in a folder. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).toList();
    }
  }

  /** Removes a folder with everything in it. A missing folder is removed already. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
