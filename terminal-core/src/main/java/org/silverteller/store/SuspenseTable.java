package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Open suspense cases and their evidence. */
final class SuspenseTable {

  private final PreparedStatement open;
  private final PreparedStatement tell;
  private final PreparedStatement cases;
  private final PreparedStatement evidence;

  SuspenseTable(Connection connection) throws SQLException {
    open = connection.prepareStatement("INSERT OR IGNORE INTO suspense VALUES (?, ?)");
    tell = connection.prepareStatement("INSERT INTO evidence (transaction_id, text) VALUES (?, ?)");
    cases =
        connection.prepareStatement("SELECT transaction_id, opened FROM suspense ORDER BY rowid");
    evidence =
        connection.prepareStatement(
            "SELECT text FROM evidence WHERE transaction_id = ? ORDER BY id");
  }

  void open(SuspenseCase suspense) throws SQLException {
    open.setLong(1, suspense.transactionId());
    open.setString(2, suspense.opened().toString());
    open.executeUpdate();
    for (String line : suspense.evidence()) {
      tell.setLong(1, suspense.transactionId());
      tell.setString(2, line);
      tell.executeUpdate();
    }
  }

  List<SuspenseCase> all() throws SQLException {
    var found = new ArrayList<SuspenseCase>();
    try (ResultSet row = cases.executeQuery()) {
      while (row.next()) {
        long id = row.getLong(1);
        found.add(new SuspenseCase(id, LocalDateTime.parse(row.getString(2)), evidence(id)));
      }
    }
    return found;
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
