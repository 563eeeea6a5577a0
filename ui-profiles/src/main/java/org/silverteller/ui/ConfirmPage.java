package org.silverteller.ui;

import org.silverteller.money.Money;
import org.silverteller.page.CashPage;
import org.silverteller.ui.Sheet.Align;

/** The last look before the bank is asked: what, from where, in which notes, at what price. */
final class ConfirmPage {

  /** Part of the width that the notes take. */
  private static final double NOTES = 0.38;

  private ConfirmPage() {}

  static void draw(Sheet sheet, CashPage.Confirm page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Rect room = sheet.content();
    sheet.panel(room, colours.surface(), colours.rule());
    room = room.inset(sheet.px(8), sheet.px(3));
    if (page.foreign()) {
      Stack foreign = new Stack(sheet, room.width(), Align.LEFT);
      foreign.text(texts.get("confirm.foreign"), sheet.body(), colours.ink(), 0);
      foreign.drawAtTop(room.bottom(foreign.height()));
      room = room.top(room.height() - foreign.height() - sheet.px(3));
    }
    int notes = (int) (room.width() * NOTES);
    Rect left = room.left(room.width() - notes - sheet.px(4));
    Stack rows = new Stack(sheet, left.width(), Align.LEFT);
    row(sheet, rows, texts.get("confirm.card"), page.cardTail(), 0);
    amountRow(sheet, rows, texts.get("confirm.amount"), page.amount(), texts);
    row(sheet, rows, texts.get("confirm.fee"), Amounts.figures(page.fee()), 2);
    String receipt = page.receipt() ? "confirm.receipt-printed" : "confirm.receipt-none";
    row(sheet, rows, texts.get("confirm.receipt"), texts.get(receipt), 2);
    rows.draw(left);

    ChoicePages.notesInColumn(sheet, room.right(notes), page.mix());
  }

  static void row(Sheet sheet, Stack rows, String name, String value, double before) {
    row(sheet, rows, name, value, value, before);
  }

  /**
   * @param mirrored stands for the value wherever the page is told as text
   */
  static void row(
      Sheet sheet, Stack rows, String name, String value, String mirrored, double before) {
    sheet.mirror(name + " " + mirrored);
    int height = (int) Math.ceil(sheet.heading().px() * sheet.sizes().lineSpacing());
    rows.drawing(
        height + sheet.px(2),
        before,
        box -> {
          line(sheet, box.top(height), name, value, sheet.heading());
          sheet.canvas().fill(box.bottom(Math.max(1, sheet.edge())), sheet.colours().rule());
        });
  }

  /**
   * @param texts in Chinese the amount stands in words besides
   */
  static void amountRow(Sheet sheet, Stack rows, String name, Money amount, Texts texts) {
    String figures = Amounts.figures(amount);
    String words = texts.chinese() ? Amounts.words(amount) : "";
    sheet.mirror((name + " " + figures + " " + words).strip());
    int height = (int) Math.ceil(sheet.amount().px() * sheet.sizes().lineSpacing());
    int below =
        words.isEmpty() ? 0 : (int) Math.ceil(sheet.body().px() * sheet.sizes().lineSpacing());
    rows.drawing(
        height + below + sheet.px(2),
        2,
        box -> {
          line(sheet, box.top(height), name, figures, sheet.amount());
          if (below > 0) {
            Rect under = box.belowBy(height).top(below);
            Paragraph said = sheet.fitted(words, sheet.body(), box.width(), below);
            sheet.draw(said, under, Align.RIGHT, sheet.colours().ink());
          }
          sheet.canvas().fill(box.bottom(Math.max(1, sheet.edge())), sheet.colours().rule());
        });
  }

  /**
   * @param large smaller where a long value would leave no room for its name
   */
  private static void line(Sheet sheet, Rect box, String name, String value, Type large) {
    double named = sheet.body().width(name) + sheet.px(3);
    Type type = named + large.width(value) <= box.width() ? large : sheet.bodyBold();
    int right = (int) Math.ceil(type.width(value));
    Paragraph key =
        sheet.fitted(name, sheet.body(), box.width() - right - sheet.px(3), box.height());
    sheet.draw(key, box.centred(box.width(), key.height()), Align.LEFT, sheet.colours().quiet());
    Paragraph said = sheet.fitted(value, type, box.width(), box.height());
    sheet.draw(said, box.centred(box.width(), said.height()), Align.RIGHT, sheet.colours().ink());
  }
}
