package org.silverteller.money;

/**
 * Notes of one denomination in one cassette, or a bin.
 *
 * @param id the slot
 * @param type what it is for
 * @param denomination face value of its notes; {@link Denomination#MIXED} for bins
 * @param count notes inside, as the device counts them
 * @param minimum notes that stay in the cassette: below it the last notes pick badly
 * @param state its condition
 */
public record CashUnit(
    UnitId id, UnitType type, Denomination denomination, int count, int minimum, UnitState state) {

  public CashUnit {
    if (count < 0) {
      throw new IllegalArgumentException(id + ": count " + count + " is negative");
    }
    if (minimum < 0) {
      throw new IllegalArgumentException(id + ": minimum " + minimum + " is negative");
    }
    if (type.dispenses() && denomination.equals(Denomination.MIXED)) {
      throw new IllegalArgumentException(id + ": a unit that dispenses needs a denomination");
    }
  }

  /** Notes that may be dispensed now: 0 unless the unit dispenses and works. */
  public int available() {
    return type.dispenses() && state.dispenses() ? Math.max(0, count - minimum) : 0;
  }
}
