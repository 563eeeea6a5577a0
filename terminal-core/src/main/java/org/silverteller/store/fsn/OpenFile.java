package org.silverteller.store.fsn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.store.NoteBatch;
import org.silverteller.store.OwnerOnly;

/**
 * The file that takes notes. Records are durable before the line of the index that tells whose they
 * are: what the index knows is there.
 */
final class OpenFile {

  private final Path folder;
  private final FsnName name;
  private final FsnForm form;
  private final List<BatchLine> lines;
  private int records;
  private long indexBytes;

  private OpenFile(Path folder, FsnName name, FsnForm form, List<BatchLine> lines) {
    this.folder = folder;
    this.name = name;
    this.form = form;
    this.lines = new ArrayList<>(lines);
    for (BatchLine line : lines) {
      records = line.end();
      indexBytes += bytes(line).length;
    }
  }

  /** A new one without notes. */
  static OpenFile create(Path folder, FsnName name, FsnForm form) throws IOException {
    Files.deleteIfExists(name.in(folder, FsnName.INDEX));
    DurableBytes.write(name.in(folder, FsnName.OPEN), FsnForm.header(0));
    return new OpenFile(folder, name, form, List.of());
  }

  /** One that was found whole. */
  static OpenFile goOn(Path folder, FsnName name, FsnForm form, List<BatchLine> lines) {
    return new OpenFile(folder, name, form, lines);
  }

  FsnName name() {
    return name;
  }

  int records() {
    return records;
  }

  void add(NoteBatch batch, String machineId) throws IOException {
    Path file = name.in(folder, FsnName.OPEN);
    Path index = name.in(folder, FsnName.INDEX);
    BatchLine line = BatchLine.of(batch, records);
    List<FsnNote> notes =
        batch.notes().stream()
            .map(note -> FsnNote.of(note, batch.head().time(), machineId))
            .toList();
    long end = FsnForm.HEADER_BYTES + (long) records * FsnForm.RECORD_BYTES;
    write(file, end, form.records(notes), line.end());
    boolean first = indexBytes == 0;
    DurableBytes.append(index, indexBytes, bytes(line));
    if (first) {
      OwnerOnly.force(folder);
    }
    lines.add(line);
    records = line.end();
    indexBytes += bytes(line).length;
  }

  /**
   * Gives the file the name under which the bank fetches it. A file without notes goes; its index
   * stays where it tells what is missing.
   */
  void close() throws IOException {
    Path file = name.in(folder, FsnName.OPEN);
    if (records == 0) {
      Files.deleteIfExists(file);
      return;
    }
    DurableBytes.rename(file, name.in(folder, FsnName.CLOSED));
  }

  private static void write(Path file, long end, byte[] records, int count) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      DurableBytes.all(channel, records, end);
      ByteBuffer number = FsnForm.buffer(new byte[Integer.BYTES]).putInt(count);
      DurableBytes.all(channel, number.array(), FsnForm.COUNT_OFFSET);
      channel.force(true);
    }
  }

  private static byte[] bytes(BatchLine line) {
    return line.text().getBytes(StandardCharsets.UTF_8);
  }
}
