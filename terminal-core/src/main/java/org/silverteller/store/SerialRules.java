package org.silverteller.store;

import java.nio.file.Path;
import java.util.List;
import org.silverteller.money.Money;
import org.silverteller.money.NoteMove;
import org.silverteller.money.NoteSerial;

/**
 * Which serial numbers are kept, where, and for how long (service rules 4.8 to 4.10).
 *
 * @param folder of the files; an empty one stands for {@code fsn} in the folder of the store
 * @param denominations whose numbers are kept; none for none at all
 * @param moves which ways of a note are recorded
 * @param keepDays a file goes when its last note is older; 1 … 3650
 * @param notesPerFile a file with so many is closed; 1 … 100000
 * @param machineId in each record and in the names of the files, as the bank says; empty for the
 *     terminal id
 * @param unreadable the character that files have for one that could not be read: {@code *} or
 *     {@code ?}
 */
public record SerialRules(
    Path folder,
    List<Money> denominations,
    List<NoteMove> moves,
    int keepDays,
    int notesPerFile,
    String machineId,
    String unreadable) {

  public static final SerialRules DEFAULT =
      new SerialRules(
          Path.of(""),
          List.of(Money.ofYuan(100)),
          List.of(NoteMove.values()),
          90,
          1000,
          "",
          String.valueOf(NoteSerial.UNREADABLE));

  private static final int LONGEST_DAYS = 3650;
  private static final int MOST_NOTES = 100_000;

  public SerialRules {
    denominations = List.copyOf(denominations);
    moves = List.copyOf(moves);
    for (Money denomination : denominations) {
      if (denomination.isZero() || !denomination.equals(Money.ofYuan(denomination.yuan()))) {
        throw new IllegalArgumentException(
            "denominations with " + denomination + ": expected notes of whole yuan");
      }
    }
    refuseUnlessWithin("keepDays", keepDays, LONGEST_DAYS);
    refuseUnlessWithin("notesPerFile", notesPerFile, MOST_NOTES);
    if (!machineId.matches("[A-Za-z0-9._/-]{0,24}")) {
      throw new IllegalArgumentException(
          "machineId '" + machineId + "': expected at most 24 letters, digits or . _ / -");
    }
    if (!unreadable.equals("*") && !unreadable.equals("?")) {
      throw new IllegalArgumentException("unreadable '" + unreadable + "': expected * or ?");
    }
  }

  private static void refuseUnlessWithin(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(key + " " + value + ": expected 1 … " + most);
    }
  }

  /** Whether the numbers of such notes are kept when they go this way. */
  public boolean wants(NoteMove move, int yuan) {
    return moves.contains(move) && denominations.contains(Money.ofYuan(yuan));
  }
}
