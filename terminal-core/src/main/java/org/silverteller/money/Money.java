package org.silverteller.money;

/**
 * An amount of Chinese yuan, held in fen (1/100 yuan). Never negative: what is owed to the other
 * side is said by the type that carries the amount, not by its sign.
 *
 * @param fen the amount in fen, 0 … 999,999,999,999 (twelve digits of ISO 8583 field 4)
 */
public record Money(long fen) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  private static final long LARGEST = 999_999_999_999L;

  public Money {
    if (fen < 0 || fen > LARGEST) {
      throw new IllegalArgumentException("amount of " + fen + " fen is outside 0 … " + LARGEST);
    }
  }

  public static Money ofFen(long fen) {
    return new Money(fen);
  }

  public static Money ofYuan(long yuan) {
    return new Money(Math.multiplyExact(yuan, 100));
  }

  public Money plus(Money other) {
    return new Money(fen + other.fen);
  }

  /**
   * @throws IllegalArgumentException when {@code other} is larger than this
   */
  public Money minus(Money other) {
    return new Money(fen - other.fen);
  }

  public Money times(int count) {
    return new Money(Math.multiplyExact(fen, count));
  }

  public boolean isZero() {
    return fen == 0;
  }

  public boolean isMoreThan(Money other) {
    return fen > other.fen;
  }

  /** Whole yuan; fen beyond are dropped. */
  public long yuan() {
    return fen / 100;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  /** Yuan and fen with a point and no grouping, as the journal writes it: {@code 1500.00}. */
  @Override
  public String toString() {
    long cents = fen % 100;
    return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
  }
}
