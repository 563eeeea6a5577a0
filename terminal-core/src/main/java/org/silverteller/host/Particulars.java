package org.silverteller.host;

/** What a request tells besides account and amount. Each kind belongs to the services it names. */
public sealed interface Particulars {

  /** Nothing more. */
  record None() implements Particulars {}

  Particulars NONE = new None();
}
