package org.silverteller.ui;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.silverteller.card.CardScheme;
import org.silverteller.money.Denomination;
import org.silverteller.page.Page;
import org.silverteller.ui.Sheet.Align;

/** Pages on which something passes between the machine and a hand. */
final class HandoverPages {

  /** Part of the width that the picture takes. */
  private static final double PICTURE = 0.34;

  private static final int LAST_REMINDER = 2;

  private HandoverPages() {}

  static void welcome(Sheet sheet, Page.Welcome page) {
    Rect right = besidePicture(sheet, box -> Drawings.cardGoingIn(sheet, box));
    Texts texts = sheet.texts();
    Palette colours = sheet.colours();
    Stack stack = new Stack(sheet, right.width(), Align.LEFT);
    if (page.notes().isEmpty()) {
      stack.text(texts.get("welcome.no-notes"), sheet.bodyBold(), colours.ink(), 0);
    } else {
      stack.text(texts.get("welcome.notes"), sheet.bodyBold(), colours.ink(), 0);
      notes(sheet, stack, page.notes());
    }
    stack.text(texts.get("welcome.cards"), sheet.bodyBold(), colours.ink(), 3);
    schemes(sheet, stack, page.schemes());
    if (!page.receipts()) {
      stack.text(texts.get("welcome.no-receipt"), sheet.small(), colours.ink(), 3);
    }
    EntryPages.strip(
        sheet,
        stack,
        Icon.WARNING,
        texts.get("welcome.fraud"),
        colours.alert(),
        colours.onAlert(),
        3);
    stack.text(
        texts.get("welcome.fraud-phone") + "    " + texts.get("welcome.complaints"),
        sheet.small(),
        colours.ink(),
        3);
    stack.text(texts.get("welcome.serials"), sheet.small(), colours.quiet(), 0);
    stack.draw(right);
  }

  private static void notes(Sheet sheet, Stack stack, SortedSet<Denomination> notes) {
    int apart = sheet.px(3);
    int widest = Math.max(sheet.px(33), sheet.content().height() * 2 / 9);
    int width = Math.min(widest, (stack.width() - apart * (notes.size() - 1)) / notes.size());
    List<Denomination> order = new ArrayList<>(notes);
    order.sort((a, b) -> b.compareTo(a));
    sheet.mirror(String.join("  ", order.stream().map(note -> "¥" + note).toList()));
    stack.drawing(
        NotePictures.height(width),
        2,
        box -> {
          int x = box.x();
          for (Denomination note : order) {
            NotePictures.draw(sheet, note, x, box.y(), width);
            x += width + apart;
          }
        });
  }

  /** Names of the schemes in boxes, as many in a row as fit. */
  private static void schemes(Sheet sheet, Stack stack, List<CardScheme> schemes) {
    Type type = sheet.small();
    int aside = sheet.px(2.5);
    int apart = sheet.px(2);
    int height = (int) Math.ceil(type.px() * 1.6);
    List<Rect> boxes = new ArrayList<>();
    List<String> names = schemes.stream().map(s -> sheet.texts().of("scheme.", s)).toList();
    int x = 0;
    int y = 0;
    for (String name : names) {
      int width = (int) Math.ceil(type.width(name)) + 2 * aside;
      if (x > 0 && x + width > stack.width()) {
        x = 0;
        y += height + apart;
      }
      boxes.add(new Rect(x, y, width, height));
      x += width + apart;
    }
    sheet.mirror(String.join("  ", names));
    Palette colours = sheet.colours();
    stack.drawing(
        schemes.isEmpty() ? 0 : y + height,
        2,
        place -> {
          Iterator<String> each = names.iterator();
          for (Rect box : boxes) {
            Rect at = new Rect(place.x() + box.x(), place.y() + box.y(), box.width(), height);
            sheet.panel(at, colours.surface(), colours.accent());
            Paragraph name = Paragraph.of(each.next(), type, box.width(), 1.3);
            sheet.draw(name, at.centred(at.width(), name.height()), Align.CENTRE, colours.ink());
          }
        });
  }

  static void take(Sheet sheet, Page.Take page) {
    SortedSet<Denomination> hundred = new TreeSet<>(List.of(Denomination.of(100)));
    Rect right =
        besidePicture(
            sheet,
            box -> {
              switch (page.thing()) {
                case CARD -> Drawings.cardComingOut(sheet, box);
                case BOOK -> PassbookPages.comingOut(sheet, box);
                case CASH, REFUSED_NOTES, RETURNED_NOTES ->
                    Drawings.cashComingOut(sheet, box, hundred);
              }
            });
    Palette colours = sheet.colours();
    Stack stack = new Stack(sheet, right.width(), Align.LEFT);
    steps(sheet, stack, page);
    page.amount().ifPresent(amount -> TellingPages.hero(sheet, stack, amount, 5));
    int urgency = Math.min(page.reminder(), LAST_REMINDER);
    String line =
        sheet.texts().get("take." + Texts.hyphened(page.thing()) + ".reminder-" + urgency);
    if (urgency == 0) {
      stack.text(line, sheet.heading(), colours.ink(), 6);
    } else {
      EntryPages.strip(sheet, stack, Icon.WARNING, line, colours.alert(), colours.onAlert(), 6);
    }
    sheet.say(line);
    stack.draw(right);
  }

  /** What to take now and what comes after it. */
  private static void steps(Sheet sheet, Stack stack, Page.Take page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    String now = texts.of("take.step.", page.thing());
    boolean more = page.next() != Page.Take.Next.NOTHING;
    String then = more ? texts.of("take.step.", page.next()) : "";
    if (!more) {
      return;
    }
    sheet.mirror("1 " + now + " → 2 " + then);
    Type type = sheet.heading();
    stack.drawing(
        sheet.px(sheet.sizes().heading() * 2),
        0,
        box -> {
          int arrow = box.height();
          int width = (box.width() - arrow) / 2;
          chip(sheet, box.left(width), "1  " + now, colours.primary(), colours.onPrimary());
          Rect middle = new Rect(box.x() + width, box.y(), arrow, box.height());
          Icon.ARROW.draw(sheet.canvas(), middle.inset(arrow / 4), colours.accent());
          Rect second = box.right(width);
          sheet.panel(second, colours.surface(), colours.accent());
          Paragraph name = sheet.fitted("2  " + then, type, width, box.height());
          sheet.draw(name, second.centred(width, name.height()), Align.CENTRE, colours.ink());
        });
  }

  private static void chip(Sheet sheet, Rect box, String text, int ground, int ink) {
    sheet.panel(box, ground);
    Paragraph name = sheet.fitted(text, sheet.heading(), box.width(), box.height());
    sheet.draw(name, box.centred(box.width(), name.height()), Align.CENTRE, ink);
  }

  static Rect besidePicture(Sheet sheet, java.util.function.Consumer<Rect> picture) {
    Rect room = sheet.content();
    sheet.panel(room, sheet.colours().surface(), sheet.colours().rule());
    int width = (int) (room.width() * PICTURE);
    Rect side = room.left(width).inset(sheet.edge());
    sheet.panel(side, sheet.colours().calm());
    sheet.canvas().fill(side.right(side.width() / 2), sheet.colours().calm());
    int wide = Math.min(width - 2 * sheet.px(7), (int) (side.height() * 0.92 / Drawings.SHAPE));
    picture.accept(side.centred(wide, (int) (wide * Drawings.SHAPE)));
    return room.rightBy(width).inset(sheet.px(8), sheet.px(2));
  }
}
