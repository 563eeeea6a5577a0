package org.silverteller.driver.xfs;

import java.util.HexFormat;
import java.util.Optional;

/**
 * How slips are printed, which XFS does not tell.
 *
 * @param columns of a row; a Chinese character takes two
 * @param form printed with, where the printer writes forms; without it slips go as raw data
 * @param before bytes before the text of raw data, in the printer's own language, in hexadecimal
 * @param cut bytes that cut the paper, likewise; sent behind raw data where the service does not
 *     cut by itself
 */
record ReceiptSettings(int columns, Optional<Form> form, String before, String cut) {

  /**
   * A form of the service with fields LINE1, LINE2 …
   *
   * @param media name of the medium; empty for none
   */
  record Form(String name, String media) {}

  private static final int USUAL_COLUMNS = 40;

  /** ESC/POS {@code GS V A 3}: feed three lines, partial cut. */
  private static final String FEED_AND_CUT = "1D564103";

  static final ReceiptSettings RAW =
      new ReceiptSettings(USUAL_COLUMNS, Optional.empty(), "", FEED_AND_CUT);

  ReceiptSettings {
    if (columns < 1) {
      throw new IllegalArgumentException("columns " + columns + ": expected at least one");
    }
    demandBytes("before", before);
    demandBytes("cut", cut);
  }

  private static void demandBytes(String name, String hexadecimal) {
    try {
      HexFormat.of().parseHex(hexadecimal);
    } catch (IllegalArgumentException noBytes) {
      throw new IllegalArgumentException(
          name + " '" + hexadecimal + "': expected bytes in hexadecimal, such as 1D564103",
          noBytes);
    }
  }

  /** Printed with that form. */
  ReceiptSettings with(Form wanted) {
    return new ReceiptSettings(columns, Optional.of(wanted), before, cut);
  }
}
