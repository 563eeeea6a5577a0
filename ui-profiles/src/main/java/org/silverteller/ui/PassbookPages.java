package org.silverteller.ui;

import org.silverteller.page.Page;
import org.silverteller.ui.Sheet.Align;

/** The passbook as a customer sees it: on its way in and out, and open at a page. */
final class PassbookPages {

  private static final int COVER = 0xB3261E;
  private static final int PAPER = 0xFFFDF5;
  private static final int LINE = 0xB9C4C8;
  private static final int FOLD = 0x8A979C;
  private static final int LINES_EACH_SIDE = 5;

  private PassbookPages() {}

  /** A book half out of the slot above it, and arrows down. */
  static void comingOut(Sheet sheet, Rect box) {
    Drawings.comingOut(sheet, box, 0.62, 0.82, thing -> closed(sheet, thing));
  }

  /** Which page to open, drawn as the open book with its number. */
  static void turn(Sheet sheet, Page.TurnPage page) {
    Texts texts = sheet.texts();
    String number = texts.get("turn-page.page", "page", page.page());
    Rect right = HandoverPages.besidePicture(sheet, box -> open(sheet, box, number));
    Palette colours = sheet.colours();
    Stack stack = new Stack(sheet, right.width(), Align.LEFT);
    sheet.mirror(number);
    stack.text(number, sheet.title(), colours.ink(), 0);
    String how = texts.get("turn-page.how", "page", page.page());
    stack.text(how, sheet.heading(), colours.ink(), 5);
    sheet.say(how);
    if (page.reminder() > 0) {
      String line =
          texts.get("turn-page.reminder-" + Math.min(page.reminder(), 2), "page", page.page());
      EntryPages.strip(sheet, stack, Icon.WARNING, line, colours.alert(), colours.onAlert(), 6);
      sheet.say(line);
    }
    stack.draw(right);
  }

  private static void closed(Sheet sheet, Rect box) {
    Canvas canvas = sheet.canvas();
    canvas.round(box, box.width() * 0.04, COVER);
    Rect label = box.centred(box.width() * 6 / 10, box.height() * 3 / 10);
    canvas.round(label, 3, PAPER);
    for (int i = 1; i <= 2; i++) {
      int y = label.y() + label.height() * i / 3;
      canvas.fill(new Rect(label.x() + label.width() / 6, y, label.width() * 2 / 3, 2), LINE);
    }
  }

  /** Open as it lies in the machine: the fold across, lines above and below, its number large. */
  private static void open(Sheet sheet, Rect box, String number) {
    Canvas canvas = sheet.canvas();
    canvas.round(box, box.width() * 0.03, COVER);
    Rect paper = box.inset(box.width() / 40);
    canvas.round(paper, box.width() * 0.02, PAPER);
    canvas.fill(new Rect(paper.x(), paper.middleY() - 1, paper.width(), 3), FOLD);
    int half = paper.height() / 2;
    for (int side = 0; side < 2; side++) {
      for (int i = 1; i <= LINES_EACH_SIDE; i++) {
        int y = paper.y() + side * half + half * i / (LINES_EACH_SIDE + 1);
        canvas.fill(new Rect(paper.x() + paper.width() / 12, y, paper.width() * 10 / 12, 2), LINE);
      }
    }
    Rect plate = paper.centred(paper.width() * 9 / 10, paper.height() * 3 / 10);
    canvas.round(plate, plate.height() / 5.0, sheet.colours().primary());
    Paragraph text = sheet.fitted(number, sheet.heading(), plate.width(), plate.height());
    sheet.draw(
        text,
        plate.centred(plate.width(), text.height()),
        Align.CENTRE,
        sheet.colours().onPrimary());
  }
}
