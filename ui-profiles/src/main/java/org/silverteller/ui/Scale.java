package org.silverteller.ui;

/**
 * A screen: millimetres to pixels, and the typefaces on it.
 *
 * @param diagonalInch of the visible area
 */
record Scale(
    int widthPx, int heightPx, double diagonalInch, Typeface regularFace, Typeface boldFace) {

  private static final double MM_PER_INCH = 25.4;

  Scale {
    if (widthPx <= 0 || heightPx <= 0 || !(diagonalInch > 0)) {
      throw new IllegalArgumentException(
          "screen of %d × %d px, %s inch: expected positive sizes"
              .formatted(widthPx, heightPx, diagonalInch));
    }
  }

  double pxPerMm() {
    return Math.hypot(widthPx, heightPx) / (MM_PER_INCH * diagonalInch);
  }

  /** Rounded up: never smaller on the glass than asked (service rules 1.2). */
  int px(double mm) {
    return (int) Math.ceil(mm * pxPerMm());
  }

  Type regular(double mm) {
    return new Type(regularFace, px(mm));
  }

  Type bold(double mm) {
    return new Type(boldFace, px(mm));
  }
}
