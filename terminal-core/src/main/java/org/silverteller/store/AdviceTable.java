package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.silverteller.host.Advice;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;

/** The queue of what is owed to the host. An id is given once and never again. */
final class AdviceTable {

  private final DataKey key;
  private final PreparedStatement add;
  private final PreparedStatement attempt;
  private final PreparedStatement remove;
  private final PreparedStatement all;

  AdviceTable(Connection connection, DataKey key) throws SQLException {
    this.key = key;
    String columns =
        "kind, stan, time, original_service, original_stan, original_rrn, original_time, pan,"
            + " entry, requested_fen, dispensed_fen, reason, auth_code, data, attempts";
    add =
        connection.prepareStatement(
            "INSERT INTO owed ("
                + columns
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    attempt = connection.prepareStatement("UPDATE owed SET attempts = attempts + 1 WHERE id = ?");
    remove = connection.prepareStatement("DELETE FROM owed WHERE id = ?");
    all = connection.prepareStatement("SELECT " + columns + ", id FROM owed ORDER BY id");
  }

  void add(Advice advice) throws SQLException {
    add.setString(1, advice.kind().name());
    add.setInt(2, advice.stan().value());
    add.setString(3, advice.time().toString());
    add.setString(4, advice.original().service().name());
    add.setInt(5, advice.original().stan().value());
    add.setString(6, advice.original().rrn());
    add.setString(7, advice.original().time().toString());
    add.setBytes(8, key.seal(advice.account(), place(advice.stan())));
    add.setString(9, advice.entry().name());
    add.setLong(10, advice.requested().fen());
    add.setLong(11, advice.dispensed().fen());
    add.setString(12, advice.reason().name());
    add.setString(13, advice.authCode());
    add.setString(14, advice.data());
    add.setInt(15, advice.attempts());
    add.executeUpdate();
  }

  void attempted(long id) throws SQLException {
    attempt.setLong(1, id);
    requireOwed(attempt.executeUpdate(), id);
  }

  void settled(long id) throws SQLException {
    remove.setLong(1, id);
    requireOwed(remove.executeUpdate(), id);
  }

  List<OwedAdvice> all() throws SQLException {
    var found = new ArrayList<OwedAdvice>();
    try (ResultSet row = all.executeQuery()) {
      while (row.next()) {
        found.add(new OwedAdvice(row.getLong(16), read(row)));
      }
    }
    return found;
  }

  private Advice read(ResultSet row) throws SQLException {
    Stan stan = new Stan(row.getInt(2));
    return new Advice(
        Advice.Kind.valueOf(row.getString(1)),
        stan,
        LocalDateTime.parse(row.getString(3)),
        new Advice.Original(
            Service.valueOf(row.getString(4)),
            new Stan(row.getInt(5)),
            row.getString(6),
            LocalDateTime.parse(row.getString(7))),
        key.open(row.getBytes(8), place(stan)),
        CardEntry.valueOf(row.getString(9)),
        Money.ofFen(row.getLong(10)),
        Money.ofFen(row.getLong(11)),
        Advice.Reason.valueOf(row.getString(12)),
        row.getString(13),
        row.getString(14),
        row.getInt(15));
  }

  private static void requireOwed(int rows, long id) {
    if (rows == 0) {
      throw new IllegalArgumentException("advice " + id + " is not owed");
    }
  }

  private static String place(Stan stan) {
    return "advice " + stan;
  }
}
