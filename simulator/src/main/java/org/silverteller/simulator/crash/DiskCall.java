package org.silverteller.simulator.crash;

import java.nio.file.Path;

/** A system call that changes files, or forces a change to the disk. */
sealed interface DiskCall {

  /** A file is there from now on; nothing when it was. */
  record Made(Path file) implements DiskCall {}

  /** A folder is there from now on. */
  record FolderMade(Path folder) implements DiskCall {}

  /**
   * @param offset in bytes; {@link #AT_END} to append
   */
  record Written(Path file, long offset, byte[] bytes) implements DiskCall {
    static final long AT_END = -1;
  }

  /** The file is that long from now on. */
  record Resized(Path file, long length) implements DiskCall {}

  record Renamed(Path from, Path to) implements DiskCall {}

  record Removed(Path file) implements DiskCall {}

  /** fsync or fdatasync of a file or folder has returned. */
  record Forced(Path path) implements DiskCall {}

  /** A write or force that failed: nothing of it may be relied on. */
  record Refused(String call, Path file) implements DiskCall {}

  /** Something became true outside of the terminal; no disk can lose it. */
  record Happened(String text) implements DiskCall {}
}
