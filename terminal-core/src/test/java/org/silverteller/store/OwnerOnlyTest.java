package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class OwnerOnlyTest {

  @TempDir private Path folder;

  /** An archive stands in for a disk without POSIX permissions. */
  @Test
  void leaves_rights_to_a_file_system_that_has_its_own() throws IOException {
    URI archive = URI.create("jar:" + folder.resolve("disk.zip").toUri());
    try (FileSystem disk = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path store = disk.getPath("/var/store");
      OwnerOnly.createFolder(store);
      OwnerOnly.createFolder(store);
      OwnerOnly.force(store);
      assertThat(store).isDirectory();
      assertThat(OwnerOnly.file(store.resolve("store.db"))).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void makes_folders_on_the_way_that_nobody_else_may_enter() throws IOException {
    Path store = folder.resolve("var/store");
    OwnerOnly.createFolder(store);
    assertThat(Files.getPosixFilePermissions(store)).hasSize(3);
    assertThat(OwnerOnly.file(store.resolve("store.db"))).hasSize(1);
  }

  @Test
  void unpacks_the_native_library_once_and_anew_when_it_is_not_whole() throws IOException {
    Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
    NativeLibrary.unpack(folder);
    long size = Files.size(library);
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(library, longAgo);
    NativeLibrary.unpack(folder);
    assertThat(Files.getLastModifiedTime(library)).as("left alone").isEqualTo(longAgo);
    Files.writeString(library, "half a library");
    NativeLibrary.unpack(folder);
    assertThat(library).hasSize(size);
  }
}
