package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silverteller.card.AccountNumber;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;

/**
 * Transactions, for ever; and beside them, small, the open ones: those that are not final, or for
 * which something is owed or a suspense case is open. Only open ones have a sealed PAN.
 */
final class TransactionTable {

  private static final String COLUMNS =
      "id, service, state, stan, rrn, time, masked_pan, entry, amount_fen, planned, counted,"
          + " presented, retracted, stored, response_code, auth_code, settlement_date, counterpart";

  private static final String FINAL_STATES =
      Arrays.stream(TransactionState.values())
          .filter(TransactionState::isFinal)
          .map(state -> "'" + state.name() + "'")
          .collect(Collectors.joining(", "));

  private final DataKey key;
  private final PreparedStatement save;
  private final PreparedStatement isOpen;
  private final PreparedStatement open;
  private final PreparedStatement dropPan;
  private final PreparedStatement closeSettled;
  private final PreparedStatement largestId;
  private final PreparedStatement unfinished;
  private final PreparedStatement one;

  TransactionTable(Connection connection, DataKey key) throws SQLException {
    this.key = key;
    String updates =
        Arrays.stream(COLUMNS.split(", *"))
            .skip(1)
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    save =
        connection.prepareStatement(
            "INSERT INTO transactions ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET "
                + updates);
    isOpen = connection.prepareStatement("SELECT 1 FROM open_transactions WHERE id = ?");
    open = connection.prepareStatement("INSERT INTO open_transactions VALUES (?, ?)");
    dropPan = connection.prepareStatement("UPDATE open_transactions SET pan = NULL WHERE id = ?");
    // SQLite keeps the order of a CROSS JOIN: the few open ones are read, never the whole history.
    closeSettled =
        connection.prepareStatement(
            "DELETE FROM open_transactions WHERE id IN (SELECT o.id FROM open_transactions o"
                + " CROSS JOIN transactions t ON t.id = o.id WHERE t.state IN ("
                + FINAL_STATES
                + ") AND t.stan NOT IN (SELECT original_stan FROM owed)"
                + " AND t.id NOT IN (SELECT transaction_id FROM suspense))");
    largestId = connection.prepareStatement("SELECT max(id) FROM transactions");
    unfinished =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS.replace("id,", "t.id,")
                + ", o.pan FROM open_transactions o CROSS JOIN transactions t ON t.id = o.id"
                + " WHERE t.state NOT IN ("
                + FINAL_STATES
                + ") ORDER BY o.id");
    one =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS.replace("id,", "t.id,")
                + ", o.pan FROM transactions t LEFT JOIN open_transactions o ON o.id = t.id"
                + " WHERE t.id = ?");
  }

  /** Saves a transaction and leaves it open; {@link #closeSettled} closes what can be closed. */
  void save(TransactionRecord record) throws SQLException {
    save.setLong(1, record.id());
    save.setString(2, record.service().name());
    save.setString(3, record.state().name());
    save.setInt(4, record.stan().value());
    save.setString(5, record.rrn());
    save.setString(6, record.time().toString());
    save.setString(7, record.maskedAccount());
    save.setString(8, record.entry().name());
    save.setLong(9, record.amount().fen());
    save.setString(10, NoteMixText.of(record.planned()));
    save.setString(11, NoteMixText.of(record.counted()));
    save.setString(12, NoteMixText.of(record.presented()));
    save.setString(13, NoteMixText.of(record.retracted()));
    save.setString(14, NoteMixText.of(record.stored()));
    save.setString(15, record.responseCode());
    save.setString(16, record.authCode());
    save.setString(17, record.settlementDate());
    save.setString(18, record.counterpart());
    save.executeUpdate();
    keepOpen(record);
  }

  private void keepOpen(TransactionRecord record) throws SQLException {
    if (!isOpen(record.id())) {
      open.setLong(1, record.id());
      open.setBytes(
          2, record.account().map(account -> key.seal(account, place(record.id()))).orElse(null));
      open.executeUpdate();
    } else if (record.account().isEmpty()) {
      dropPan.setLong(1, record.id());
      dropPan.executeUpdate();
    }
  }

  private boolean isOpen(long id) throws SQLException {
    isOpen.setLong(1, id);
    try (ResultSet row = isOpen.executeQuery()) {
      return row.next();
    }
  }

  /** Closes transactions that are final, with nothing owed and no case open: their PAN is gone. */
  void closeSettled() throws SQLException {
    closeSettled.executeUpdate();
  }

  long nextId() throws SQLException {
    try (ResultSet row = largestId.executeQuery()) {
      return row.getLong(1) + 1;
    }
  }

  List<TransactionRecord> unfinished() throws SQLException {
    var found = new ArrayList<TransactionRecord>();
    try (ResultSet row = unfinished.executeQuery()) {
      while (row.next()) {
        found.add(read(row));
      }
    }
    return found;
  }

  Optional<TransactionRecord> find(long id) throws SQLException {
    one.setLong(1, id);
    try (ResultSet row = one.executeQuery()) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    }
  }

  private TransactionRecord read(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    byte[] sealed = row.getBytes(19);
    Optional<AccountNumber> account =
        sealed == null ? Optional.empty() : Optional.of(key.open(sealed, place(id)));
    return new TransactionRecord(
        id,
        Service.valueOf(row.getString(2)),
        TransactionState.valueOf(row.getString(3)),
        new Stan(row.getInt(4)),
        row.getString(5),
        LocalDateTime.parse(row.getString(6)),
        account,
        row.getString(7),
        CardEntry.valueOf(row.getString(8)),
        Money.ofFen(row.getLong(9)),
        NoteMixText.parse(row.getString(10)),
        NoteMixText.parse(row.getString(11)),
        NoteMixText.parse(row.getString(12)),
        NoteMixText.parse(row.getString(13)),
        NoteMixText.parse(row.getString(14)),
        row.getString(15),
        row.getString(16),
        row.getString(17),
        row.getString(18));
  }

  private static String place(long id) {
    return "transaction " + id;
  }
}
