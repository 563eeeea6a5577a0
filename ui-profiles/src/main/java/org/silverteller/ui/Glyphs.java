package org.silverteller.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.LinkedHashMap;
import java.util.Map;

/** Glyphs as coverage masks, drawn once and kept while they are used. */
final class Glyphs {

  /** Glyphs stand on quarter pixels. */
  static final int STEPS = 4;

  private static final int KEPT = 1500;

  /**
   * @param left, top from the pen's pixel to the mask's corner
   * @param coverage 0–255, row by row
   */
  record Mask(int left, int top, int width, int height, byte[] coverage) {}

  private record Key(Typeface face, int glyph, int px, int step) {}

  private final Map<Key, Mask> masks =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Mask> eldest) {
          return size() > KEPT;
        }
      };

  private BufferedImage scratch = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);

  Mask mask(Type type, int glyph, int step) {
    Key key = new Key(type.face(), glyph, type.px(), step);
    Mask mask = masks.get(key);
    if (mask == null) {
      mask = draw(type.face().outline(glyph, type.px()), step / (double) STEPS);
      masks.put(key, mask);
    }
    return mask;
  }

  private Mask draw(Path2D outline, double shift) {
    outline.transform(AffineTransform.getTranslateInstance(shift, 0));
    Rectangle box = outline.getBounds();
    if (box.isEmpty()) {
      return new Mask(0, 0, 0, 0, new byte[0]);
    }
    box.grow(1, 1);
    if (scratch.getWidth() < box.width || scratch.getHeight() < box.height) {
      int width = Math.max(scratch.getWidth(), box.width);
      int height = Math.max(scratch.getHeight(), box.height);
      scratch = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }
    int stride = scratch.getWidth();
    int[] pixels = ((DataBufferInt) scratch.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < box.height; y++) {
      java.util.Arrays.fill(pixels, y * stride, y * stride + box.width, 0);
    }
    Graphics2D pen = scratch.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.translate(-box.x, -box.y);
    pen.fill(outline);
    pen.dispose();
    byte[] coverage = new byte[box.width * box.height];
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        coverage[y * box.width + x] = (byte) (pixels[y * stride + x] >>> 24);
      }
    }
    return new Mask(box.x, box.y, box.width, box.height, coverage);
  }
}
