package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Each trouble of the disk has its own advice for the field engineer. */
class StoreTroubleTest {

  private static final Path FOLDER = Path.of("/var/lib/silverteller");

  private final StoreTrouble trouble = new StoreTrouble(FOLDER);

  @ParameterizedTest
  @CsvSource({
    "SQLITE_BUSY,              Stop that one first",
    "SQLITE_LOCKED,            Stop that one first",
    "SQLITE_BUSY_SNAPSHOT,     Stop that one first",
    "SQLITE_FULL,              Free some space",
    "SQLITE_PERM,              is a folder of the user",
    "SQLITE_READONLY,          not mounted read-only",
    "SQLITE_CANTOPEN,          is a folder of the user",
    "SQLITE_AUTH,              is a folder of the user",
    "SQLITE_IOERR,             check the disk or replace it",
    "SQLITE_IOERR_FSYNC,       check the disk or replace it",
    "SQLITE_CORRUPT,           Copy the folder",
    "SQLITE_NOTADB,            Copy the folder",
    "SQLITE_NOMEM,             stays out of service"
  })
  void says_what_is_to_be_done(SQLiteErrorCode code, String advice) {
    SQLiteException failure = new SQLiteException("said SQLite", code);
    assertThat(trouble.of(failure))
        .isInstanceOf(StoreFailure.class)
        .hasMessageStartingWith(FOLDER + ": ")
        .hasMessageContaining(advice)
        .hasCause(failure);
  }

  @Test
  void passes_on_what_no_advice_fits() {
    assertThat(trouble.of(new SQLException("said the driver")))
        .hasMessage(FOLDER + ": said the driver. The terminal stays out of service.");
  }

  @Test
  void tells_what_the_file_system_said() {
    assertThat(trouble.of(new IOException("no such device")))
        .hasMessageStartingWith(
            FOLDER + " cannot be used as the store (IOException: no such device).")
        .hasMessageContaining("Check that " + FOLDER + " is a folder of the user ");
  }

  /** In memory there is no log to write ahead, and no file to lock. */
  @Test
  void refuses_a_database_whose_settings_do_not_read_back_as_they_were_set() throws SQLException {
    try (var memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThatThrownBy(() -> StoreFile.apply(memory, trouble))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("SQLite runs with journal_mode=memory, expected wal")
          .hasMessageContaining("Use a local disk and the library that comes with the terminal");
    }
  }
}
