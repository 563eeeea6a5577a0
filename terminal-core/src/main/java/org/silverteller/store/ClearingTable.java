package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.silverteller.money.Money;

/** What persons propose for open suspense cases, and how cases were closed. */
final class ClearingTable {

  /** Stands for a reference beside a sum that is to be credited, not what was paid. */
  private static final String CREDITED = "CREDITED";

  private static final String FINDING = "paid_fen, reference, proposed_by, proposed_at, until";

  private final SuspenseTable suspense;
  private final PreparedStatement propose;
  private final PreparedStatement withdraw;
  private final PreparedStatement proposal;
  private final PreparedStatement clear;
  private final PreparedStatement newest;

  ClearingTable(Connection connection, SuspenseTable suspense) throws SQLException {
    this.suspense = suspense;
    propose =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO proposed (transaction_id, "
                + FINDING
                + ") VALUES (?, ?, ?, ?, ?, ?)");
    withdraw = connection.prepareStatement("DELETE FROM proposed WHERE transaction_id = ?");
    proposal =
        connection.prepareStatement(
            "SELECT transaction_id, " + FINDING + " FROM proposed WHERE transaction_id = ?");
    clear =
        connection.prepareStatement(
            "INSERT INTO cleared (transaction_id, "
                + FINDING
                + ", opened, approved_by, approved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    newest =
        connection.prepareStatement(
            "SELECT transaction_id, "
                + FINDING
                + ", opened, approved_by, approved_at FROM cleared ORDER BY id DESC LIMIT ?");
  }

  void propose(Proposal proposed) throws SQLException {
    suspense.requireOpen(proposed.transactionId());
    write(propose, proposed);
    propose.executeUpdate();
  }

  void clear(Clearing clearing) throws SQLException {
    LocalDateTime opened = suspense.close(clearing.transactionId());
    withdraw.setLong(1, clearing.transactionId());
    withdraw.executeUpdate();
    write(clear, clearing.proposal());
    clear.setString(7, opened.toString());
    clear.setString(8, clearing.approvedBy());
    clear.setString(9, clearing.at().toString());
    clear.executeUpdate();
  }

  Optional<Proposal> proposal(long transactionId) throws SQLException {
    proposal.setLong(1, transactionId);
    try (ResultSet row = proposal.executeQuery()) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    }
  }

  List<ClearedCase> newest(int most) throws SQLException {
    newest.setInt(1, Math.max(0, most));
    var found = new ArrayList<ClearedCase>();
    try (ResultSet row = newest.executeQuery()) {
      while (row.next()) {
        var clearing =
            new Clearing(read(row), row.getString(8), LocalDateTime.parse(row.getString(9)));
        found.add(
            new ClearedCase(suspense.read(clearing.transactionId(), row.getString(7)), clearing));
      }
    }
    Collections.reverse(found);
    return found;
  }

  private static void write(PreparedStatement statement, Proposal proposed) throws SQLException {
    statement.setLong(1, proposed.transactionId());
    if (proposed.finding() instanceof Finding.Paid paid) {
      statement.setLong(2, paid.amount().fen());
      statement.setString(3, "");
    } else if (proposed.finding() instanceof Finding.Credited credited) {
      statement.setLong(2, credited.amount().fen());
      statement.setString(3, CREDITED);
    } else if (proposed.finding() instanceof Finding.ByHand byHand) {
      statement.setNull(2, Types.INTEGER);
      statement.setString(3, byHand.reference());
    }
    statement.setString(4, proposed.by());
    statement.setString(5, proposed.at().toString());
    statement.setString(6, proposed.until().toString());
  }

  private static Proposal read(ResultSet row) throws SQLException {
    return new Proposal(
        row.getLong(1),
        finding(row),
        row.getString(4),
        LocalDateTime.parse(row.getString(5)),
        LocalDateTime.parse(row.getString(6)));
  }

  private static Finding finding(ResultSet row) throws SQLException {
    Money amount = Money.ofFen(row.getLong(2));
    if (row.wasNull()) {
      return new Finding.ByHand(row.getString(3));
    }
    return row.getString(3).equals(CREDITED)
        ? new Finding.Credited(amount)
        : new Finding.Paid(amount);
  }
}
