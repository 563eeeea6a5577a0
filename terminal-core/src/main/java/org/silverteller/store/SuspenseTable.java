package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Open suspense cases, and the evidence of all there ever were. */
final class SuspenseTable {

  private final PreparedStatement open;
  private final PreparedStatement tell;
  private final PreparedStatement note;
  private final PreparedStatement tellNotes;
  private final PreparedStatement dropNotes;
  private final PreparedStatement cases;
  private final PreparedStatement opened;
  private final PreparedStatement close;
  private final PreparedStatement evidence;

  SuspenseTable(Connection connection) throws SQLException {
    open = connection.prepareStatement("INSERT OR IGNORE INTO suspense VALUES (?, ?)");
    tell = connection.prepareStatement("INSERT INTO evidence (transaction_id, text) VALUES (?, ?)");
    note = connection.prepareStatement("INSERT INTO noted (transaction_id, text) VALUES (?, ?)");
    tellNotes =
        connection.prepareStatement(
            "INSERT INTO evidence (transaction_id, text) SELECT transaction_id, text FROM noted"
                + " WHERE transaction_id = ? ORDER BY id");
    dropNotes =
        connection.prepareStatement(
            "DELETE FROM noted WHERE transaction_id IN (SELECT transaction_id FROM suspense) OR"
                + " transaction_id NOT IN (SELECT id FROM open_transactions)");
    cases =
        connection.prepareStatement("SELECT transaction_id, opened FROM suspense ORDER BY rowid");
    opened = connection.prepareStatement("SELECT opened FROM suspense WHERE transaction_id = ?");
    close = connection.prepareStatement("DELETE FROM suspense WHERE transaction_id = ?");
    evidence =
        connection.prepareStatement(
            "SELECT text FROM evidence WHERE transaction_id = ? ORDER BY id");
  }

  /** Sets evidence aside for a transaction that is not final. */
  void note(long transactionId, String text) throws SQLException {
    note.setLong(1, transactionId);
    note.setString(2, text);
    note.executeUpdate();
  }

  /** Drops what was set aside for transactions that are final; a case has taken over its own. */
  void dropNotes() throws SQLException {
    dropNotes.executeUpdate();
  }

  void open(SuspenseCase suspense) throws SQLException {
    open.setLong(1, suspense.transactionId());
    open.setString(2, suspense.opened().toString());
    open.executeUpdate();
    tellNotes.setLong(1, suspense.transactionId());
    tellNotes.executeUpdate();
    dropNotes.executeUpdate();
    for (String line : suspense.evidence()) {
      tell.setLong(1, suspense.transactionId());
      tell.setString(2, line);
      tell.executeUpdate();
    }
  }

  /**
   * @return since when it is open
   * @throws IllegalArgumentException when there is no such open case
   */
  LocalDateTime requireOpen(long transactionId) throws SQLException {
    opened.setLong(1, transactionId);
    try (ResultSet row = opened.executeQuery()) {
      if (!row.next()) {
        throw new IllegalArgumentException("transaction " + transactionId + " is no open case");
      }
      return LocalDateTime.parse(row.getString(1));
    }
  }

  /**
   * Takes a case from the open ones; its evidence stays.
   *
   * @return since when it was open
   * @throws IllegalArgumentException when there is no such open case
   */
  LocalDateTime close(long transactionId) throws SQLException {
    LocalDateTime since = requireOpen(transactionId);
    close.setLong(1, transactionId);
    close.executeUpdate();
    return since;
  }

  List<SuspenseCase> all() throws SQLException {
    var found = new ArrayList<SuspenseCase>();
    try (ResultSet row = cases.executeQuery()) {
      while (row.next()) {
        found.add(read(row.getLong(1), row.getString(2)));
      }
    }
    return found;
  }

  SuspenseCase read(long transactionId, String since) throws SQLException {
    return new SuspenseCase(transactionId, LocalDateTime.parse(since), evidence(transactionId));
  }

  private List<String> evidence(long transactionId) throws SQLException {
    evidence.setLong(1, transactionId);
    var lines = new ArrayList<String>();
    try (ResultSet row = evidence.executeQuery()) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }
}
