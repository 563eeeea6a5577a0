package org.silverteller.ui;

/**
 * A typeface at a size.
 *
 * @param px the em, in pixels
 */
record Type(Typeface face, int px) {

  /** Where the base line stands in a line box of 1 em (CJK ideographic em box). */
  private static final double ASCENT = 0.88;

  /** The advance of a text, in pixels. */
  double width(String text) {
    double width = 0;
    int before = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int glyph = face.glyph(text.codePointAt(i));
      width += (before < 0 ? 0 : face.kern(before, glyph)) + face.advance(glyph);
      before = glyph;
    }
    return width * px;
  }

  double ascent() {
    return ASCENT * px;
  }

  Type scaled(double factor) {
    return new Type(face, (int) Math.floor(px * factor));
  }
}
