package org.silverteller.money;

/**
 * Limits on one bundle.
 *
 * @param notesPerBundle the most notes the exit takes at once; the device's own limit if lower
 * @param tensPerTransaction the most 10-yuan notes in one withdrawal
 */
public record MixRules(int notesPerBundle, int tensPerTransaction) {

  /** 40 notes a bundle, 20 tens a withdrawal (service rules 4.4). */
  public static final MixRules DEFAULT = new MixRules(40, 20);

  public MixRules {
    if (notesPerBundle < 1 || notesPerBundle > 1000) {
      throw new IllegalArgumentException(
          "notesPerBundle " + notesPerBundle + ": expected 1 … 1000");
    }
    if (tensPerTransaction < 0) {
      throw new IllegalArgumentException(
          "tensPerTransaction " + tensPerTransaction + ": expected 0 or more");
    }
  }

  public MixRules withBundleAtMost(int notes) {
    return new MixRules(Math.min(notesPerBundle, notes), tensPerTransaction);
  }
}
