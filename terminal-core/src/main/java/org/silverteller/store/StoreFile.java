package org.silverteller.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite database of a store, opened for this process alone, set to lose nothing, and checked.
 *
 * @param key its data key
 */
record StoreFile(Connection connection, DataKey key) {

  static final String DATABASE = "store.db";

  private static final String NOT_OURS =
      DATABASE + " is a database, but not a store of Silverteller";

  private static final String NEW_KEY = DataKey.FILE + ".new";

  /** Above this size only the small tables of a store are checked at a start, to start in time. */
  private static final long WHOLE_CHECK_BYTES = 16L << 20;

  private static final List<String> SMALL_TABLES =
      List.of(
          "head",
          "open_transactions",
          "owed",
          "suspense",
          "evidence",
          "noted",
          "proposed",
          "cleared",
          "counters");

  /**
   * Settings and what they must read back as. WAL with {@code synchronous=FULL} forces the log at
   * every commit. The exclusive lock keeps a second process out, and the log's index in private
   * memory.
   */
  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("locking_mode", "EXCLUSIVE", "exclusive"),
          new Setting("journal_mode", "WAL", "wal"),
          new Setting("synchronous", "FULL", "2"),
          new Setting("secure_delete", "ON", "1"),
          new Setting("wal_autocheckpoint", "0", "0"),
          new Setting("cache_size", "-512", "-512"),
          new Setting("mmap_size", "0", "0"),
          new Setting("temp_store", "MEMORY", "2"),
          new Setting("cell_size_check", "ON", "1"),
          new Setting("trusted_schema", "OFF", "0"));

  /**
   * Of a new database. A commit writes whole pages and the rows are short: with small pages it
   * writes a quarter of the bytes. Nothing depends on it.
   */
  private static final String PAGE_SIZE = "PRAGMA page_size = 1024";

  private record Setting(String name, String value, String readBack) {}

  /**
   * Opens the store in the folder, or makes a new one when there is none.
   *
   * @throws StoreFailure when it is damaged, in use, not writable, or not a store
   */
  static StoreFile open(Path folder, StoreTrouble trouble) throws IOException, SQLException {
    Path database = folder.resolve(DATABASE);
    requireWritable(folder, trouble);
    requireWritable(database, trouble);
    OwnerOnly.createFolder(folder);
    NativeLibrary.load(folder.resolve("native"));
    if (isEmpty(database)) {
      requireNoKey(folder, trouble);
    }
    if (!Files.exists(database)) {
      Files.createFile(database, OwnerOnly.file(database));
    }
    Connection connection = connect(database);
    boolean opened = false;
    try {
      apply(connection, trouble);
      DataKey key =
          version(connection) == 0
              ? create(connection, folder, trouble)
              : existing(connection, folder, trouble);
      opened = true;
      return new StoreFile(connection, key);
    } finally {
      if (!opened) {
        connection.close();
      }
    }
  }

  /** Asked first: SQLite would say no more than that it got no lock. */
  private static void requireWritable(Path path, StoreTrouble trouble) {
    if (Files.exists(path) && !Files.isWritable(path)) {
      throw trouble.unwritable("no right to write " + path, null);
    }
  }

  private static boolean isEmpty(Path database) throws IOException {
    return !Files.exists(database) || Files.size(database) == 0;
  }

  private static Connection connect(Path database) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(0);
    return config.createConnection("jdbc:sqlite:" + database);
  }

  /**
   * @throws StoreFailure when a setting does not read back as it was set
   */
  static void apply(Connection connection, StoreTrouble trouble) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PAGE_SIZE);
      for (Setting setting : SETTINGS) {
        statement.execute("PRAGMA " + setting.name() + " = " + setting.value());
      }
    }
    for (Setting setting : SETTINGS) {
      String found = ask(connection, "PRAGMA " + setting.name());
      if (!setting.readBack().equals(found)) {
        throw new StoreFailure(
            trouble.folder()
                + ": SQLite runs with "
                + setting.name()
                + "="
                + found
                + ", expected "
                + setting.readBack()
                + ". The terminal stays out of service: on this disk or with this SQLite library"
                + " no record is safe. Use a local disk and the library that comes with the"
                + " terminal.");
      }
    }
  }

  /**
   * Makes an empty store. The key gets its name last, so that a power cut in between leaves either
   * nothing that counts or a whole store. The folder's own name is forced too: a file in a folder
   * that a power cut may lose is not safe (POSIX fsync says nothing of the names above).
   */
  private static DataKey create(Connection connection, Path folder, StoreTrouble trouble)
      throws IOException, SQLException {
    if (!"0".equals(ask(connection, "SELECT count(*) FROM sqlite_schema"))) {
      throw trouble.damaged(NOT_OURS);
    }
    requireNoKey(folder, trouble);
    DataKey key = DataKey.generate();
    Path unnamed = folder.resolve(NEW_KEY);
    key.write(unnamed);
    OwnerOnly.force(folder);
    OwnerOnly.force(folder.getParent());
    StoreSchema.create(connection, key);
    DataKey.rename(unnamed, folder.resolve(DataKey.FILE));
    return key;
  }

  /**
   * A key without its database means that the database was lost, not that this is a first start.
   */
  private static void requireNoKey(Path folder, StoreTrouble trouble) {
    if (Files.exists(folder.resolve(DataKey.FILE))) {
      throw trouble.damaged("the database " + DATABASE + " is gone or empty, but its key is there");
    }
  }

  private static DataKey existing(Connection connection, Path folder, StoreTrouble trouble)
      throws IOException, SQLException {
    check(connection, folder, trouble);
    if (!Integer.toString(StoreSchema.APPLICATION)
        .equals(ask(connection, "PRAGMA application_id"))) {
      throw trouble.damaged(NOT_OURS);
    }
    int version = version(connection);
    if (version < StoreSchema.OLDEST || version > StoreSchema.VERSION) {
      throw new StoreFailure(
          folder.resolve(DATABASE)
              + " is of version "
              + version
              + ", expected "
              + StoreSchema.VERSION
              + ". The terminal stays out of service. Install the version of the terminal that"
              + " wrote it.");
    }
    DataKey key = key(connection, folder, trouble);
    StoreSchema.upgrade(connection, version);
    return key;
  }

  private static void check(Connection connection, Path folder, StoreTrouble trouble)
      throws IOException, SQLException {
    if (Files.size(folder.resolve(DATABASE)) <= WHOLE_CHECK_BYTES
        || version(connection) != StoreSchema.VERSION) {
      requireOk(ask(connection, "PRAGMA quick_check(1)"), trouble);
      return;
    }
    for (String table : SMALL_TABLES) {
      requireOk(ask(connection, "PRAGMA quick_check('" + table + "')"), trouble);
    }
  }

  static void requireOk(String found, StoreTrouble trouble) {
    if (!"ok".equals(found)) {
      throw trouble.damaged("the database is damaged (" + found.strip().replace('\n', ' ') + ")");
    }
  }

  private static DataKey key(Connection connection, Path folder, StoreTrouble trouble)
      throws IOException, SQLException {
    Path named = folder.resolve(DataKey.FILE);
    Path unnamed = folder.resolve(NEW_KEY);
    byte[] expected;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT key_check FROM head")) {
      if (!row.next()) {
        throw trouble.damaged("the head of the store is gone");
      }
      expected = row.getBytes(1);
    }
    boolean interrupted = !Files.exists(named) && Files.exists(unnamed);
    if (!interrupted && !Files.exists(named)) {
      throw trouble.damaged("the key " + DataKey.FILE + " is gone; put it back if there is a copy");
    }
    DataKey key = DataKey.read(interrupted ? unnamed : named);
    if (!Arrays.equals(expected, key.checkValue())) {
      throw trouble.damaged(
          "the key " + DataKey.FILE + " is not the one of this store; put back the right one");
    }
    if (interrupted) {
      DataKey.rename(unnamed, named);
    }
    return key;
  }

  private static int version(Connection connection) throws SQLException {
    return Integer.parseInt(ask(connection, "PRAGMA user_version"));
  }

  /** The first column of the one row that a setting or a count has. */
  static String ask(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
