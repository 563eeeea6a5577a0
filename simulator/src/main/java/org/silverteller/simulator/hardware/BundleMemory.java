package org.silverteller.simulator.hardware;

import java.util.Arrays;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;

/**
 * What the dispenser remembers of its last bundle, also without power. Guarded by the machine's
 * monitor.
 */
final class BundleMemory {

  private static final int FIRST_ROOM = 64;

  private final int[] notes;
  private final int[] retracted;
  private final int[] retractedAfter;

  /** Unit and number of each note that was picked, in turn. */
  private int[] picks = new int[2 * FIRST_ROOM];

  private int picked;
  private int rejected;
  private long reference;
  private PresentStatus.State state = PresentStatus.State.NOT_PRESENTED;

  BundleMemory(int units) {
    notes = new int[units];
    retracted = new int[units];
    retractedAfter = new int[units];
  }

  /** A new bundle; the one before is forgotten. */
  void begin(long newReference) {
    Arrays.fill(notes, 0);
    Arrays.fill(retracted, 0);
    picked = 0;
    rejected = 0;
    reference = newReference;
    state = PresentStatus.State.NOT_PRESENTED;
  }

  /**
   * @param number the note that it is, see {@link Notes#lastLeft}
   */
  void add(int unit, int number) {
    notes[unit]++;
    if (picked == picks.length) {
      picks = Arrays.copyOf(picks, 2 * picked);
    }
    picks[picked++] = unit;
    picks[picked++] = number;
  }

  /**
   * Notes were drawn back.
   *
   * @param byUnit so many of each unit
   * @param before so many of each lay at the exit
   */
  void drawnBack(int[] byUnit, int[] before) {
    for (int unit = 0; unit < notes.length; unit++) {
      retracted[unit] = byUnit[unit];
      retractedAfter[unit] = Math.max(0, notes[unit] - before[unit]);
    }
  }

  /** Is given the notes of a bundle one by one. */
  interface Eye {
    void sees(int unit, int number);
  }

  /** What came into reach, in the order in which it was picked. */
  void dispensed(Eye eye) {
    each(new int[notes.length], notes, eye);
  }

  /** What was drawn back. People take notes from the front of a bundle. */
  void retracted(Eye eye) {
    int[] end = retractedAfter.clone();
    for (int unit = 0; unit < end.length; unit++) {
      end[unit] += retracted[unit];
    }
    each(retractedAfter, end, eye);
  }

  private void each(int[] from, int[] end, Eye eye) {
    int[] seen = new int[notes.length];
    for (int at = 0; at < picked; at += 2) {
      int unit = picks[at];
      if (seen[unit] >= from[unit] && seen[unit] < end[unit]) {
        eye.sees(unit, picks[at + 1]);
      }
      seen[unit]++;
    }
  }

  void reject(int howMany) {
    rejected += howMany;
  }

  void recount(int[] byUnit) {
    System.arraycopy(byUnit, 0, notes, 0, notes.length);
  }

  void is(PresentStatus.State now) {
    state = now;
  }

  PresentStatus.State state() {
    return state;
  }

  long reference() {
    return reference;
  }

  void forget() {
    begin(0);
    state = PresentStatus.State.UNKNOWN;
  }

  PresentStatus told(Notes truth) {
    return new PresentStatus(state, new Counted(truth.mix(notes), rejected), reference);
  }
}
