package org.silverteller.ui;

import java.awt.Shape;
import java.util.Arrays;
import java.util.function.Supplier;
import org.silverteller.ui.Stencils.Stencil;

/** Pixels to draw on, with boxes, text and stencilled shapes. */
final class Canvas {

  private static final int OPAQUE = 255;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final Stencils stencils;

  Canvas(int width, int height, int background, Stencils stencils) {
    this.width = width;
    this.height = height;
    this.stencils = stencils;
    pixels = new int[width * height];
    Arrays.fill(pixels, background);
  }

  /** One 0x00RRGGBB int a pixel; not to be drawn on any more. */
  int[] finished() {
    return pixels;
  }

  void fill(Rect box, int rgb) {
    int left = Math.max(0, box.x());
    int right = Math.min(width, box.right());
    for (int y = Math.max(0, box.y()); y < Math.min(height, box.bottom()) && left < right; y++) {
      Arrays.fill(pixels, y * width + left, y * width + right, rgb);
    }
  }

  /** A box with round corners; a square box whose corner is half its side is a disc. */
  void round(Rect box, double corner, int rgb) {
    int c = corner(box, corner);
    roundTop(box.top(box.height() - c), c, rgb);
    Stencil disc = stencils.disc(2 * c);
    Rect foot = box.bottom(c);
    fill(foot.inset(c, 0), rgb);
    blend(disc, new Rect(0, c, c, c), foot.x(), foot.y(), rgb);
    blend(disc, new Rect(c, c, c, c), foot.right() - c, foot.y(), rgb);
  }

  /** A box with round corners at its top only. */
  void roundTop(Rect box, double corner, int rgb) {
    int c = corner(box, corner);
    Stencil disc = stencils.disc(2 * c);
    fill(box.top(c).inset(c, 0), rgb);
    blend(disc, new Rect(0, 0, c, c), box.x(), box.y(), rgb);
    blend(disc, new Rect(c, 0, c, c), box.right() - c, box.y(), rgb);
    fill(box.belowBy(c), rgb);
  }

  /** As {@link #round(Rect, double, int)}, with an edge inside the box. */
  void round(Rect box, double corner, int rgb, int edge, int edgeRgb) {
    round(box, corner, edgeRgb);
    round(box.inset(edge), Math.max(0, corner - edge), rgb);
  }

  private static int corner(Rect box, double corner) {
    return Math.min((int) Math.round(corner), Math.min(box.width() / 2, box.height()));
  }

  /**
   * A shape with its origin at a pixel.
   *
   * @param key equal for equal shapes, for they are filled once and kept
   */
  void shape(Object key, Supplier<Shape> shape, int x, int y, int rgb) {
    stencil(stencils.of(key, shape), x, y, rgb);
  }

  /** Draws one line of text, its pen starting at x on the base line. */
  void text(String text, double x, int baseline, Type type, int rgb) {
    double at = x;
    int before = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int glyph = type.face().glyph(text.codePointAt(i));
      at += (before < 0 ? 0 : type.face().kern(before, glyph)) * type.px();
      int quarters = (int) Math.round(at * Stencils.STEPS);
      int step = Math.floorMod(quarters, Stencils.STEPS);
      stencil(
          stencils.glyph(type, glyph, step),
          Math.floorDiv(quarters, Stencils.STEPS),
          baseline,
          rgb);
      at += type.face().advance(glyph) * type.px();
      before = glyph;
    }
  }

  private void stencil(Stencil stencil, int x, int y, int rgb) {
    Rect whole = new Rect(0, 0, stencil.width(), stencil.height());
    blend(stencil, whole, x + stencil.left(), y + stencil.top(), rgb);
  }

  /** Lays a part of a stencil with its corner at (left, top). */
  private void blend(Stencil stencil, Rect part, int left, int top, int rgb) {
    byte[] coverage = stencil.coverage();
    int from = Math.max(0, -left);
    int to = Math.min(part.width(), width - left);
    for (int y = Math.max(0, -top); y < Math.min(part.height(), height - top); y++) {
      int row = (top + y) * width + left;
      int source = (part.y() + y) * stencil.width() + part.x();
      for (int x = from; x < to; x++) {
        int cover = coverage[source + x] & 0xFF;
        if (cover == OPAQUE) {
          pixels[row + x] = rgb;
        } else if (cover != 0) {
          pixels[row + x] = mixed(pixels[row + x], rgb, cover);
        }
      }
    }
  }

  /** The one colour over the other, in 255ths. */
  static int mixed(int under, int over, int share) {
    int r = channel(under >> 16 & 0xFF, over >> 16 & 0xFF, share);
    int g = channel(under >> 8 & 0xFF, over >> 8 & 0xFF, share);
    int b = channel(under & 0xFF, over & 0xFF, share);
    return r << 16 | g << 8 | b;
  }

  private static int channel(int under, int over, int share) {
    return (under * (OPAQUE - share) + over * share + OPAQUE / 2) / OPAQUE;
  }
}
