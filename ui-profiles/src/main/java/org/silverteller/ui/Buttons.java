package org.silverteller.ui;

import java.util.List;
import org.silverteller.ui.Sheet.Align;

/** The things a finger can touch. */
final class Buttons {

  private Buttons() {}

  /**
   * The colours of a button.
   *
   * @param icon of its drawing
   */
  record Paint(int ground, int edge, int text, int icon) {

    static Paint option(Palette colours) {
      boolean solid = colours.option() == colours.optionEdge();
      return new Paint(
          colours.option(),
          colours.optionEdge(),
          colours.onOption(),
          solid ? colours.onOption() : colours.accent());
    }

    static Paint primary(Palette colours) {
      return new Paint(
          colours.primary(), colours.primary(), colours.onPrimary(), colours.onPrimary());
    }

    static Paint quiet(Palette colours) {
      return new Paint(colours.surface(), colours.accent(), colours.ink(), colours.accent());
    }

    static Paint onBand(Palette colours) {
      return new Paint(colours.band(), colours.onBand(), colours.onBand(), colours.onBand());
    }
  }

  /** A button of the bar. */
  static void small(Sheet sheet, Rect box, Icon icon, String label, String id, Paint paint) {
    sideBySide(sheet, box, icon, label, sheet.bodyBold(), paint);
    sheet.area(box, id, label);
  }

  /** A large button for yes or no. */
  static void answer(Sheet sheet, Rect box, Icon icon, String label, String id, Paint paint) {
    sideBySide(sheet, box, icon, label, sheet.title(), paint);
    sheet.area(box, id, label);
  }

  /** Icon and label, centred; the icon is left out where there is no room for it. */
  private static void sideBySide(
      Sheet sheet, Rect box, Icon icon, String label, Type type, Paint paint) {
    sheet.panel(box, paint.ground(), paint.edge());
    int room = box.width() - 2 * sheet.px(2.5);
    int size = type.px();
    int space = size / 3;
    double text = type.width(label);
    boolean drawn = size + space + text <= room;
    double whole = drawn ? size + space + text : text;
    int x = (int) Math.round(box.middleX() - whole / 2);
    if (drawn) {
      icon.draw(sheet.canvas(), new Rect(x, box.middleY() - size / 2, size, size), paint.icon());
      Rect rest = new Rect(x + size + space, box.y(), (int) Math.ceil(text), box.height());
      sheet.write(label, type, rest, Align.LEFT, paint.text());
    } else {
      sheet.write(label, type, box.inset(sheet.px(2.5), 0), Align.CENTRE, paint.text());
    }
  }

  /** A large option: icon above its label, or at its left where the button is low. */
  static void tile(Sheet sheet, Rect box, Icon icon, String label, String id, Paint paint) {
    sheet.panel(box, paint.ground(), paint.edge());
    int disc = sheet.px(sheet.sizes().heading() * 2.5);
    int line = (int) Math.ceil(sheet.heading().px() * sheet.sizes().lineSpacing());
    int aside = sheet.px(sheet.sizes().margin());
    if (disc + line + sheet.px(10) <= box.height()) {
      int space = sheet.px(3);
      Rect both = box.centred(box.width() - aside, disc + space + line);
      disc(sheet, both.top(disc).centred(disc, disc), icon, paint);
      sheet.write(label, sheet.heading(), both.bottom(line), Align.CENTRE, paint.text());
    } else {
      disc(sheet, box.rightBy(aside).left(disc).centred(disc, disc), icon, paint);
      Rect rest = box.rightBy(2 * aside + disc);
      sheet.write(
          label, sheet.heading(), rest.left(rest.width() - aside / 2), Align.LEFT, paint.text());
    }
    sheet.area(box, id, label);
  }

  private static void disc(Sheet sheet, Rect box, Icon icon, Paint paint) {
    if (paint.edge() == paint.ground()) {
      icon.draw(sheet.canvas(), box.inset(box.width() / 9), paint.icon());
    } else {
      sheet.canvas().round(box, box.width() / 2.0, sheet.colours().calm());
      icon.draw(sheet.canvas(), box.inset(box.width() * 27 / 100), paint.icon());
    }
  }

  /**
   * A large option of one line, or of a large line and smaller ones below it, which share a line
   * where the button is low.
   */
  static void figures(Sheet sheet, Rect box, List<String> lines, String id, Paint paint) {
    sheet.panel(box, paint.ground(), paint.edge());
    int room = box.width() - 2 * sheet.px(3);
    Stack stack = new Stack(sheet, room, Align.CENTRE);
    Type first =
        switch (lines.size()) {
          case 1 -> sheet.title();
          case 2 -> sheet.amount();
          default -> sheet.heading();
        };
    stack.text(lines.get(0), first, paint.text(), 0);
    List<String> small = lines.subList(1, lines.size());
    int line = (int) Math.ceil(sheet.body().px() * sheet.sizes().lineSpacing());
    boolean low = stack.height() + small.size() * line > box.height();
    for (String words : low ? joined(small) : small) {
      stack.text(words, sheet.body(), paint.text(), 0);
    }
    stack.draw(box);
    sheet.area(box, id, String.join(" ", lines));
  }

  private static List<String> joined(List<String> lines) {
    return lines.isEmpty() ? lines : List.of(String.join("  ", lines));
  }
}
