package org.silverteller.driver.xfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A small text file that is replaced as a whole: written beside it, forced to the disk, renamed,
 * and the name forced too. Its last line says that it is complete.
 *
 * @param file its folder exists
 */
record DurableLines(Path file) {

  private static final String END = "end";

  /** Once this has returned, the lines outlast a power cut; before, those before do. */
  void replace(List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(lines);
    all.add(END);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(String.join("\n", all) + "\n");
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceName();
  }

  /** Windows makes a rename durable by itself, and opens no folder. */
  private void forceName() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /**
   * The lines replaced last; empty where there is no file.
   *
   * @throws IllegalArgumentException when it is not complete
   */
  List<String> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
      throw new IllegalArgumentException(file + " has no line '" + END + "' at its end");
    }
    return lines.subList(0, lines.size() - 1);
  }
}
