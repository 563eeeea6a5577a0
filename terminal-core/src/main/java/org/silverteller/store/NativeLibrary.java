package org.silverteller.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Where the driver's native library comes from. An installed machine ships it beside the jars
 * ({@code -Dorg.sqlite.lib.path}); elsewhere it is unpacked into a folder that only the terminal's
 * user can write, never into a world-writable one.
 */
final class NativeLibrary {

  private static final String SHIPPED = "org.sqlite.lib.path";
  private static final String UNPACKED_TO = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  static void load(Path folder) throws IOException {
    if (System.getProperty(SHIPPED) == null && System.getProperty(UNPACKED_TO) == null) {
      OwnerOnly.createFolder(folder);
      clear(folder);
      System.setProperty(UNPACKED_TO, folder.toString());
    }
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception unloadable) {
      throw new IOException("the native library of SQLite cannot be loaded", unloadable);
    }
  }

  /** A terminal that was killed leaves its copy behind. */
  private static void clear(Path folder) throws IOException {
    List<Path> old;
    try (Stream<Path> files = Files.list(folder)) {
      old = files.filter(file -> file.getFileName().toString().startsWith("sqlite-")).toList();
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
  }
}
