package org.silverteller.host;

import org.silverteller.device.PinBlock;

/** What a request tells besides account and amount. Each kind belongs to the services it names. */
public sealed interface Particulars {

  /** The PIN that is to hold, as the pad has encrypted it. It is its maker's to erase. */
  record NewPin(PinBlock block) implements Particulars {}

  /** Nothing more. */
  record None() implements Particulars {}

  Particulars NONE = new None();
}
