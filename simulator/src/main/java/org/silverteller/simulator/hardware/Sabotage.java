package org.silverteller.simulator.hardware;

import java.util.Optional;
import org.silverteller.money.UnitId;

/**
 * A fault, armed.
 *
 * @param lasting stays until cleared; otherwise strikes once
 * @param notes how many notes, in the meaning that the fault gives it
 * @param unit strikes only this cash unit; empty for whichever comes first
 */
public record Sabotage(Fault fault, boolean lasting, int notes, Optional<UnitId> unit) {

  public Sabotage {
    if (notes < 0) {
      throw new IllegalArgumentException(fault + ": " + notes + " notes is negative");
    }
  }

  /** Strikes at the next occasion and is over. */
  public static Sabotage once(Fault fault) {
    return new Sabotage(fault, false, 0, Optional.empty());
  }

  /** Strikes until cleared. */
  public static Sabotage lasting(Fault fault) {
    return new Sabotage(fault, true, 0, Optional.empty());
  }

  public Sabotage notes(int howMany) {
    return new Sabotage(fault, lasting, howMany, unit);
  }

  public Sabotage in(UnitId where) {
    return new Sabotage(fault, lasting, notes, Optional.of(where));
  }

  /** At least one note. */
  int few() {
    return Math.max(1, notes);
  }

  boolean concerns(UnitId other) {
    return unit.isEmpty() || unit.get().equals(other);
  }

  /** As in transcripts: {@code JAM_IN_STACK lasting 3 CASS1}. */
  @Override
  public String toString() {
    return fault
        + (lasting ? " lasting" : "")
        + (notes > 0 ? " " + notes : "")
        + unit.map(where -> " " + where).orElse("");
  }
}
