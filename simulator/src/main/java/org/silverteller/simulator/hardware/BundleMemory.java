package org.silverteller.simulator.hardware;

import java.util.Arrays;
import org.silverteller.device.CashDispenser.PresentStatus;
import org.silverteller.device.Counted;

/**
 * What the dispenser remembers of its last bundle, also without power. Guarded by the machine's
 * monitor.
 */
final class BundleMemory {

  private final int[] notes;
  private int rejected;
  private long reference;
  private PresentStatus.State state = PresentStatus.State.NOT_PRESENTED;

  BundleMemory(int units) {
    notes = new int[units];
  }

  /** A new bundle; the one before is forgotten. */
  void begin(long newReference) {
    Arrays.fill(notes, 0);
    rejected = 0;
    reference = newReference;
    state = PresentStatus.State.NOT_PRESENTED;
  }

  void add(int unit) {
    notes[unit]++;
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
