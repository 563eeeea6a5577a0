package org.silverteller.store.fsn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a power cut has left of the file that took notes. Where it is whole it goes on; else the
 * batches that are whole are saved as a file of their own, and the torn one is set aside. Repeats
 * safely when it is itself cut short.
 */
final class TornFile {

  private final Path folder;
  private final FsnName name;
  private final FsnForm form;

  TornFile(Path folder, FsnName name, FsnForm form) {
    this.folder = folder;
    this.name = name;
    this.form = form;
  }

  /**
   * @param told what a field engineer must know, a line each
   * @return the file, where it can take more
   */
  Optional<OpenFile> recover(List<String> told) throws IOException {
    Path part = name.in(folder, FsnName.OPEN);
    byte[] bytes = DurableBytes.read(part);
    BatchIndex index = BatchIndex.read(name.in(folder, FsnName.INDEX));
    Optional<String> wrong = wrong(bytes, index);
    if (wrong.isEmpty()) {
      return Optional.of(OpenFile.goOn(folder, name, form, index.lines()));
    }
    List<FsnNote> notes = wholeRecords(bytes, index.records());
    List<BatchLine> kept = index.upTo(notes.size());
    int records = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).end();
    if (!kept.isEmpty()) {
      DurableBytes.write(name.in(folder, FsnName.CLOSED), form.write(notes.subList(0, records)));
    }
    DurableBytes.write(name.in(folder, FsnName.INDEX), BatchIndex.bytes(kept));
    DurableBytes.rename(part, name.in(folder, FsnName.TORN));
    told.add(
        name.stem()
            + FsnName.OPEN
            + " IS TORN ("
            + wrong.get()
            + "): SET ASIDE, "
            + records
            + " NOTES OF IT SAVED");
    return Optional.empty();
  }

  private Optional<String> wrong(byte[] bytes, BatchIndex index) {
    try {
      int records = form.read(bytes).size();
      if (records != index.records()) {
        return Optional.of(records + " records, of which the index knows " + index.records());
      }
      return index.whole() ? Optional.empty() : Optional.of("a line of the index is damaged");
    } catch (MalformedFsn malformed) {
      return Optional.of(malformed.getMessage());
    }
  }

  /** Records from the beginning, as far as each is as the form says. */
  private List<FsnNote> wholeRecords(byte[] bytes, int most) {
    List<FsnNote> notes = new ArrayList<>();
    ByteBuffer file = FsnForm.buffer(bytes);
    int there = Math.min(most, (bytes.length - FsnForm.HEADER_BYTES) / FsnForm.RECORD_BYTES);
    try {
      for (int record = 0; record < there; record++) {
        notes.add(form.record(file, record));
      }
    } catch (MalformedFsn end) {
      return notes;
    }
    return notes;
  }
}
