package org.silverteller.ui;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.silverteller.money.Denomination;

/**
 * Stylised notes: known by their colour and a big figure, unlike a real note in everything else.
 * Colours are those of the fifth series of the renminbi.
 */
final class NotePictures {

  /** Width by height, about that of the hundred-yuan note (155 mm × 77 mm). */
  static final double SHAPE = 2.0;

  private static final int PETALS = 8;

  private NotePictures() {}

  static int ink(Denomination denomination) {
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

  static int tint(Denomination denomination) {
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
    int corner = Math.max(2, height / 12);
    int edge = Math.max(1, height / 40);
    Rect note = new Rect(x, y, width, height);
    canvas.round(note, corner, ink);
    Rect face = note.inset(edge);
    canvas.round(face, corner - edge, tint);
    canvas.round(note.left(Math.max(2 * corner, width / 10)), corner, ink);
    canvas.fill(
        new Rect(x + width / 10, y + edge, Math.max(0, 2 * corner - width / 10), height - 2 * edge),
        tint);
    rosette(canvas, x + width * 31 / 40, y + height / 2, height / 3, soft, tint);

    Type figure = sheet.bodyBold();
    figure = new Type(figure.face(), (int) (height * 0.5));
    canvas.text(
        denomination.toString(),
        x + width * 0.145,
        (int) Math.round(y + height * 0.5 + figure.px() * 0.367),
        figure,
        ink);
  }

  /** Petals around a centre: an ornament, where a real note has a portrait. */
  private static void rosette(Canvas canvas, int x, int y, int radius, int rgb, int ground) {
    canvas.shape(new Petals(radius), () -> petals(radius), x, y, rgb);
    disc(canvas, x, y, radius / 2, ground);
    disc(canvas, x, y, radius * 3 / 8, rgb);
    disc(canvas, x, y, radius / 6, ground);
  }

  private record Petals(int radius) {}

  private static Shape petals(double radius) {
    Path2D petals = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (int i = 0; i < PETALS; i++) {
      Shape petal =
          new Ellipse2D.Double(radius * 0.25, -radius * 0.26, radius * 0.75, radius * 0.52);
      AffineTransform turn = AffineTransform.getRotateInstance(2 * Math.PI * i / PETALS);
      petals.append(turn.createTransformedShape(petal), false);
    }
    return petals;
  }

  private static void disc(Canvas canvas, int x, int y, int radius, int rgb) {
    canvas.round(new Rect(x - radius, y - radius, 2 * radius, 2 * radius), radius, rgb);
  }
}
