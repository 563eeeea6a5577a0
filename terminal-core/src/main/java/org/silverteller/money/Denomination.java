package org.silverteller.money;

/**
 * The face value of a note, in whole yuan. {@link #MIXED} stands for a bin that holds any note
 * (reject, retract).
 *
 * @param yuan the face value; 0 only for {@link #MIXED}
 */
public record Denomination(int yuan) implements Comparable<Denomination> {

  public static final Denomination MIXED = new Denomination(0);

  public Denomination {
    if (yuan < 0) {
      throw new IllegalArgumentException("a note of " + yuan + " yuan does not exist");
    }
  }

  public static Denomination of(int yuan) {
    return new Denomination(yuan);
  }

  /** Below 100 yuan (service rules 4.4). */
  public boolean small() {
    return yuan > 0 && yuan < 100;
  }

  public Money value() {
    return Money.ofYuan(yuan);
  }

  public Money times(int notes) {
    return value().times(notes);
  }

  @Override
  public int compareTo(Denomination other) {
    return Integer.compare(yuan, other.yuan);
  }

  @Override
  public String toString() {
    return yuan == 0 ? "mixed" : Integer.toString(yuan);
  }
}
