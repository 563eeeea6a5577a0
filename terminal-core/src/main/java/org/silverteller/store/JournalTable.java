package org.silverteller.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The electronic journal. Lines are only ever added. How many there are, and the chain of the last,
 * stand in a second place, so that lines cannot vanish from the end unseen.
 */
final class JournalTable {

  private final JournalChain chain = new JournalChain();
  private final PreparedStatement insert;
  private final PreparedStatement head;
  private final PreparedStatement setHead;
  private final PreparedStatement newest;
  private final PreparedStatement lastBefore;
  private final PreparedStatement from;

  private long lines;
  private byte[] last;

  JournalTable(Connection connection) throws SQLException {
    insert = connection.prepareStatement("INSERT INTO journal VALUES (?, ?, ?, ?)");
    head = connection.prepareStatement("SELECT lines, chain FROM head");
    setHead = connection.prepareStatement("UPDATE head SET lines = ?, chain = ?");
    newest =
        connection.prepareStatement(
            "SELECT number, time, text FROM journal ORDER BY number DESC LIMIT ?");
    lastBefore =
        connection.prepareStatement(
            "SELECT number FROM journal WHERE time < ? ORDER BY number DESC LIMIT 1");
    from =
        connection.prepareStatement(
            "SELECT number, time, text, chain FROM journal WHERE number >= ? ORDER BY number");
    reload();
  }

  /** Forgets lines that were added but not committed. */
  void reload() throws SQLException {
    try (ResultSet row = head.executeQuery()) {
      lines = row.getLong(1);
      last = row.getBytes(2);
    }
  }

  /** Adds a line; {@link #writeHead} must follow before the commit. */
  void add(LocalDateTime time, String text) throws SQLException {
    long number = lines + 1;
    String written = time.toString();
    byte[] link = chain.next(last, number, written, text);
    insert.setLong(1, number);
    insert.setString(2, written);
    insert.setString(3, text);
    insert.setBytes(4, link);
    insert.executeUpdate();
    lines = number;
    last = link;
  }

  void writeHead() throws SQLException {
    setHead.setLong(1, lines);
    setHead.setBytes(2, last);
    setHead.executeUpdate();
  }

  List<JournalLine> newest(int most) throws SQLException {
    newest.setInt(1, Math.max(0, most));
    var found = new ArrayList<JournalLine>();
    try (ResultSet row = newest.executeQuery()) {
      while (row.next()) {
        found.add(
            new JournalLine(
                row.getLong(1), LocalDateTime.parse(row.getString(2)), row.getString(3)));
      }
    }
    Collections.reverse(found);
    return found;
  }

  long linesSince(LocalDate day) throws SQLException {
    lastBefore.setString(1, day.toString());
    try (ResultSet row = lastBefore.executeQuery()) {
      return row.next() ? lines - row.getLong(1) : lines;
    }
  }

  /**
   * Reads the last lines back and follows their chain to the head.
   *
   * @param most how many lines to follow; with fewer in the journal it is followed from its start
   * @throws StoreFailure naming the first line that is missing or changed
   */
  void verify(long most) throws SQLException {
    long start = Math.max(0, lines - most);
    byte[] expected = JournalChain.start();
    long number = start;
    from.setLong(1, Math.max(1, start));
    try (ResultSet row = from.executeQuery()) {
      if (start > 0) {
        require(row.next() && row.getLong(1) == start, "has a gap at line " + start);
        expected = row.getBytes(4);
      }
      while (row.next()) {
        number++;
        require(
            row.getLong(1) == number,
            "has a gap at line " + number + " (the next line is " + row.getLong(1) + ")");
        byte[] found = row.getBytes(4);
        expected = chain.next(expected, number, row.getString(2), row.getString(3));
        require(
            Arrays.equals(expected, found),
            "was changed at line "
                + number
                + " (expected chain "
                + hex(expected)
                + ", found "
                + hex(found)
                + ")");
      }
    }
    require(
        number == lines,
        number < lines
            ? "ends at line " + number + ": lines to " + lines + " are missing"
            : "goes on to line " + number + " after its last line " + lines);
    require(
        Arrays.equals(expected, last),
        "was changed at its last line "
            + lines
            + " (expected chain "
            + hex(last)
            + ", found "
            + hex(expected)
            + ")");
  }

  private static void require(boolean holds, String damage) {
    if (!holds) {
      throw new StoreFailure("the journal " + damage);
    }
  }

  private static String hex(byte[] chain) {
    return HexFormat.of().formatHex(chain, 0, Math.min(8, chain.length));
  }
}
