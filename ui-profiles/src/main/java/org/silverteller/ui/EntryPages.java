package org.silverteller.ui;

import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.page.CashPage;
import org.silverteller.ui.Sheet.Align;

/** Pages on which something is typed on the pad. */
final class EntryPages {

  /** Part of the width that the pad's picture takes. */
  private static final double PAD = 0.33;

  private EntryPages() {}

  /**
   * @param differed the new PIN was typed differently the second time
   */
  static void pin(Sheet sheet, int digits, Optional<Integer> triesLeft, boolean differed) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Rect left = besideKeypad(sheet);
    Stack stack = new Stack(sheet, left.width(), Align.LEFT);
    triesLeft.ifPresent(tries -> alert(sheet, stack, wrong(texts, tries)));
    if (differed) {
      alert(sheet, stack, texts.get("pin-change.two-differ"));
    }
    stack.drawing(
        sheet.px(sheet.sizes().title() * 2), 6, box -> dots(sheet, field(sheet, box), digits));
    sheet.mirror("•".repeat(digits));
    String how = texts.get("pin-entry.how");
    stack.text(how, sheet.bodyBold(), colours.ink(), 5);
    sheet.say(how);
    String shield = texts.get("pin-entry.shield");
    stack.text(shield, sheet.body(), colours.quiet(), 2);
    sheet.say(shield);
    stack.draw(left);
  }

  private static String wrong(Texts texts, int tries) {
    return tries == 1
        ? texts.get("pin-entry.wrong-last")
        : texts.get("pin-entry.wrong", "count", tries);
  }

  static void amount(Sheet sheet, CashPage.AmountEntry page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Rect left = besideKeypad(sheet);
    Stack stack = new Stack(sheet, left.width(), Align.LEFT);
    String limit = Amounts.figures(page.limit());
    if (page.tooMuch()) {
      alert(sheet, stack, texts.get("amount-entry.too-much", "amount", limit));
    }
    typedAmount(sheet, stack, page.typed());
    stack.text(
        texts.get("amount-entry.step", "amount", Amounts.figures(page.step())),
        sheet.body(),
        colours.ink(),
        4);
    if (!page.tooMuch()) {
      stack.text(texts.get("amount.limit", "amount", limit), sheet.body(), colours.ink(), 0);
    }
    String how = texts.get("amount-entry.how");
    stack.text(how, sheet.bodyBold(), colours.ink(), 2);
    sheet.say(how);
    stack.draw(left);
  }

  /** The field with what is typed so far, in figures and in Chinese words. */
  static void typedAmount(Sheet sheet, Stack stack, Money typed) {
    Palette colours = sheet.colours();
    boolean chinese = sheet.texts().chinese();
    int height =
        sheet.px(sheet.sizes().amount() * 1.7 + (chinese ? sheet.sizes().body() * 1.5 : 0));
    stack.drawing(
        height,
        5,
        box -> {
          Rect field = field(sheet, box);
          Stack lines = new Stack(sheet, field.width(), Align.LEFT);
          int ink = typed.isZero() ? colours.quiet() : colours.ink();
          lines.text(Amounts.figures(typed), sheet.amount(), ink, 0);
          if (chinese && !typed.isZero()) {
            lines.text(Amounts.words(typed), sheet.body(), colours.ink(), 0);
          }
          lines.draw(field);
        });
  }

  static Rect besideKeypad(Sheet sheet) {
    Rect room = sheet.content();
    sheet.panel(room, sheet.colours().surface(), sheet.colours().rule());
    room = room.inset(sheet.px(8), sheet.px(3));
    int pad = (int) (room.width() * PAD);
    Drawings.keypad(sheet, room.right(pad).inset(sheet.px(2)).centred(pad, sheet.px(96)));
    return room.left(room.width() - pad - sheet.px(10));
  }

  static Rect field(Sheet sheet, Rect box) {
    Palette colours = sheet.colours();
    sheet
        .canvas()
        .round(box, sheet.corner(), colours.surface(), sheet.edge() * 2, colours.accent());
    return box.inset(sheet.px(6), 0);
  }

  private static void dots(Sheet sheet, Rect field, int digits) {
    int space = field.width() / 12;
    int size = Math.min(space * 3 / 5, sheet.px(6));
    for (int i = 0; i < digits; i++) {
      Rect cell = field.rightBy(i * space).left(space);
      sheet.canvas().round(cell.centred(size, size), size / 2.0, sheet.colours().ink());
    }
  }

  /** A strip that must not be missed, with a sign and words. */
  static void alert(Sheet sheet, Stack stack, String text) {
    Palette colours = sheet.colours();
    strip(sheet, stack, Icon.WARNING, text, colours.alert(), colours.onAlert(), 0);
  }

  /** A coloured strip with an icon. */
  static void strip(
      Sheet sheet, Stack stack, Icon icon, String text, int ground, int ink, double before) {
    Type type = sheet.bodyBold();
    int aside = sheet.px(4);
    int mark = type.px() * 5 / 4;
    int room = stack.width() - mark - aside * 3;
    Paragraph words = sheet.fitted(text, type, room, sheet.screen().height());
    sheet.mirror(text);
    stack.drawing(
        words.height() + sheet.px(4),
        before,
        box -> {
          sheet.panel(box, ground);
          icon.draw(
              sheet.canvas(), new Rect(box.x() + aside, box.middleY() - mark / 2, mark, mark), ink);
          Rect rest = box.rightBy(mark + 2 * aside).inset(0, sheet.px(2));
          sheet.draw(words, rest, Align.LEFT, ink);
        });
  }
}
