package org.silverteller.simulator.bank;

import java.util.Arrays;

/** Spoils the rows of a mini statement, field 62, each in one way. */
final class SpoiledRows {

  private static final int HEAD = 2;
  private static final int ROW = 50;
  private static final int SUMMARY_AT = HEAD + 8;
  private static final int AMOUNT_AT = SUMMARY_AT + 17;
  private static final int BALANCE_AT = AMOUNT_AT + 13;

  private SpoiledRows() {}

  /** The rows, which hold at least one, spoiled. */
  static byte[] of(byte[] rows, ReplyFault.HostileRows.Kind kind) {
    byte[] spoiled = rows.clone();
    switch (kind) {
      case CONTROL -> {
        spoiled[SUMMARY_AT] = 0x1b;
        spoiled[SUMMARY_AT + 1] = 'c';
      }
      case AMOUNT -> spoiled[AMOUNT_AT] = '-';
      case BALANCE -> spoiled[BALANCE_AT] ^= 1;
      case TOO_MANY -> {
        spoiled = Arrays.copyOf(rows, HEAD + 11 * ROW);
        for (int at = rows.length; at < spoiled.length; at += ROW) {
          System.arraycopy(rows, HEAD, spoiled, at, Math.min(ROW, spoiled.length - at));
        }
        spoiled[0] = '1';
        spoiled[1] = '1';
      }
      case CUT -> spoiled = Arrays.copyOf(rows, rows.length - 7);
    }
    return spoiled;
  }
}
