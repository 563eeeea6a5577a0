package org.silverteller.simulator.hardware;

import java.util.List;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteEdition;
import org.silverteller.money.NoteReading;
import org.silverteller.money.NoteSerial;
import org.silverteller.money.NoteVerdict;
import org.silverteller.money.UnitId;

/**
 * What is printed on the notes of one machine, and what a reader makes of it. Nothing is kept: the
 * number of a note comes from where it was loaded and how many were loaded there before it, so it
 * is always the same, and no two notes of a machine share one.
 */
final class NotePrints {

  private static final int NUMBERS = 100_000_000;

  /** Odd and no multiple of 5, so that it goes round all numbers before one comes again. */
  private static final long STRIDE = 61_803_399;

  private static final int LETTERS = 26;
  private static final int SERIAL_LENGTH = 10;

  /** Notes that people bring are of a place that no cassette has. */
  private static final int PEOPLE = LETTERS - 1;

  /** Any of the reasons 1–12 for a suspect. */
  private static final int DOUBTED = 1;

  /** One character in so many notes cannot be read. */
  private static final int UNREADABLE_IN = 23;

  private final long seed;

  NotePrints(long seed) {
    this.seed = seed;
  }

  /**
   * A note from a cassette.
   *
   * @param place of the cassette among the units
   * @param number which of all notes ever loaded there
   */
  NoteReading read(int place, UnitSpec unit, int number) {
    return read(unit.id(), unit.denomination(), place, number, NoteVerdict.GENUINE, List.of());
  }

  /**
   * A note that people brought.
   *
   * @param number which of all that ever came in
   */
  NoteReading read(UnitId unit, VirtualNote note, int number) {
    Denomination denomination = Denomination.of(note.yuan());
    return switch (note.quality()) {
      case FIT -> read(unit, denomination, PEOPLE, number, NoteVerdict.GENUINE, List.of());
      case UNFIT -> read(unit, denomination, PEOPLE, number, NoteVerdict.DAMAGED, List.of());
      case SUSPECT, UNREADABLE ->
          read(unit, denomination, PEOPLE, number, NoteVerdict.SUSPECT, List.of(DOUBTED));
    };
  }

  private NoteReading read(
      UnitId unit,
      Denomination denomination,
      int place,
      int number,
      NoteVerdict verdict,
      List<Integer> errors) {
    return new NoteReading(
        unit,
        denomination,
        edition(denomination, number),
        NoteSerial.of(asRead(printed(place, number), place, number)),
        verdict,
        errors);
  }

  /** Two letters and eight digits; the second letter tells the place. */
  String printed(int place, int number) {
    char first = (char) ('A' + Math.floorMod(mixed(seed), LETTERS));
    char second = (char) ('A' + place % LETTERS);
    long digits = Math.floorMod(mixed(seed + place) % NUMBERS + number * STRIDE, (long) NUMBERS);
    return "" + first + second + Long.toString(NUMBERS + digits).substring(1);
  }

  private String asRead(String printed, int place, int number) {
    long dirt = mixed(seed * 31 + place * 1_000_003L + number);
    if (Math.floorMod(dirt, UNREADABLE_IN) != 0) {
      return printed;
    }
    int at = Math.floorMod(dirt / UNREADABLE_IN, SERIAL_LENGTH);
    return printed.substring(0, at) + NoteSerial.UNREADABLE + printed.substring(at + 1);
  }

  /** The series of 2019 has no note of 100 yuan; small notes last longer than their series. */
  private static NoteEdition edition(Denomination denomination, int number) {
    if (denomination.small()) {
      return number % 3 == 0 ? NoteEdition.Y2005 : NoteEdition.Y2019;
    }
    return number % 4 == 0 ? NoteEdition.Y2005 : NoteEdition.Y2015;
  }

  /** Neighbours look nothing alike (the finaliser of SplitMix64). */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
