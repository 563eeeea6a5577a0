package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.silverteller.store.StoreSamples.line;
import static org.silverteller.store.StoreSamples.requested;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged store means no service, and a text that says what to do. */
class DamagedStoreTest {

  @TempDir private Path folder;

  @BeforeEach
  void a_store_with_a_transaction_and_nine_journal_lines() {
    try (var store = SqliteStore.open(folder)) {
      store.commit(new Entry.Saved(requested(1)));
      for (int i = 1; i <= 9; i++) {
        store.commit(line("LINE " + i));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM journal WHERE number = 4                | has a gap at line 4 (the next line is 5)
          DELETE FROM journal WHERE number = 1                | has a gap at line 1
          DELETE FROM journal WHERE number > 7                | ends at line 7: lines to 9 are missing
          DELETE FROM journal                                 | ends at line 0: lines to 9 are missing
          UPDATE journal SET text = 'LINE' WHERE number = 6   | was changed at line 6 (expected chain
          UPDATE journal SET time = 'now' WHERE number = 9    | was changed at line 9 (expected chain
          UPDATE journal SET chain = x'00' WHERE number = 2   | was changed at line 2 (expected chain
          INSERT INTO journal VALUES (10, 't', 'more', x'00') | was changed at line 10 (expected chain
          UPDATE head SET lines = 10                          | ends at line 9: lines to 10 are missing
          UPDATE head SET chain = zeroblob(32)                | was changed at its last line 9
          """)
  void names_the_first_journal_line_that_is_wrong(String damage, String complaint)
      throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change(damage);
    }
    assertNoService("the journal " + complaint);
  }

  @Test
  void follows_the_whole_chain_when_asked_to() throws SQLException {
    try (var store = SqliteStore.open(folder)) {
      for (int i = 0; i < 60; i++) {
        store.commit(Collections.nCopies(100, line("MORE")));
      }
    }
    try (var raw = new RawStore(folder)) {
      raw.change("UPDATE journal SET text = 'OTHER' WHERE number = 3");
    }
    try (var store = SqliteStore.open(folder)) {
      assertThatThrownBy(store::verify)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("the journal was changed at line 3");
      assertThatThrownBy(store::takeStan).isInstanceOf(StoreFailure.class);
    }
  }

  @Test
  void refuses_a_database_with_a_broken_page() throws IOException {
    Path database = folder.resolve(StoreFile.DATABASE);
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, 1024, 4096, (byte) 0x5a);
    Files.write(database, bytes);
    assertNoService("the database is damaged");
  }

  @Test
  void refuses_a_database_that_was_cut_off() throws IOException {
    Path database = folder.resolve(StoreFile.DATABASE);
    try (var channel = Files.newByteChannel(database, StandardOpenOption.WRITE)) {
      channel.truncate(3 * 1024);
    }
    assertNoService("the database is damaged");
  }

  @Test
  void refuses_a_file_that_is_no_database() throws IOException {
    Files.writeString(folder.resolve(StoreFile.DATABASE), "not a database ".repeat(1000));
    assertNoService("the database is damaged (SQLITE_NOTADB)");
  }

  @Test
  void does_not_begin_anew_when_the_database_is_gone() throws IOException {
    Files.delete(folder.resolve(StoreFile.DATABASE));
    assertNoService("the database store.db is gone or empty, but its key is there");
    assertThat(folder.resolve(StoreFile.DATABASE)).doesNotExist();
  }

  @Test
  void does_not_begin_anew_when_the_database_is_empty() throws IOException {
    Files.write(folder.resolve(StoreFile.DATABASE), new byte[0]);
    assertNoService("the database store.db is gone or empty, but its key is there");
  }

  @Test
  void refuses_a_database_of_something_else() throws Exception {
    Files.delete(folder.resolve(StoreFile.DATABASE));
    Files.delete(folder.resolve(DataKey.FILE));
    try (var raw = new RawStore(folder)) {
      raw.change("CREATE TABLE songs (title TEXT)");
    }
    assertNoService("is a database, but not a store of Silverteller");
  }

  @Test
  void refuses_to_go_without_its_key() throws IOException {
    Files.delete(folder.resolve(DataKey.FILE));
    assertNoService("the key data.key is gone; put it back");
  }

  @Test
  void refuses_the_key_of_another_store() throws IOException {
    DataKey.generate().write(folder.resolve(DataKey.FILE));
    assertNoService("the key data.key is not the one of this store");
  }

  @Test
  void refuses_half_a_key() throws IOException {
    Files.write(folder.resolve(DataKey.FILE), new byte[5]);
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("data.key holds 5 bytes: expected a key of 32")
        .hasMessageContaining("Put back the file");
  }

  @Test
  void refuses_a_store_of_a_newer_version() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("PRAGMA user_version = 4");
    }
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("is of version 4, expected 3")
        .hasMessageContaining("Install the version of the terminal that wrote it");
  }

  @Test
  void refuses_a_row_that_makes_no_sense() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("UPDATE transactions SET state = 'PAID'");
    }
    try (var store = SqliteStore.open(folder)) {
      assertThatThrownBy(store::unfinished)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("a row cannot be read")
          .hasMessageContaining("PAID");
    }
  }

  @Test
  void goes_on_after_a_power_cut_between_the_first_database_and_the_name_of_its_key()
      throws IOException {
    Files.move(folder.resolve(DataKey.FILE), folder.resolve(DataKey.FILE + ".new"));
    try (var store = SqliteStore.open(folder)) {
      assertThat(store.transaction(1)).contains(requested(1));
    }
    assertThat(folder.resolve(DataKey.FILE)).exists();
  }

  @Test
  void begins_anew_after_a_power_cut_before_the_first_database() throws IOException {
    Files.delete(folder.resolve(StoreFile.DATABASE));
    Files.move(folder.resolve(DataKey.FILE), folder.resolve(DataKey.FILE + ".new"));
    try (var store = SqliteStore.open(folder)) {
      assertThat(store.nextTransactionId()).isEqualTo(1);
    }
  }

  @Test
  void refuses_a_database_with_a_broken_page_that_no_start_needs() throws IOException {
    breakThePageOfTheTransaction();
    assertNoService("the database is damaged");
  }

  @Test
  void finds_a_page_that_broke_while_the_store_was_open() throws IOException {
    try (var store = SqliteStore.open(folder)) {
      for (int i = 0; i < 60; i++) {
        store.commit(Collections.nCopies(100, line("MORE THAN THE CACHE HOLDS ".repeat(4))));
      }
      breakThePageOfTheTransaction();

      assertThatThrownBy(store::verify)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("the database is damaged");
    }
  }

  @Test
  void does_not_begin_anew_when_the_tables_are_gone() throws Exception {
    Files.delete(folder.resolve(StoreFile.DATABASE));
    try (var raw = new RawStore(folder)) {
      raw.change("CREATE TABLE songs (title TEXT)");
      raw.change("DROP TABLE songs");
    }
    assertNoService("the database store.db is gone or empty, but its key is there");
  }

  @Test
  void finds_the_line_gone_from_which_the_start_follows_the_chain() throws SQLException {
    try (var store = SqliteStore.open(folder)) {
      for (int i = 0; i < 50; i++) {
        store.commit(Collections.nCopies(100, line("MORE")));
      }
    }
    try (var raw = new RawStore(folder)) {
      raw.change("DELETE FROM journal WHERE number = 9");
    }
    assertNoService("the journal has a gap at line 9.");
  }

  @Test
  void tells_which_links_of_the_chain_do_not_fit() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("UPDATE journal SET chain = x'0102030405060708090a' WHERE number = 9");
    }
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .hasMessageMatching(
            "(?s).* was changed at line 9 \\(expected chain [0-9a-f]{16},"
                + " found 0102030405060708\\).*");
  }

  private void breakThePageOfTheTransaction() throws IOException {
    Path database = folder.resolve(StoreFile.DATABASE);
    byte[] bytes = Files.readAllBytes(database);
    int row = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("622848*********0018");
    assertThat(row).isPositive();
    int page = row / 1024 * 1024;
    try (var channel = Files.newByteChannel(database, StandardOpenOption.WRITE)) {
      byte[] broken = new byte[1024];
      Arrays.fill(broken, (byte) 0x5a);
      channel.position(page).write(ByteBuffer.wrap(broken));
    }
  }

  /** Twice: a store that was refused is left closed, not locked. */
  private void assertNoService(String complaint) {
    for (int start = 1; start <= 2; start++) {
      assertThatThrownBy(() -> SqliteStore.open(folder))
          .isInstanceOf(StoreFailure.class)
          .hasMessageStartingWith(folder + ": ")
          .hasMessageContaining(complaint)
          .hasMessageContaining("The terminal stays out of service. Copy the folder " + folder);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE transactions SET planned = '100x5'           | notes '100x5': expected UNIT:DENOMINATIONxNOTES
          UPDATE transactions SET counted = 'CASS1:100x5 '    | notes '': expected UNIT:DENOMINATIONxNOTES
          UPDATE transactions SET masked_pan = '622848*0019'  | masked account '622848*0019' is not that of its account
          UPDATE transactions SET stan = 1000000              | STAN 1000000: expected 1–999999
          UPDATE transactions SET time = 'noon'               | 'noon'
          UPDATE transactions SET entry = 'SWIPE'             | SWIPE
          """)
  void names_what_cannot_be_read_in_a_row_and_then_refuses_everything(
      String damage, String complaint) throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change(damage);
    }
    try (var store = SqliteStore.open(folder)) {
      assertThatThrownBy(() -> store.transaction(1))
          .isInstanceOf(StoreFailure.class)
          .hasMessageStartingWith(folder + ": a row cannot be read (")
          .hasMessageContaining(complaint);
      assertThatThrownBy(() -> store.journal(1))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("Start the terminal again");
    }
  }

  /** Version, nonce, digits and tag; the version and the shortest length are looked at first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x''",
        "x'01'",
        "x'01000000000000000000000000'",
        "x'0100000000000000000000000000'",
        "substr(pan, 1, 29)",
        "x'02' || substr(pan, 2)",
        "substr(pan, 1, length(pan) - 1)",
        "zeroblob(length(pan))"
      })
  void does_not_open_a_sealed_card_number_that_was_touched(String touched) throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("UPDATE open_transactions SET pan = CAST(" + touched + " AS BLOB)");
    }
    try (var store = SqliteStore.open(folder)) {
      assertThatThrownBy(store::unfinished)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("the sealed card number of transaction 1 is damaged");
    }
  }

  @Test
  void says_so_when_a_line_of_the_journal_has_lost_its_chain() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("UPDATE journal SET chain = x'' WHERE number = 2");
    }
    assertNoService("the journal was changed at line 2 (expected chain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"number = 1009", "number >= 1009"})
  void names_the_first_line_that_it_follows_when_it_is_gone(String gone) throws SQLException {
    try (var store = SqliteStore.open(folder)) {
      for (int i = 0; i < 60; i++) {
        store.commit(Collections.nCopies(100, line("MORE")));
      }
    }
    try (var raw = new RawStore(folder)) {
      raw.change("DELETE FROM journal WHERE " + gone);
    }
    assertNoService("the journal has a gap at line 1009");
  }

  @Test
  void refuses_a_store_whose_head_is_gone() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("DELETE FROM head");
    }
    assertNoService("the head of the store is gone");
  }

  @Test
  void refuses_a_database_that_bears_the_mark_of_another_application() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("PRAGMA application_id = 7");
    }
    assertNoService("is a database, but not a store of Silverteller");
  }

  @Test
  void looks_through_the_small_tables_of_a_large_store_and_leaves_the_rest_to_the_quiet_hours()
      throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("CREATE TABLE filling AS SELECT zeroblob(17000000) AS bytes");
    }
    SqliteStore.open(folder).close();
    try (var raw = new RawStore(folder)) {
      raw.change("PRAGMA ignore_check_constraints = ON");
      raw.change("UPDATE head SET id = 2");
    }
    assertNoService("the database is damaged (CHECK constraint failed in head)");
  }

  @Test
  void finds_in_the_quiet_hours_what_a_start_does_not_look_for() throws SQLException {
    try (var raw = new RawStore(folder)) {
      raw.change("CREATE TABLE filling (number INTEGER CHECK (number > 0), bytes BLOB)");
      raw.change("PRAGMA ignore_check_constraints = ON");
      raw.change("INSERT INTO filling VALUES (0, zeroblob(17000000))");
    }
    try (var store = SqliteStore.open(folder)) {
      assertThatThrownBy(store::verify)
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("the database is damaged (CHECK constraint failed in filling)");
    }
  }
}
