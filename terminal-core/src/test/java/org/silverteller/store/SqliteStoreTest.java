package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.silverteller.store.StoreSamples.DIGITS;
import static org.silverteller.store.StoreSamples.NOON;
import static org.silverteller.store.StoreSamples.line;
import static org.silverteller.store.StoreSamples.requested;
import static org.silverteller.store.StoreSamples.reversalOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.money.UnitId;

class SqliteStoreTest {

  @TempDir private Path parent;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keeps_everybody_else_out_of_its_folder() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("store"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var store = SqliteStore.open(folder)) {
      store.commit(line("HELLO"));
      assertThat(mode(folder)).isEqualTo("rwx------");
      assertThat(mode(folder.resolve(DataKey.FILE))).isEqualTo("rw-------");
      assertThat(mode(folder.resolve(StoreFile.DATABASE))).isEqualTo("rw-------");
      assertThat(mode(folder.resolve(StoreFile.DATABASE + "-wal"))).isEqualTo("rw-------");
    }
  }

  @Test
  void writes_no_card_number_in_clear_to_any_file() throws IOException {
    TransactionRecord record = requested(1).in(TransactionState.UNANSWERED);
    try (var store = SqliteStore.open(parent)) {
      store.commit(new Entry.Saved(requested(1)), line("CARD INSERTED PAN " + DIGITS));
      store.commit(new Entry.Saved(record), new Entry.Owed(reversalOf(record)));
      assertThat(filesHolding(DIGITS)).isEmpty();
      assertThat(filesHolding("622848*********0018")).isNotEmpty();
    }
    assertThat(filesHolding(DIGITS)).isEmpty();
  }

  @Test
  void knows_what_was_paid_from_an_account_today_the_newest_first() {
    NoteMix mix = mix(5);
    TransactionRecord whole = requested(1).stacking(mix).counted(mix).presented(mix);
    TransactionRecord partly = requested(2).stacking(mix).counted(mix).presented(mix);
    try (var store = SqliteStore.open(parent)) {
      store.commit(
          new Entry.Saved(whole.in(TransactionState.TAKEN)),
          new Entry.Saved(partly.retracted(mix(2))),
          new Entry.Saved(requested(3)));

      String account = requested(1).maskedAccount();
      assertThat(store.paidSince(NOON.toLocalDate(), account))
          .extracting(TransactionRecord::id)
          .containsExactly(2L, 1L);
      assertThat(store.paidSince(NOON.toLocalDate(), account).get(0).retracted()).isEqualTo(mix(2));
      assertThat(store.paidSince(NOON.toLocalDate().plusDays(1), account)).isEmpty();
      assertThat(store.paidSince(NOON.toLocalDate(), "622700*********0334")).isEmpty();
    }
  }

  @Test
  void has_paid_nothing_before_its_first_transaction() {
    try (var store = SqliteStore.open(parent)) {
      assertThat(store.paidSince(NOON.toLocalDate(), "622848*********0018")).isEmpty();
    }
  }

  private static NoteMix mix(int hundreds) {
    return new NoteMix(
        List.of(new NoteMix.Part(UnitId.of("CASS1"), Denomination.of(100), hundreds)));
  }

  @Test
  void overwrites_the_sealed_card_number_when_nothing_can_need_it_any_more() throws Exception {
    TransactionRecord record = requested(1).in(TransactionState.UNANSWERED);
    byte[] sealed;
    try (var store = SqliteStore.open(parent)) {
      store.commit(new Entry.Saved(record), new Entry.Owed(reversalOf(record)));
    }
    try (var raw = new RawStore(parent)) {
      sealed = raw.bytes("SELECT pan FROM open_transactions");
    }
    assertThat(filesHolding(sealed)).isNotEmpty();
    try (var store = SqliteStore.open(parent)) {
      store.commit(new Entry.Settled(1, "00"));
    }
    assertThat(filesHolding(sealed)).isEmpty();
  }

  @Test
  void does_not_open_a_sealed_card_number_that_was_moved_to_another_row() throws Exception {
    try (var store = SqliteStore.open(parent)) {
      store.commit(new Entry.Saved(requested(1)), new Entry.Saved(requested(2)));
    }
    try (var raw = new RawStore(parent)) {
      raw.change(
          "UPDATE open_transactions SET pan = (SELECT pan FROM open_transactions WHERE id = 1)"
              + " WHERE id = 2");
    }
    try (var store = SqliteStore.open(parent)) {
      assertThatThrownBy(() -> store.transaction(2))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("the sealed card number of transaction 2 is damaged");
    }
  }

  @Test
  void does_not_open_a_sealed_card_number_that_was_moved_to_another_advice() throws Exception {
    TransactionRecord record = requested(1).in(TransactionState.UNANSWERED);
    try (var store = SqliteStore.open(parent)) {
      store.commit(new Entry.Saved(record), new Entry.Owed(reversalOf(record)));
    }
    try (var raw = new RawStore(parent)) {
      raw.change("UPDATE owed SET stan = 900001");
    }
    try (var store = SqliteStore.open(parent)) {
      assertThatThrownBy(store::owed)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("the sealed card number of advice 900001 is damaged");
    }
  }

  @Test
  void shows_a_field_engineer_plain_words_in_any_sqlite_tool() throws Exception {
    try (var store = SqliteStore.open(parent)) {
      store.commit(new Entry.Saved(requested(1)), line("WITHDRAWAL 500.00 STAN 000001"));
    }
    try (var raw = new RawStore(parent)) {
      assertThat(
              raw.text("SELECT state || ' ' || masked_pan || ' ' || amount_fen FROM transactions"))
          .isEqualTo("REQUESTED 622848*********0018 50000");
      assertThat(raw.text("SELECT text FROM journal")).isEqualTo("WITHDRAWAL 500.00 STAN 000001");
    }
  }

  @Test
  void wraps_the_stan_after_999999() throws Exception {
    SqliteStore.open(parent).close();
    try (var raw = new RawStore(parent)) {
      raw.change("UPDATE head SET stan = 999998");
    }
    try (var store = SqliteStore.open(parent)) {
      assertThat(store.takeStan()).hasToString("999999");
      assertThat(store.takeStan()).hasToString("000001");
    }
  }

  @Test
  void outlives_many_times_its_log() throws IOException {
    try (var store = SqliteStore.open(parent)) {
      for (int i = 0; i < 1_000; i++) {
        store.commit(line("LINE " + i));
      }
      long log = Files.size(parent.resolve(StoreFile.DATABASE + "-wal"));
      for (int i = 1_000; i < 2_500; i++) {
        store.commit(line("LINE " + i));
      }
      assertThat(Files.size(parent.resolve(StoreFile.DATABASE + "-wal"))).isLessThan(log + log / 4);
      store.verify();
    }
    try (var store = SqliteStore.open(parent)) {
      assertThat(store.journal(Integer.MAX_VALUE)).hasSize(2_500);
    }
  }

  @Test
  @Tag("process")
  void keeps_every_acknowledged_line_when_its_process_is_killed() throws Exception {
    StoreChild.Finished killed = StoreChild.run(parent, 300);
    assertThat(killed.exit()).isEqualTo(137);
    try (var store = SqliteStore.open(parent)) {
      List<JournalLine> found = store.journal(2);
      assertThat(found.get(0).text()).isEqualTo("LINE " + killed.last());
      assertThat(found.get(1).number()).isEqualTo(600);
    }
  }

  @Test
  @Tag("process")
  void lets_no_second_process_open_it() throws Exception {
    try (var store = SqliteStore.open(parent)) {
      StoreChild.Finished second = StoreChild.run(parent, 1);
      assertThat(second.exit()).isEqualTo(3);
      assertThat(second.last()).contains("in use by another terminal", "Stop that one first");
      store.commit(line("STILL MINE"));
    }
  }

  @Test
  void lets_nobody_open_it_twice_in_one_process() {
    try (var store = SqliteStore.open(parent)) {
      assertThatThrownBy(() -> SqliteStore.open(parent))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("in use");
      store.commit(line("STILL MINE"));
    }
  }

  /** Past the file size limit every write fails, as on a full disk. */
  @Test
  @Tag("process")
  @DisabledOnOs(OS.WINDOWS)
  void fails_cleanly_when_the_disk_takes_no_more_and_loses_nothing_acknowledged() throws Exception {
    SqliteStore.open(parent).close();
    StoreChild.Finished full =
        StoreChild.run(parent, 10_000, "sh", "-c", "ulimit -f 4000; exec \"$@\"", "sh");
    assertThat(full.exit()).isEqualTo(3);
    assertThat(full.last()).contains("The terminal stays out of service");
    String lastAcknowledged = full.said().get(full.said().size() - 2);
    try (var store = SqliteStore.open(parent)) {
      assertThat(store.journal(2).get(0).text()).isEqualTo("LINE " + lastAcknowledged);
    }
  }

  @Test
  void refuses_everything_after_a_write_that_failed() throws Exception {
    SqliteStore.open(parent).close();
    try (var raw = new RawStore(parent)) {
      raw.change(
          "CREATE TRIGGER bad BEFORE INSERT ON counters BEGIN SELECT raise(ABORT, 'x'); END");
    }
    try (var store = SqliteStore.open(parent)) {
      assertThatThrownBy(() -> store.commit(line("LOST"), new Entry.Added("tens", 1)))
          .isInstanceOf(StoreFailure.class);
      assertThatThrownBy(() -> store.journal(1))
          .isInstanceOf(StoreFailure.class)
          .hasMessageStartingWith(parent + ": ")
          .hasMessageContaining("Start the terminal again");
    }
    try (var store = SqliteStore.open(parent)) {
      assertThat(store.journal(1)).isEmpty();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void says_what_to_do_when_the_folder_cannot_be_written() throws IOException {
    Path folder = Files.createDirectory(parent.resolve("locked"));
    SqliteStore.open(folder).close();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    Files.setPosixFilePermissions(
        folder.resolve(StoreFile.DATABASE), PosixFilePermissions.fromString("r--------"));
    assumeThat(Files.isWritable(folder)).as("root writes everywhere").isFalse();
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("not mounted read-only");
  }

  @Test
  void says_what_to_do_when_the_folder_is_a_file() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertThatThrownBy(() -> SqliteStore.open(file))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(file + " cannot be used as the store")
        .hasMessageContaining("Check that");
  }

  private List<Path> filesHolding(String text) throws IOException {
    return filesHolding(text.getBytes(StandardCharsets.US_ASCII));
  }

  private List<Path> filesHolding(byte[] searched) throws IOException {
    String needle = new String(searched, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> read(file).contains(needle))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
