package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Named counters. */
final class CounterTable {

  private final PreparedStatement add;
  private final PreparedStatement all;

  CounterTable(Connection connection) throws SQLException {
    add =
        connection.prepareStatement(
            "INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value +"
                + " excluded.value");
    all = connection.prepareStatement("SELECT name, value FROM counters");
  }

  void add(String name, long amount) throws SQLException {
    add.setString(1, name);
    add.setLong(2, amount);
    add.executeUpdate();
  }

  Map<String, Long> all() throws SQLException {
    var found = new TreeMap<String, Long>();
    try (ResultSet row = all.executeQuery()) {
      while (row.next()) {
        found.put(row.getString(1), row.getLong(2));
      }
    }
    return found;
  }
}
