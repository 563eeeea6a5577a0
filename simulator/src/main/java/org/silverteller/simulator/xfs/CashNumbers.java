package org.silverteller.simulator.xfs;

import java.util.List;
import org.silverteller.money.CashUnit;
import org.silverteller.money.Denomination;

/** What providers of dispensers (CDM) and acceptors (CIM) tell in the same numbers. */
final class CashNumbers {

  static final String CURRENCY = "CNY";

  /** For units of no currency. */
  static final String NO_CURRENCY = "   ";

  /** Values are told in fen. */
  private static final int EXPONENT = -2;

  static final int FEN = 100;

  private CashNumbers() {}

  /** The ulValues of a note. */
  static long value(Denomination denomination) {
    return (long) denomination.yuan() * FEN;
  }

  /** The usStatus and usPStatus of a unit. */
  static int status(CashUnit unit) {
    return switch (unit.state()) {
      case OK -> 0;
      case FULL -> 1;
      case LOW -> 3;
      case EMPTY -> 4;
      case INOPERATIVE -> 5;
      case MISSING -> 6;
    };
  }

  /**
   * Completes a request for the exponent of values.
   *
   * @param structure WFSCDMCURRENCYEXP or WFSCIMCURRENCYEXP
   */
  static void tellExponent(XfsCall call, String structure) {
    XfsCall.Told told = call.told();
    NativeStructure yuan =
        told.structure(structure)
            .chars("cCurrencyID", CURRENCY, told.charset())
            .number("sExponent", EXPONENT);
    call.complete(told, told.list(List.of(yuan)));
  }
}
