package org.silverteller.ui;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.silverteller.money.Denomination;

/**
 * Stylised notes: known by their colour and a big figure, unlike a real note in everything else.
 * Colours are those of the fifth series of the renminbi.
 */
final class NotePictures {

  /** Width by height, about that of the hundred-yuan note (155 mm × 77 mm). */
  static final double SHAPE = 2.0;

  private NotePictures() {}

  private static int ink(Denomination denomination) {
    return switch (denomination.yuan()) {
      case 100 -> 0x9C1F2B;
      case 50 -> 0x1B5C3C;
      case 20 -> 0x6E4412;
      case 10 -> 0x1F4680;
      case 5 -> 0x5B3272;
      case 1 -> 0x55591A;
      default -> 0x3C474D;
    };
  }

  private static int tint(Denomination denomination) {
    return switch (denomination.yuan()) {
      case 100 -> 0xF6C9C6;
      case 50 -> 0xC4E3CC;
      case 20 -> 0xEBD3A9;
      case 10 -> 0xC3DAF2;
      case 5 -> 0xDDCBEA;
      case 1 -> 0xE0E2B4;
      default -> 0xDDE2E4;
    };
  }

  static int height(int width) {
    return (int) Math.round(width / SHAPE);
  }

  static void draw(Sheet sheet, Denomination denomination, int x, int y, int width) {
    Canvas canvas = sheet.canvas();
    int height = height(width);
    int ink = ink(denomination);
    int tint = tint(denomination);
    int soft = Canvas.mixed(tint, ink, 60);
    double corner = height * 0.08;
    Rect note = new Rect(x, y, width, height);
    canvas.round(note, corner, tint, Math.max(1, height / 40), ink);

    Area within =
        new Area(new RoundRectangle2D.Double(x, y, width, height, 2 * corner, 2 * corner));
    Area stripe = new Area(new java.awt.geom.Rectangle2D.Double(x, y, width * 0.09, height));
    stripe.intersect(within);
    canvas.fill(stripe, ink);
    rosette(canvas, x + width * 0.76, y + height * 0.5, height * 0.36, soft, tint);

    Type figure = sheet.bodyBold();
    figure = new Type(figure.face(), (int) (height * 0.56));
    canvas.text(
        denomination.toString(),
        x + width * 0.155,
        (int) Math.round(y + height * 0.5 + figure.px() * 0.367),
        figure,
        ink);
  }

  /** Petals around a centre: an ornament, where a real note has a portrait. */
  private static void rosette(
      Canvas canvas, double cx, double cy, double radius, int rgb, int ground) {
    Path2D petals = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int count = 8;
    for (int i = 0; i < count; i++) {
      AffineTransform turn = AffineTransform.getRotateInstance(2 * Math.PI * i / count, cx, cy);
      Shape petal =
          new Ellipse2D.Double(
              cx + radius * 0.25, cy - radius * 0.26, radius * 0.75, radius * 0.52);
      petals.append(turn.createTransformedShape(petal), false);
    }
    canvas.fill(petals, rgb);
    disc(canvas, cx, cy, radius * 0.5, ground);
    disc(canvas, cx, cy, radius * 0.36, rgb);
    disc(canvas, cx, cy, radius * 0.16, ground);
  }

  private static void disc(Canvas canvas, double cx, double cy, double radius, int rgb) {
    canvas.fill(new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius), rgb);
  }
}
