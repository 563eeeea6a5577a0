package org.silverteller.ui;

import java.awt.geom.Path2D;
import java.util.SortedSet;
import org.silverteller.money.Denomination;

/** What the machine looks like to its customer: slots, things in them, the keypad. */
final class Drawings {

  private static final int BEZEL = 0x24343B;
  private static final int SLOT = 0x05090B;
  private static final int LIT = 0x7FE0C3;
  private static final int CARD = 0x1C6E8C;
  private static final int CARD_SHADE = 0x155570;
  private static final int CHIP = 0xE9C46A;
  private static final int KEY = 0xEEF2F1;
  private static final int PAPER = 0xFFFFFF;

  private Drawings() {}

  /** A card on its way into the slot above it, chip first, and an arrow up. */
  static void cardGoingIn(Sheet sheet, Rect box) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.46);
    int top = bezel.bottom() + box.height() / 40;
    card(sheet, new Rect(box.middleX() - width / 2, top, width, (int) (width * 1.4)), true);
    arrow(sheet, box.right() - box.width() / 7, bezel.bottom() + box.height() / 12, box, true);
    arrow(sheet, box.x() + box.width() / 7, bezel.bottom() + box.height() / 12, box, true);
  }

  /** A card half out of the slot above it, and an arrow down. */
  static void cardComingOut(Sheet sheet, Rect box) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.46);
    int hidden = (int) (width * 0.25);
    Rect card =
        new Rect(box.middleX() - width / 2, bezel.middleY() - hidden, width, (int) (width * 1.4));
    comingOut(sheet, bezel, card, () -> card(sheet, card, false));
    arrow(sheet, box.right() - box.width() / 7, bezel.bottom() + box.height() / 12, box, false);
    arrow(sheet, box.x() + box.width() / 7, bezel.bottom() + box.height() / 12, box, false);
  }

  /** Notes half out of the slot above them, and an arrow down. */
  static void cashComingOut(Sheet sheet, Rect box, SortedSet<Denomination> notes) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.74);
    int height = (int) (width * 0.6);
    Rect bundle = new Rect(box.middleX() - width / 2, bezel.middleY(), width, height);
    comingOut(sheet, bezel, bundle, () -> bundle(sheet, bundle, notes));
    arrow(sheet, box.middleX(), bundle.bottom() + box.height() / 14, box, false);
  }

  private static void bundle(Sheet sheet, Rect box, SortedSet<Denomination> notes) {
    Denomination front = notes.last();
    int step = Math.max(2, box.height() / 22);
    for (int i = 3; i >= 0; i--) {
      NotePictures.draw(
          sheet,
          front,
          box.x() + (i % 2) * step / 2,
          box.bottom() - NotePictures.height(box.width()) - i * step,
          box.width());
    }
  }

  /** The slot's front covers what has not come out yet. */
  private static void comingOut(Sheet sheet, Rect bezel, Rect thing, Runnable drawing) {
    drawing.run();
    Canvas canvas = sheet.canvas();
    Rect above = new Rect(bezel.x(), bezel.y(), bezel.width(), bezel.height() / 2);
    Rect lid = new Rect(above.x(), thing.y() - 2, above.width(), above.bottom() - thing.y() + 2);
    if (thing.y() < bezel.y()) {
      canvas.fill(lid.top(bezel.y() - lid.y()), sheet.colours().surface());
    }
    canvas.round(above, bezel.height() / 5.0, BEZEL);
    canvas.fill(above.bottom(above.height() / 2), BEZEL);
    canvas.fill(mouth(bezel).top(mouth(bezel).height() / 2), SLOT);
  }

  private static Rect slot(Sheet sheet, Rect box) {
    Canvas canvas = sheet.canvas();
    Rect bezel = box.top((int) (box.height() * 0.24));
    canvas.round(bezel, bezel.height() / 5.0, BEZEL);
    Rect mouth = mouth(bezel);
    canvas.round(mouth.inset(-mouth.height() / 2, -mouth.height() / 2), mouth.height(), LIT);
    canvas.round(mouth, mouth.height() / 2.0, SLOT);
    return bezel;
  }

  private static Rect mouth(Rect bezel) {
    int height = Math.max(4, bezel.height() / 7);
    return bezel.centred((int) (bezel.width() * 0.84), height);
  }

  private static void card(Sheet sheet, Rect box, boolean chipUp) {
    Canvas canvas = sheet.canvas();
    double corner = box.width() * 0.07;
    canvas.round(box, corner, CARD);
    Rect shade = chipUp ? box.bottom(box.height() / 3) : box.bottom(box.height() / 4);
    canvas.round(shade, corner, CARD_SHADE);
    canvas.fill(shade.top(shade.height() / 2), CARD_SHADE);
    int chip = box.width() / 4;
    Rect place =
        new Rect(
            box.middleX() - chip / 2, box.y() + (chipUp ? box.height() / 8 : chip), chip, chip);
    canvas.round(place, chip * 0.18, CHIP);
    canvas.fill(new Rect(place.x(), place.middleY(), chip, Math.max(1, chip / 16)), CARD_SHADE);
    canvas.fill(new Rect(place.middleX(), place.y(), Math.max(1, chip / 16), chip), CARD_SHADE);
    for (int i = 0; i < 3; i++) {
      int width = box.width() * (i == 2 ? 4 : 7) / 10;
      int y = box.y() + box.height() * (54 + 12 * i) / 100;
      canvas.round(
          new Rect(box.x() + box.width() * 15 / 100, y, width, Math.max(2, box.height() / 30)),
          2,
          PAPER);
    }
  }

  private static void arrow(Sheet sheet, int x, int y, Rect box, boolean up) {
    double length = Math.min(box.height() * 0.3, box.bottom() - y - 2.0);
    double head = Math.min(length * 0.45, box.width() * 0.08);
    double tip = up ? y : y + length;
    double tail = up ? y + length : y;
    double neck = up ? tip + head : tip - head;
    Path2D path = new Path2D.Double();
    path.moveTo(x, tip);
    path.lineTo(x + head, neck);
    path.lineTo(x + head * 0.42, neck);
    path.lineTo(x + head * 0.42, tail);
    path.lineTo(x - head * 0.42, tail);
    path.lineTo(x - head * 0.42, neck);
    path.lineTo(x - head, neck);
    path.closePath();
    sheet.canvas().fill(path, sheet.colours().accent());
  }

  /**
   * The pad below the screen: digits, and at its right Cancel with a cross, Clear with an arrow,
   * Enter with a ring (service rules 1.1.17), of which Enter is shown large in colour.
   */
  static void keypad(Sheet sheet, Rect box) {
    Canvas canvas = sheet.canvas();
    int unit = Math.min(box.width() / 4, box.height() / 4);
    Rect pad = box.centred(unit * 4, unit * 4);
    canvas.round(pad.inset(-unit / 6), unit * 0.2, BEZEL);
    Type digits = new Type(sheet.heading().face(), (int) (unit * 0.46));
    String keys = "123456789*0#";
    int gap = Math.max(2, unit / 10);
    for (int i = 0; i < keys.length(); i++) {
      Rect key = cell(pad, unit, i % 3, i / 3, 1).inset(gap / 2);
      canvas.round(key, unit * 0.12, KEY);
      String digit = keys.substring(i, i + 1);
      canvas.text(
          digit,
          key.middleX() - digits.width(digit) / 2,
          (int) Math.round(key.middleY() + digits.px() * 0.367),
          digits,
          0x14262E);
    }
    function(sheet, cell(pad, unit, 3, 0, 1).inset(gap / 2), Icon.CROSS, 0xB3261E, 0xFFFFFF);
    function(sheet, cell(pad, unit, 3, 1, 1).inset(gap / 2), Icon.BACK, 0xF2C230, 0x14262E);
    Rect enter = cell(pad, unit, 3, 2, 2).inset(gap / 2);
    canvas.round(enter, unit * 0.12, 0x0B7A4B);
    canvas.stroke(
        new java.awt.geom.Ellipse2D.Double(
            enter.middleX() - unit * 0.24, enter.middleY() - unit * 0.24, unit * 0.48, unit * 0.48),
        unit * 0.09,
        0xFFFFFF);
  }

  private static Rect cell(Rect pad, int unit, int column, int row, int rows) {
    return new Rect(pad.x() + column * unit, pad.y() + row * unit, unit, unit * rows);
  }

  private static void function(Sheet sheet, Rect key, Icon icon, int rgb, int mark) {
    sheet.canvas().round(key, key.width() * 0.13, rgb);
    icon.draw(sheet.canvas(), key.inset(key.width() / 4), mark);
  }
}
