package org.silverteller.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Where the driver's native library comes from. An installed machine ships it beside the jars
 * ({@code -Dorg.sqlite.lib.path}); elsewhere it is unpacked, once, into a folder that only the
 * terminal's user can write, never into a world-writable one.
 */
final class NativeLibrary {

  private static final String FOLDER = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /**
   * @param folder where it may be unpacked
   */
  static void load(Path folder) throws IOException {
    if (System.getProperty(FOLDER) == null) {
      unpack(folder);
      System.setProperty(FOLDER, folder.toString());
    }
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception unloadable) {
      throw new IOException("the native library of SQLite cannot be loaded", unloadable);
    }
  }

  /** Leaves a whole library that is there alone; replaces any other. */
  static void unpack(Path folder) throws IOException {
    OwnerOnly.createFolder(folder);
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException("the SQLite driver has no library for this system: " + resource);
      }
      byte[] library = packed.readAllBytes();
      Path file = folder.resolve(name);
      if (!Files.exists(file) || !Arrays.equals(library, Files.readAllBytes(file))) {
        Path whole = Files.write(folder.resolve(name + ".new"), library);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}
