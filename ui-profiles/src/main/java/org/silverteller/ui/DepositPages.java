package org.silverteller.ui;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.silverteller.money.Denomination;
import org.silverteller.page.DepositPage;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;
import org.silverteller.ui.Buttons.Paint;
import org.silverteller.ui.Sheet.Align;

/** Pages of a deposit: put notes in, look at the count, it is done. */
final class DepositPages {

  /** Part of the width that the notes take. */
  private static final double NOTES = 0.42;

  /** The tallest row of buttons, in millimetres. */
  private static final double TALLEST = 28;

  private DepositPages() {}

  static void insert(Sheet sheet, DepositPage.InsertNotes page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    SortedSet<Denomination> hundred = new TreeSet<>(List.of(Denomination.of(100)));
    Rect right =
        HandoverPages.besidePicture(sheet, box -> Drawings.cashGoingIn(sheet, box, hundred));
    Stack stack = new Stack(sheet, right.width(), Align.LEFT);
    if (!page.soFar().isZero()) {
      stack.text(texts.get("insert-notes.so-far"), sheet.body(), colours.quiet(), 0);
      TellingPages.hero(sheet, stack, page.soFar(), 0);
    }
    String how = texts.get("insert-notes.how");
    stack.text(how, sheet.heading(), colours.ink(), 5);
    sheet.say(how);
    stack.text(
        texts.get("insert-notes.limit", "count", page.mostNotes()), sheet.body(), colours.ink(), 4);
    stack.text(
        texts.get("insert-notes.most", "amount", Amounts.figures(page.most())),
        sheet.body(),
        colours.ink(),
        0);
    stack.draw(right);
  }

  /** The way back at the left, more at the right; the bar confirms, as on other pages. */
  static void count(Sheet sheet, Labels labels, DepositPage.DepositCount page) {
    Palette colours = sheet.colours();
    Rect room = sheet.content();
    int height = Math.min(sheet.px(TALLEST), room.height() / 4);
    List<Option> aside =
        page.options().stream().filter(option -> !option.equals(Wish.CONFIRM.option())).toList();
    buttons(sheet, labels, room.bottom(height), aside);
    Rect above = room.top(room.height() - height - sheet.gap());
    sheet.panel(above, colours.surface(), colours.rule());
    Rect inside = above.inset(sheet.px(8), sheet.px(3));
    int notes = (int) (inside.width() * NOTES);
    ChoicePages.notesInColumn(sheet, inside.right(notes), page.notes());
    Rect left = inside.left(inside.width() - notes - sheet.px(4));
    Stack stack = new Stack(sheet, left.width(), Align.LEFT);
    stack.text(sheet.texts().get("deposit-count.total"), sheet.body(), colours.quiet(), 0);
    TellingPages.hero(sheet, stack, page.notes().total(), 0);
    if (page.over().isEmpty()) {
      stack.text(labels.count(page.notes()), sheet.body(), colours.quiet(), 1);
    }
    page.over()
        .ifPresent(
            most ->
                EntryPages.strip(
                    sheet,
                    stack,
                    Icon.WARNING,
                    sheet.texts().get("deposit-count.over", "amount", Amounts.figures(most)),
                    colours.alert(),
                    colours.onAlert(),
                    4));
    stack.draw(left);
  }

  private static void buttons(Sheet sheet, Labels labels, Rect row, List<Option> options) {
    List<Rect> cells = row.grid(options.size(), 1, sheet.px(sheet.sizes().farGap()), 0);
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(options.size() - 1 - i);
      Wish wish = ((Option.Plain) option).wish();
      Buttons.answer(
          sheet,
          cells.get(i),
          Icon.of(wish),
          labels.line(option),
          option.id(),
          Paint.quiet(sheet.colours()));
    }
  }

  static void deposited(Sheet sheet, DepositPage.Deposited page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    boolean done = page.credit() == DepositPage.Deposited.Credit.DONE;
    Rect room = sheet.content();
    sheet.panel(room, colours.surface(), colours.rule());
    room = room.inset(sheet.px(8), sheet.px(3));
    Stack stack = new Stack(sheet, room.width(), Align.LEFT);
    stack.text(texts.get("deposited.amount"), sheet.body(), colours.quiet(), 0);
    TellingPages.hero(sheet, stack, page.amount(), 0);
    String credit = texts.of("deposited.credit.", page.credit());
    EntryPages.strip(
        sheet,
        stack,
        done ? Icon.CHECK : Icon.CLOCK,
        credit,
        done ? colours.calm() : colours.alert(),
        done ? colours.onCalm() : colours.onAlert(),
        5);
    sheet.say(credit);
    page.balance()
        .ifPresent(
            balance -> {
              stack.text(texts.get("deposited.balance"), sheet.body(), colours.quiet(), 6);
              stack.text(Amounts.figures(balance), sheet.heading(), colours.ink(), 0);
            });
    stack.draw(room);
  }
}
