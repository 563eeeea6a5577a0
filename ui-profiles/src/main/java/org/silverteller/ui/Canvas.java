package org.silverteller.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Pixels to draw on: shapes by Java2D, text by glyph masks. */
final class Canvas {

  private final int width;
  private final int height;
  private final int[] pixels;
  private final Graphics2D pen;
  private final Glyphs glyphs;

  Canvas(int width, int height, int background, Glyphs glyphs) {
    this.width = width;
    this.height = height;
    this.glyphs = glyphs;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(pixels, background);
    pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** One 0x00RRGGBB int a pixel; nothing is drawn after this. */
  int[] finished() {
    pen.dispose();
    return pixels;
  }

  void fill(Rect box, int rgb) {
    for (int y = Math.max(0, box.y()); y < Math.min(height, box.bottom()); y++) {
      Arrays.fill(
          pixels, y * width + Math.max(0, box.x()), y * width + Math.min(width, box.right()), rgb);
    }
  }

  void fill(Shape shape, int rgb) {
    pen.setColor(new Color(rgb));
    pen.fill(shape);
  }

  void stroke(Shape shape, double thickness, int rgb) {
    pen.setColor(new Color(rgb));
    pen.setStroke(
        new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(shape);
  }

  /**
   * A filled box with round corners; its middle is filled without antialiasing, which is faster.
   */
  void round(Rect box, double corner, int rgb) {
    int c = Math.min((int) Math.ceil(corner), Math.min(box.width(), box.height()) / 2);
    fill(new RoundRectangle2D.Double(box.x(), box.y(), box.width(), 2 * c, 2 * c, 2 * c), rgb);
    fill(
        new RoundRectangle2D.Double(
            box.x(), box.bottom() - 2 * c, box.width(), 2 * c, 2 * c, 2 * c),
        rgb);
    fill(box.inset(0, c), rgb);
  }

  /** As {@link #round(Rect, double, int)}, with an edge inside the box. */
  void round(Rect box, double corner, int rgb, int edge, int edgeRgb) {
    round(box, corner, edgeRgb);
    round(box.inset(edge), Math.max(0, corner - edge), rgb);
  }

  /** Draws one line of text, its pen starting at x on the base line. */
  void text(String text, double x, int baseline, Type type, int rgb) {
    double at = x;
    int before = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int glyph = type.face().glyph(text.codePointAt(i));
      at += (before < 0 ? 0 : type.face().kern(before, glyph)) * type.px();
      int quarters = (int) Math.round(at * Glyphs.STEPS);
      int pixel = Math.floorDiv(quarters, Glyphs.STEPS);
      blend(glyphs.mask(type, glyph, Math.floorMod(quarters, Glyphs.STEPS)), pixel, baseline, rgb);
      at += type.face().advance(glyph) * type.px();
      before = glyph;
    }
  }

  private void blend(Glyphs.Mask mask, int penX, int penY, int rgb) {
    int left = penX + mask.left();
    int top = penY + mask.top();
    int from = Math.max(0, -left);
    int to = Math.min(mask.width(), width - left);
    for (int y = Math.max(0, -top); y < Math.min(mask.height(), height - top); y++) {
      int row = (top + y) * width + left;
      int source = y * mask.width();
      for (int x = from; x < to; x++) {
        int cover = mask.coverage()[source + x] & 0xFF;
        if (cover == 255) {
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
    return (under * (255 - share) + over * share + 127) / 255;
  }
}
