package org.silverteller.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A closed store, opened as somebody with an SQLite tool opens it. */
final class RawStore implements AutoCloseable {

  private final Connection connection;

  RawStore(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(StoreFile.DATABASE));
  }

  void change(String statement) throws SQLException {
    try (Statement change = connection.createStatement()) {
      change.executeUpdate(statement);
    }
  }

  String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }

  byte[] bytes(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getBytes(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
