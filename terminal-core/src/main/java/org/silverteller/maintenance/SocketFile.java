package org.silverteller.maintenance;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The place of the control socket: its folder, its mode 0660, and what an earlier run left. */
final class SocketFile {

  private static final Set<PosixFilePermission> SOCKET =
      PosixFilePermissions.fromString("rw-rw----");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-x---");

  /** {@code sun_path} of unix(7), less its closing zero and the suffix below. */
  private static final int LONGEST_PATH_BYTES = 107 - 4;

  private static final String UNFINISHED = ".new";

  private SocketFile() {}

  /**
   * Binds a socket that is never seen with another mode than 0660.
   *
   * @param group owns the socket; empty: the user's own group
   * @throws IOException naming what is in the way and what to do
   */
  static ServerSocketChannel bind(Path path, String group) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES) {
      throw new IOException(
          "control socket "
              + path
              + ": a path of more than "
              + LONGEST_PATH_BYTES
              + " bytes; give a shorter one");
    }
    prepareFolder(path.getParent());
    requireNobodyThere(path);
    Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
    Files.deleteIfExists(unfinished);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    boolean bound = false;
    try {
      server.bind(UnixDomainSocketAddress.of(unfinished));
      permit(unfinished, group);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
      bound = true;
      return server;
    } finally {
      if (!bound) {
        server.close();
        Files.deleteIfExists(unfinished);
      }
    }
  }

  private static void prepareFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else if (Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(
          "control socket: everybody can write to the folder "
              + folder
              + "; expected one that only the terminal's user can write (chmod o-w "
              + folder
              + ")");
    }
  }

  /** A socket nobody listens at was left by a crash. */
  private static void requireNobodyThere(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
      throw new IOException(
          "control socket " + path + ": a file that is no socket is in its place; move it away");
    }
    if (answers(path)) {
      throw new IOException(
          "control socket " + path + ": another terminal answers there; stop it first (atm stop)");
    }
    Files.delete(path);
  }

  private static boolean answers(Path path) throws IOException {
    try (SocketChannel other = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
      return other.isConnected();
    } catch (ConnectException nobody) {
      return false;
    }
  }

  private static void permit(Path path, String group) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (!group.isEmpty()) {
      view.setGroup(
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group));
    }
    view.setPermissions(SOCKET);
  }
}
