package org.silverteller.simulator.torture;

import java.util.Locale;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.store.TransactionState;

/**
 * Between which two steps something strikes: at an effect of a device, at a commit, at a message.
 *
 * @param code its place in a table of all moments
 */
public record Moment(int code) {

  private static final int EFFECTS = Effect.values().length;
  private static final int STATES = TransactionState.values().length;

  /** Any moment whatever. */
  static final Moment ANY = new Moment(-1);

  /** A commit that saves no transaction: journal lines, counters, advices. */
  static final Moment OTHER_COMMIT = new Moment(EFFECTS + STATES);

  static final Moment STAN_TAKEN = new Moment(EFFECTS + STATES + 1);
  static final Moment MESSAGE_SENT = new Moment(EFFECTS + STATES + 2);

  static Moment of(Effect effect) {
    return new Moment(effect.ordinal());
  }

  /** The commit that saves a transaction in that state. */
  static Moment commit(TransactionState state) {
    return new Moment(EFFECTS + state.ordinal());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String name() {
    if (code < 0) {
      return "any";
    }
    if (code < EFFECTS) {
      return Effect.values()[code].name();
    }
    if (code < EFFECTS + STATES) {
      return "commit " + TransactionState.values()[code - EFFECTS].name();
    }
    return equals(OTHER_COMMIT) ? "commit" : equals(STAN_TAKEN) ? "stan" : "message";
  }
}
