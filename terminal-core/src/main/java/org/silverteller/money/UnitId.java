package org.silverteller.money;

/**
 * The name of a cash unit as it is printed on the cassette's slot, for instance {@code CASS1} or
 * {@code REJECT}.
 *
 * @param name 1–12 characters A–Z, 0–9
 */
public record UnitId(String name) implements Comparable<UnitId> {

  public UnitId {
    if (!name.matches("[A-Z0-9]{1,12}")) {
      throw new IllegalArgumentException(
          "cash unit name '" + name + "': expected 1–12 characters A–Z or 0–9");
    }
  }

  public static UnitId of(String name) {
    return new UnitId(name);
  }

  @Override
  public int compareTo(UnitId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
