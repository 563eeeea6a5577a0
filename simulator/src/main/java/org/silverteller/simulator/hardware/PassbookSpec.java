package org.silverteller.simulator.hardware;

import org.silverteller.device.PassbookUnit;

/**
 * How a virtual passbook unit is built.
 *
 * @param binSize books that the retain bin holds
 */
public record PassbookSpec(PassbookUnit.Capabilities can, int binSize) {

  /** Every capability; pages of 26 rows and 76 columns; 30 books in the bin. */
  public static final PassbookSpec STANDARD =
      new PassbookSpec(new PassbookUnit.Capabilities(true, true, true, 76, 26), 30);
}
