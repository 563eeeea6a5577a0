package org.silverteller.money;

/**
 * The serial number (冠字号码) of a note as a device has read it.
 *
 * @param characters 0–12 letters and digits, as printed from left to right; {@code *} for each one
 *     that could not be read. Notes in use have 10 (service rules 4.8)
 */
public record NoteSerial(String characters) {

  /** The most that a record of an FSN file holds (service rules 4.10). */
  public static final int LONGEST = 12;

  /** Stands for a character that could not be read. */
  public static final char UNREADABLE = '*';

  public NoteSerial {
    if (!characters.matches("[A-Z0-9*]{0," + LONGEST + "}")) {
      throw new IllegalArgumentException(
          "serial number '"
              + characters
              + "': expected at most "
              + LONGEST
              + " characters A–Z, 0–9, or * for one that could not be read");
    }
  }

  public static NoteSerial of(String characters) {
    return new NoteSerial(characters);
  }

  /** Whether the number may begin so: a character that was not read may be any. */
  public boolean mayBeginWith(NoteSerial beginning) {
    int length = beginning.characters.length();
    if (length == 0 || length > characters.length()) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      char one = characters.charAt(at);
      char two = beginning.characters.charAt(at);
      if (one != two && one != UNREADABLE && two != UNREADABLE) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return characters;
  }
}
