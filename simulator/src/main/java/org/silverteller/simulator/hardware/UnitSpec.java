package org.silverteller.simulator.hardware;

import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;
import org.silverteller.money.UnitId;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;

/**
 * A cash unit as the machine leaves the depot.
 *
 * @param count notes inside at the start; 0 for a bin
 * @param minimum notes that stay in the cassette, see {@link CashUnit}
 * @param capacity the most notes it holds
 */
public record UnitSpec(
    UnitId id, UnitType type, Denomination denomination, int count, int minimum, int capacity) {

  private static final int CASSETTE_CAPACITY = 3_000;
  private static final int BIN_CAPACITY = 600;

  public UnitSpec {
    new CashUnit(id, type, denomination, count, minimum, UnitState.OK);
    if (count > capacity) {
      throw new IllegalArgumentException(id + ": " + count + " notes do not fit in " + capacity);
    }
    if (!type.dispenses() && count > 0) {
      throw new IllegalArgumentException(id + ": a bin starts empty, found " + count + " notes");
    }
  }

  /** A cassette of notes of one denomination, with room for 3,000. */
  public static UnitSpec cassette(String name, int yuan, int count, int minimum) {
    return new UnitSpec(
        UnitId.of(name),
        UnitType.BILL,
        Denomination.of(yuan),
        count,
        minimum,
        Math.max(count, CASSETTE_CAPACITY));
  }

  /**
   * A unit that dispenses what was deposited in it.
   *
   * @param capacity the most notes it holds
   */
  public static UnitSpec recycling(String name, int yuan, int count, int minimum, int capacity) {
    return new UnitSpec(
        UnitId.of(name), UnitType.RECYCLE, Denomination.of(yuan), count, minimum, capacity);
  }

  /** The bin for notes that failed to be picked, counted or presented. */
  public static UnitSpec rejectBin(int capacity) {
    return new UnitSpec(UnitId.of("REJECT"), UnitType.REJECT, Denomination.MIXED, 0, 0, capacity);
  }

  /** The bin for notes that a customer left in the exit. */
  public static UnitSpec retractBin(int capacity) {
    return new UnitSpec(UnitId.of("RETRACT"), UnitType.RETRACT, Denomination.MIXED, 0, 0, capacity);
  }

  public static UnitSpec rejectBin() {
    return rejectBin(BIN_CAPACITY);
  }

  public static UnitSpec retractBin() {
    return retractBin(BIN_CAPACITY);
  }
}
