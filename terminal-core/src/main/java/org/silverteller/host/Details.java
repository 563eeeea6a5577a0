package org.silverteller.host;

/** What an answer tells besides its code and amount. Each kind belongs to the services it names. */
public sealed interface Details {

  /** Nothing more, or nothing that this service asks for. */
  record None() implements Details {}

  Details NONE = new None();
}
