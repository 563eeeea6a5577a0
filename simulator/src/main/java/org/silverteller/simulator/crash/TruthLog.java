package org.silverteller.simulator.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Writes down what happens outside of the terminal, each line with one write: it outlives the
 * process, and a list of system calls shows it in its place among the store's own writes. Never
 * forced to disk, for it stands for notes and accounts, which need no disk.
 */
final class TruthLog implements Closeable {

  private final FileChannel file;
  private final InstantSource clock;

  private TruthLog(FileChannel file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  static TruthLog append(Path file, InstantSource clock) throws IOException {
    return new TruthLog(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
  }

  /**
   * @param line one of those that {@link Truth} reads
   */
  void write(String line) {
    byte[] bytes =
        (clock.instant().toEpochMilli() + " " + line + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      int written = file.write(ByteBuffer.wrap(bytes));
      if (written != bytes.length) {
        throw new IOException("only " + written + " of " + bytes.length + " bytes were written");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the truth cannot be written down", failure);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
