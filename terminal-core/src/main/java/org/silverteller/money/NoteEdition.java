package org.silverteller.money;

/** The series of renminbi that a note belongs to, by the year printed on it (年版). */
public enum NoteEdition {
  /** The device does not tell it. */
  UNKNOWN,
  Y1990,
  Y1999,
  Y2005,
  Y2015,
  Y2019;

  /** {@code 2015}, or {@code unknown}. */
  @Override
  public String toString() {
    return this == UNKNOWN ? "unknown" : name().substring(1);
  }
}
