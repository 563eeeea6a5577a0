package org.silverteller.ui;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Shapes as coverage, filled by Java2D once and kept while they are used. */
final class Stencils {

  /** Glyphs stand on quarter pixels. */
  static final int STEPS = 4;

  private static final int KEPT = 1500;

  /**
   * A shape's coverage of pixels.
   *
   * @param left, top from the shape's origin to the first pixel
   * @param coverage 0–255, row by row
   */
  record Stencil(int left, int top, int width, int height, byte[] coverage) {}

  private record Glyph(Typeface face, int glyph, int px, int step) {}

  private record Disc(int diameter) {}

  private final Map<Object, Stencil> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Stencil> eldest) {
          return size() > KEPT;
        }
      };

  private BufferedImage scratch = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);

  /** A glyph whose pen stands {@code step} quarters of a pixel right of the origin. */
  Stencil glyph(Type type, int glyph, int step) {
    return of(
        new Glyph(type.face(), glyph, type.px(), step),
        () -> {
          Path2D outline = type.face().outline(glyph, type.px());
          outline.transform(AffineTransform.getTranslateInstance(step / (double) STEPS, 0));
          return outline;
        });
  }

  Stencil disc(int diameter) {
    return of(new Disc(diameter), () -> new Ellipse2D.Double(0, 0, diameter, diameter));
  }

  /**
   * @param key equal for equal shapes
   */
  Stencil of(Object key, Supplier<Shape> shape) {
    Stencil stencil = kept.get(key);
    if (stencil == null) {
      stencil = filled(shape.get());
      kept.put(key, stencil);
    }
    return stencil;
  }

  private Stencil filled(Shape shape) {
    Rectangle box = shape.getBounds();
    if (box.isEmpty()) {
      return new Stencil(0, 0, 0, 0, new byte[0]);
    }
    makeRoom(box);
    int stride = scratch.getWidth();
    int[] pixels = ((DataBufferInt) scratch.getRaster().getDataBuffer()).getData();
    Arrays.fill(pixels, 0, box.height * stride, 0);
    Graphics2D pen = scratch.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.translate(-box.x, -box.y);
    pen.fill(shape);
    pen.dispose();
    byte[] coverage = new byte[box.width * box.height];
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        coverage[y * box.width + x] = (byte) (pixels[y * stride + x] >>> 24);
      }
    }
    return new Stencil(box.x, box.y, box.width, box.height, coverage);
  }

  private void makeRoom(Rectangle box) {
    if (scratch.getWidth() < box.width || scratch.getHeight() < box.height) {
      int width = Math.max(scratch.getWidth(), box.width);
      int height = Math.max(scratch.getHeight(), box.height);
      scratch = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }
  }
}
