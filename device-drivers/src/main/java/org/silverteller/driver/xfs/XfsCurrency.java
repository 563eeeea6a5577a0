package org.silverteller.driver.xfs;

/**
 * The currency of a machine's notes, and in what a service tells their values.
 *
 * @param code such as CNY
 * @param exponent of the values: a value is ulValues × 10^exponent yuan
 */
record XfsCurrency(String code, int exponent) {

  /**
   * Asks a service; one that does not tell has an exponent of 0.
   *
   * @param category WFS_INF_CDM_CURRENCY_EXP or WFS_INF_CIM_CURRENCY_EXP
   * @param entry of the list that it answers with
   */
  static XfsCurrency read(XfsService service, int category, XfsStructure entry, String code)
      throws XfsFault {
    try (XfsResult result = service.info(category)) {
      return new XfsCurrency(
          code,
          result.list(entry, service.dialect()).stream()
              .filter(told -> code.equals(told.chars("cCurrencyID")))
              .map(told -> (int) (short) told.word("sExponent"))
              .findFirst()
              .orElse(0));
    }
  }

  /** Whether a unit or note type is of this currency, by its cCurrencyID. */
  boolean isOf(XfsRecord told) {
    return code.equals(told.chars("cCurrencyID"));
  }

  /** The ulValues of a unit, note type or item in whole yuan; values below one are coins. */
  long yuan(XfsRecord told) {
    return yuan(told.ulong("ulValues"));
  }

  /** A value or amount in whole yuan. */
  long yuan(long value) {
    long yuan = value;
    for (int power = exponent; power < 0; power++) {
      yuan /= 10;
    }
    for (int power = 0; power < exponent; power++) {
      yuan *= 10;
    }
    return yuan;
  }
}
