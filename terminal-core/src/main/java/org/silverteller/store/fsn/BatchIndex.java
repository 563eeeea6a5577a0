package org.silverteller.store.fsn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The index beside an FSN file, as far as it can be believed: lines that follow upon each other.
 *
 * @param whole nothing stands behind them
 */
record BatchIndex(List<BatchLine> lines, boolean whole) {

  BatchIndex {
    lines = List.copyOf(lines);
  }

  /** An index that is not there has no lines. */
  static BatchIndex read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new BatchIndex(List.of(), true);
    }
    String text = new String(DurableBytes.read(file), StandardCharsets.UTF_8);
    List<BatchLine> lines = new ArrayList<>();
    int at = 0;
    int records = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      Optional<BatchLine> line = BatchLine.parse(text.substring(at, end));
      if (line.isEmpty() || line.get().first() != records) {
        return new BatchIndex(lines, false);
      }
      lines.add(line.get());
      records = line.get().end();
      at = end + 1;
    }
    return new BatchIndex(lines, at == text.length());
  }

  int records() {
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).end();
  }

  /** The lines whose records are among the first so many. */
  List<BatchLine> upTo(int records) {
    return lines.stream().filter(line -> line.end() <= records).toList();
  }

  static byte[] bytes(List<BatchLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
