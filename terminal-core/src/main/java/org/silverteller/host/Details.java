package org.silverteller.host;

import java.util.List;
import org.silverteller.money.Movement;

/** What an answer tells besides its code and amount. Each kind belongs to the services it names. */
public sealed interface Details {

  /**
   * The last movements, the newest first.
   *
   * @param movements at most {@link #MOST_MOVEMENTS}
   */
  record Statement(List<Movement> movements) implements Details {
    public Statement {
      movements = List.copyOf(movements);
    }
  }

  /** On one mini statement. */
  int MOST_MOVEMENTS = 10;

  /** Nothing more, or nothing that this service asks for. */
  record None() implements Details {}

  Details NONE = new None();
}
