package org.silverteller.ui;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.silverteller.money.Denomination;

/** What the machine looks like to its customer: slots, things in them, the keypad. */
final class Drawings {

  private static final int BEZEL = 0x24343B;
  private static final int SLOT = 0x05090B;
  private static final int LIT = 0x7FE0C3;
  static final int CARD = 0x1C6E8C;
  private static final int CARD_SHADE = 0x155570;
  private static final int CHIP = 0xE9C46A;
  private static final int KEY = 0xEEF2F1;
  private static final int PAPER = 0xFFFFFF;

  private Drawings() {}

  /** Height of a slot and what goes in or comes out, for a width of 1. */
  static final double SHAPE = 0.96;

  /** A card on its way into the slot above it, chip first, and an arrow up. */
  static void cardGoingIn(Sheet sheet, Rect box) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.46);
    int top = bezel.bottom() + box.width() / 30;
    card(sheet, new Rect(box.middleX() - width / 2, top, width, (int) (width * 1.4)), true);
    arrow(sheet, box.right() - box.width() / 7, bezel.bottom() + box.width() / 9, box, true);
    arrow(sheet, box.x() + box.width() / 7, bezel.bottom() + box.width() / 9, box, true);
  }

  /** A card half out of the slot above it, and an arrow down. */
  static void cardComingOut(Sheet sheet, Rect box) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.46);
    int hidden = (int) (width * 0.25);
    Rect card =
        new Rect(box.middleX() - width / 2, bezel.middleY() - hidden, width, (int) (width * 1.4));
    comingOut(sheet, bezel, card, () -> card(sheet, card, false));
    arrow(sheet, box.right() - box.width() / 7, bezel.bottom() + box.width() / 9, box, false);
    arrow(sheet, box.x() + box.width() / 7, bezel.bottom() + box.width() / 9, box, false);
  }

  /**
   * Something half out of the slot above it, and arrows down beside it.
   *
   * @param wide its width as a part of the slot's
   * @param high its height as a part of its width
   */
  static void comingOut(Sheet sheet, Rect box, double wide, double high, Consumer<Rect> thing) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * wide);
    Rect place = new Rect(box.middleX() - width / 2, bezel.middleY(), width, (int) (width * high));
    comingOut(sheet, bezel, place, () -> thing.accept(place));
    arrow(sheet, box.middleX(), place.bottom() + box.width() / 16, box, false);
  }

  /** Notes half out of the slot above them, and an arrow down. */
  static void cashComingOut(Sheet sheet, Rect box, SortedSet<Denomination> notes) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.74);
    int height = (int) (width * 0.6);
    Rect bundle = new Rect(box.middleX() - width / 2, bezel.middleY(), width, height);
    comingOut(sheet, bezel, bundle, () -> bundle(sheet, bundle, notes));
    arrow(sheet, box.middleX(), bundle.bottom() + box.width() / 16, box, false);
  }

  /** Notes on their way into the slot above them, and an arrow up. */
  static void cashGoingIn(Sheet sheet, Rect box, SortedSet<Denomination> notes) {
    Rect bezel = slot(sheet, box);
    int width = (int) (bezel.width() * 0.74);
    int height = (int) (width * 0.6);
    int top = bezel.bottom() + box.width() / 24;
    Rect bundle = new Rect(box.middleX() - width / 2, top, width, height);
    bundle(sheet, bundle, notes);
    arrow(sheet, box.middleX(), bundle.bottom() + box.width() / 16, box, true);
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
      canvas.fill(lid.top(bezel.y() - lid.y()), sheet.colours().calm());
    }
    canvas.roundTop(above, bezel.height() / 5.0, BEZEL);
    Rect mouth = mouth(bezel);
    Rect light = light(mouth);
    canvas.roundTop(light.top(light.height() / 2), light.height() / 2.0, LIT);
    canvas.roundTop(mouth.top(mouth.height() / 2), mouth.height() / 2.0, SLOT);
  }

  private static Rect slot(Sheet sheet, Rect box) {
    Canvas canvas = sheet.canvas();
    Rect bezel = box.top((int) (box.width() * 0.26));
    canvas.round(bezel, bezel.height() / 5.0, BEZEL);
    Rect mouth = mouth(bezel);
    canvas.round(light(mouth), mouth.height(), LIT);
    canvas.round(mouth, mouth.height() / 2.0, SLOT);
    return bezel;
  }

  /** The guide light around a slot. */
  private static Rect light(Rect mouth) {
    return mouth.inset(-mouth.height() / 2, -mouth.height() / 2);
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
    int length = Math.min(box.width() * 36 / 100, box.bottom() - y - 2);
    int head = Math.min(length * 45 / 100, box.width() * 8 / 100);
    Rect shaft =
        new Rect(x - head * 2 / 5, up ? y + head : y, head * 4 / 5, Math.max(0, length - head));
    sheet.canvas().fill(shaft, sheet.colours().accent());
    sheet
        .canvas()
        .shape(
            new Head(head, up),
            () -> head(head, up),
            x,
            up ? y : y + length - head,
            sheet.colours().accent());
  }

  private record Head(int size, boolean up) {}

  private static Shape head(int size, boolean up) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, up ? 0 : size);
    path.lineTo(size, up ? size : 0);
    path.lineTo(-size, up ? size : 0);
    path.closePath();
    return path;
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
    canvas.round(enter.inset(-gap), unit * 0.2, LIT);
    canvas.round(enter, unit * 0.12, 0x0B7A4B);
    int ring = unit / 2;
    canvas.round(enter.centred(ring, ring), ring / 2.0, 0xFFFFFF);
    int hole = ring * 2 / 3;
    canvas.round(enter.centred(hole, hole), hole / 2.0, 0x0B7A4B);
  }

  private static Rect cell(Rect pad, int unit, int column, int row, int rows) {
    return new Rect(pad.x() + column * unit, pad.y() + row * unit, unit, unit * rows);
  }

  private static void function(Sheet sheet, Rect key, Icon icon, int rgb, int mark) {
    sheet.canvas().round(key, key.width() * 0.13, rgb);
    icon.draw(sheet.canvas(), key.inset(key.width() / 4), mark);
  }
}
