package org.silverteller.ui;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A TrueType typeface: outlines, advances and kerning in em, y downwards.
 *
 * <p>It is read here and not by {@code java.awt.Font}, which asks the platform for fontconfig,
 * FreeType and installed fonts, and fails or paints otherwise where they are missing. Read are the
 * tables {@code head, hhea, maxp, hmtx, loca, glyf, cmap} (format 4) and {@code kern} (format 0) of
 * the OpenType specification 1.9; composite glyphs are not.
 */
final class Typeface {

  private static final int HEADER = 12;
  private static final int TABLE_RECORD = 16;

  private static final int ON_CURVE = 1;
  private static final int X_SHORT = 2;
  private static final int Y_SHORT = 4;
  private static final int REPEAT = 8;
  private static final int X_SAME_OR_POSITIVE = 16;
  private static final int Y_SAME_OR_POSITIVE = 32;

  private final String name;
  private final ByteBuffer file;
  private final Map<String, Integer> tables = new HashMap<>();
  private final double unitsPerEm;
  private final boolean longOffsets;
  private final int advances;
  private final int glyphs;
  private final int characters;
  private final int[] kernPairs;
  private final short[] kernValues;

  private Typeface(String name, byte[] bytes) {
    this.name = name;
    this.file = ByteBuffer.wrap(bytes);
    for (int i = 0; i < file.getShort(4); i++) {
      int at = HEADER + TABLE_RECORD * i;
      tables.put(new String(bytes, at, 4, StandardCharsets.US_ASCII), file.getInt(at + 8));
    }
    unitsPerEm = unsigned(table("head") + 18);
    longOffsets = file.getShort(table("head") + 50) == 1;
    advances = unsigned(table("hhea") + 34);
    glyphs = unsigned(table("maxp") + 4);
    characters = formatFour();
    int pairs = tables.containsKey("kern") ? unsigned(table("kern") + 10) : 0;
    kernPairs = new int[pairs];
    kernValues = new short[pairs];
    for (int i = 0; i < pairs; i++) {
      int at = table("kern") + 18 + 6 * i;
      kernPairs[i] = file.getInt(at);
      kernValues[i] = file.getShort(at + 4);
    }
  }

  /**
   * @param resource beside this class
   * @throws IllegalArgumentException when it is missing, or not such a TrueType file
   */
  static Typeface load(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("typeface " + resource + " is not on the class path");
      }
      return new Typeface(resource, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("typeface " + resource + " cannot be read", e);
    }
  }

  /** The glyph of a character; 0, an empty box, when there is none. */
  int glyph(int codePoint) {
    if (codePoint > 0xFFFF) {
      return 0;
    }
    int segments = unsigned(characters + 6) / 2;
    int ends = characters + 14;
    int starts = ends + 2 * segments + 2;
    int low = 0;
    int high = segments - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (unsigned(ends + 2 * middle) < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int start = unsigned(starts + 2 * low);
    if (codePoint < start) {
      return 0;
    }
    int delta = unsigned(starts + 2 * segments + 2 * low);
    int rangeAt = starts + 4 * segments + 2 * low;
    int range = unsigned(rangeAt);
    if (range == 0) {
      return (codePoint + delta) & 0xFFFF;
    }
    int glyph = unsigned(rangeAt + range + 2 * (codePoint - start));
    return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
  }

  double advance(int glyph) {
    return unsigned(table("hmtx") + 4 * Math.min(glyph, advances - 1)) / unitsPerEm;
  }

  /** What to add to the advance between two glyphs. */
  double kern(int left, int right) {
    int at = Arrays.binarySearch(kernPairs, left << 16 | right);
    return at < 0 ? 0 : kernValues[at] / unitsPerEm;
  }

  /** The outline at a size, its origin at the left end of the base line. */
  Path2D outline(int glyph, double size) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int from = offset(glyph);
    if (from == offset(glyph + 1)) {
      return path;
    }
    int at = table("glyf") + from;
    int contours = file.getShort(at);
    if (contours < 0) {
      throw new IllegalArgumentException(name + ": glyph " + glyph + " is composite");
    }
    trace(at + 10, contours, size / unitsPerEm, path);
    return path;
  }

  private void trace(int at, int contours, double scale, Path2D path) {
    int points = contours == 0 ? 0 : unsigned(at + 2 * (contours - 1)) + 1;
    int instructions = at + 2 * contours;
    int next = instructions + 2 + unsigned(instructions);
    byte[] flags = new byte[points];
    for (int i = 0; i < points; i++) {
      byte flag = file.get(next++);
      flags[i] = flag;
      if ((flag & REPEAT) != 0) {
        for (int again = file.get(next++) & 0xFF; again > 0; again--) {
          flags[++i] = flag;
        }
      }
    }
    double[] x = new double[points];
    double[] y = new double[points];
    next = coordinates(next, flags, X_SHORT, X_SAME_OR_POSITIVE, scale, x);
    coordinates(next, flags, Y_SHORT, Y_SAME_OR_POSITIVE, -scale, y);
    for (int c = 0, first = 0; c < contours; c++) {
      int last = unsigned(at + 2 * c);
      contour(flags, x, y, first, last, path);
      first = last + 1;
    }
  }

  private int coordinates(
      int at, byte[] flags, int shortBit, int sameBit, double scale, double[] values) {
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & sameBit) != 0;
      if ((flags[i] & shortBit) != 0) {
        int step = file.get(at++) & 0xFF;
        value += same ? step : -step;
      } else if (!same) {
        value += file.getShort(at);
        at += 2;
      }
      values[i] = value * scale;
    }
    return at;
  }

  /** Between two points off the curve lies one on it, unwritten (OpenType, glyf). */
  private static void contour(
      byte[] flags, double[] x, double[] y, int first, int last, Path2D path) {
    int count = last - first + 1;
    if (count < 3) {
      return;
    }
    boolean firstOn = (flags[first] & ON_CURVE) != 0;
    double startX = firstOn ? x[first] : (x[first] + x[last]) / 2;
    double startY = firstOn ? y[first] : (y[first] + y[last]) / 2;
    path.moveTo(startX, startY);
    int i = firstOn ? 1 : 0;
    while (i < count) {
      int here = first + i;
      if ((flags[here] & ON_CURVE) != 0) {
        path.lineTo(x[here], y[here]);
        i++;
        continue;
      }
      int then = first + (i + 1) % count;
      if (i + 1 == count) {
        path.quadTo(x[here], y[here], startX, startY);
        i++;
      } else if ((flags[then] & ON_CURVE) != 0) {
        path.quadTo(x[here], y[here], x[then], y[then]);
        i += 2;
      } else {
        path.quadTo(x[here], y[here], (x[here] + x[then]) / 2, (y[here] + y[then]) / 2);
        i++;
      }
    }
    path.closePath();
  }

  private int offset(int glyph) {
    if (glyph < 0 || glyph > glyphs) {
      throw new IllegalArgumentException(name + ": glyph " + glyph + " of " + glyphs);
    }
    int loca = table("loca");
    return longOffsets ? file.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
  }

  private int formatFour() {
    int cmap = table("cmap");
    for (int i = 0; i < unsigned(cmap + 2); i++) {
      int at = cmap + file.getInt(cmap + 8 + 8 * i);
      if (unsigned(at) == 4) {
        return at;
      }
    }
    throw new IllegalArgumentException(name + ": no cmap of format 4");
  }

  private int table(String tag) {
    Integer at = tables.get(tag);
    if (at == null) {
      throw new IllegalArgumentException(name + ": expected a TrueType table '" + tag + "'");
    }
    return at;
  }

  private int unsigned(int at) {
    return file.getShort(at) & 0xFFFF;
  }
}
