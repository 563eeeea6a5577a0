package org.silverteller.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables. A field engineer reads them with any SQLite tool: states and kinds stand by name,
 * times as local ISO 8601, amounts in fen. A case settled by hand at the bank has no amount, and
 * the bank's reference instead.
 */
final class StoreSchema {

  /** Kept in {@code user_version}. */
  static final int VERSION = 3;

  /** The oldest version that is brought up to {@link #VERSION} when it is opened. */
  static final int OLDEST = 1;

  /** "SILV" in ASCII, kept in {@code application_id}. */
  static final int APPLICATION = 0x53494C56;

  private static final String NOTED =
      """
      CREATE TABLE noted (
        id INTEGER PRIMARY KEY,
        transaction_id INTEGER NOT NULL,
        text TEXT NOT NULL
      ) STRICT""";

  private static final String PROPOSED =
      """
      CREATE TABLE proposed (
        transaction_id INTEGER PRIMARY KEY,
        paid_fen INTEGER,
        reference TEXT NOT NULL,
        proposed_by TEXT NOT NULL,
        proposed_at TEXT NOT NULL,
        until TEXT NOT NULL
      ) STRICT""";

  private static final String CLEARED =
      """
      CREATE TABLE cleared (
        id INTEGER PRIMARY KEY,
        transaction_id INTEGER NOT NULL,
        paid_fen INTEGER,
        reference TEXT NOT NULL,
        proposed_by TEXT NOT NULL,
        proposed_at TEXT NOT NULL,
        until TEXT NOT NULL,
        opened TEXT NOT NULL,
        approved_by TEXT NOT NULL,
        approved_at TEXT NOT NULL
      ) STRICT""";

  /** From version 1 to 2. */
  private static final List<String> CASES = List.of(NOTED, PROPOSED, CLEARED);

  /** From version 2 to 3. */
  private static final List<String> DEPOSITS_AND_TRANSFERS =
      List.of(
          "ALTER TABLE transactions ADD COLUMN stored TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE transactions ADD COLUMN counterpart TEXT NOT NULL DEFAULT ''",
          "ALTER TABLE owed ADD COLUMN data TEXT NOT NULL DEFAULT ''");

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            stan INTEGER NOT NULL,
            lines INTEGER NOT NULL,
            chain BLOB NOT NULL,
            key_check BLOB NOT NULL
          ) STRICT""",
          """
          CREATE TABLE journal (
            number INTEGER PRIMARY KEY,
            time TEXT NOT NULL,
            text TEXT NOT NULL,
            chain BLOB NOT NULL
          ) STRICT""",
          """
          CREATE TABLE transactions (
            id INTEGER PRIMARY KEY,
            service TEXT NOT NULL,
            state TEXT NOT NULL,
            stan INTEGER NOT NULL,
            rrn TEXT NOT NULL,
            time TEXT NOT NULL,
            masked_pan TEXT NOT NULL,
            entry TEXT NOT NULL,
            amount_fen INTEGER NOT NULL,
            planned TEXT NOT NULL,
            counted TEXT NOT NULL,
            presented TEXT NOT NULL,
            retracted TEXT NOT NULL,
            stored TEXT NOT NULL DEFAULT '',
            response_code TEXT NOT NULL,
            auth_code TEXT NOT NULL,
            settlement_date TEXT NOT NULL,
            counterpart TEXT NOT NULL DEFAULT ''
          ) STRICT""",
          """
          CREATE TABLE open_transactions (
            id INTEGER PRIMARY KEY,
            pan BLOB
          ) STRICT""",
          """
          CREATE TABLE owed (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            stan INTEGER NOT NULL,
            time TEXT NOT NULL,
            original_service TEXT NOT NULL,
            original_stan INTEGER NOT NULL,
            original_rrn TEXT NOT NULL,
            original_time TEXT NOT NULL,
            pan BLOB NOT NULL,
            entry TEXT NOT NULL,
            requested_fen INTEGER NOT NULL,
            dispensed_fen INTEGER NOT NULL,
            reason TEXT NOT NULL,
            auth_code TEXT NOT NULL,
            data TEXT NOT NULL DEFAULT '',
            attempts INTEGER NOT NULL
          ) STRICT""",
          """
          CREATE TABLE suspense (
            transaction_id INTEGER PRIMARY KEY,
            opened TEXT NOT NULL
          ) STRICT""",
          """
          CREATE TABLE evidence (
            id INTEGER PRIMARY KEY,
            transaction_id INTEGER NOT NULL,
            text TEXT NOT NULL
          ) STRICT""",
          NOTED,
          PROPOSED,
          CLEARED,
          """
          CREATE TABLE counters (
            name TEXT PRIMARY KEY,
            value INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID""");

  private StoreSchema() {}

  /** Creates an empty store, whole or not at all. */
  static void create(Connection connection, DataKey key) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      for (String table : TABLES) {
        statement.executeUpdate(table);
      }
      try (var head = connection.prepareStatement("INSERT INTO head VALUES (1, 0, 0, ?, ?)")) {
        head.setBytes(1, JournalChain.start());
        head.setBytes(2, key.checkValue());
        head.executeUpdate();
      }
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      statement.executeUpdate("COMMIT");
    }
  }

  /**
   * Brings an older store up to this version, whole or not at all. Of a case that was opened in
   * version 1 the card number is gone: it can only be settled as paid in full, or by hand.
   */
  static void upgrade(Connection connection, int version) throws SQLException {
    if (version == VERSION) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      for (int from = version; from < VERSION; from++) {
        for (String step : from == 1 ? CASES : DEPOSITS_AND_TRANSFERS) {
          statement.executeUpdate(step);
        }
      }
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      statement.executeUpdate("COMMIT");
    }
  }
}
