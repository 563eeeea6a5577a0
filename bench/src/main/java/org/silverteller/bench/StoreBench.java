package org.silverteller.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;
import org.silverteller.simulator.Folders;
import org.silverteller.store.Entry;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/**
 * Durable records a second: the store, against appending the same bytes to a file and forcing it to
 * the disk. To be held: the store does at least 0.8 of raw. Both write below {@code
 * -Dbench.folder=…}, {@code target/store-bench} where it is not told: it has to be a real disk, for
 * in memory nothing is forced.
 *
 * <p>A record is what one step of a withdrawal writes: the transaction as it now stands and a line
 * of the journal. Every fourth step ends a transaction.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class StoreBench {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 6, 18, 12, 0);
  private static final List<TransactionState> STEPS =
      List.of(
          TransactionState.REQUESTED,
          TransactionState.APPROVED,
          TransactionState.PRESENTED,
          TransactionState.TAKEN);

  private Path folder;
  private SqliteStore store;
  private FileChannel raw;
  private Pan pan;
  private long step;

  @Setup(Level.Trial)
  public void open() throws IOException, CardFormatException {
    folder = Path.of(System.getProperty("bench.folder", "target/store-bench")).toAbsolutePath();
    Folders.delete(folder);
    store = SqliteStore.open(folder.resolve("store"));
    raw =
        FileChannel.open(
            folder.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    pan = Pan.of("6228480402564890018");
    step = 0;
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    store.close();
    raw.close();
    Folders.delete(folder);
  }

  @Benchmark
  public void committed() {
    step++;
    store.commit(new Entry.Saved(record()), new Entry.Journaled(NOON, line()));
  }

  @Benchmark
  public void rawAppendAndForce() throws IOException {
    step++;
    ByteBuffer bytes =
        ByteBuffer.wrap((record() + "\n" + NOON + line()).getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      raw.write(bytes);
    }
    raw.force(false);
  }

  private TransactionRecord record() {
    long id = step / STEPS.size() + 1;
    return TransactionRecord.requested(
            id,
            Service.WITHDRAWAL,
            new Stan((int) (id % 999_999) + 1),
            "061812000501",
            NOON,
            pan,
            CardEntry.CHIP,
            Money.ofYuan(500))
        .in(STEPS.get((int) (step % STEPS.size())));
  }

  private String line() {
    return "WITHDRAWAL 500.00 STAN 000500 RESPONSE 00 STEP " + step;
  }
}
