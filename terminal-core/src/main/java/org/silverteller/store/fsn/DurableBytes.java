package org.silverteller.store.fsn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.silverteller.store.OwnerOnly;

/** Files whose bytes survive a power cut once a method has returned. */
final class DurableBytes {

  private DurableBytes() {}

  /** The largest file that can be one of ours has 100,000 notes and a batch. */
  private static final long LARGEST = 64L << 20;

  /**
   * @throws MalformedFsn when it is far too large
   */
  static byte[] read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > LARGEST) {
      throw new MalformedFsn(size + " bytes: expected at most " + LARGEST);
    }
    return Files.readAllBytes(file);
  }

  /** A whole file under its name, or none: written beside it first. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + FsnName.TEMPORARY);
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      all(channel, bytes, 0);
      channel.force(true);
    }
    rename(temporary, file);
  }

  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.force(to.getParent());
  }

  /**
   * Puts bytes behind those that are known to be good; whatever stood there goes.
   *
   * @param good the size of the file as it should be, in bytes
   */
  static void append(Path file, long good, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(good);
      all(channel, bytes, good);
      channel.force(true);
    }
  }

  static void all(FileChannel channel, byte[] bytes, long position) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left, position + left.position());
    }
  }
}
