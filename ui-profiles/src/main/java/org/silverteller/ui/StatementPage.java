package org.silverteller.ui;

import java.util.List;
import java.util.Locale;
import org.silverteller.money.Money;
import org.silverteller.money.Movement;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Option;
import org.silverteller.page.Wish;
import org.silverteller.ui.Sheet.Align;

/** The last movements of an account as a table, with what can be done with them below it. */
final class StatementPage {

  /** Rows farther apart look lost, in body heights. */
  private static final double TALLEST_ROW = 2.4;

  /** Where each column ends, as part of the width: date, summary, amount, balance. */
  private static final double[] ENDS = {0.13, 0.45, 0.71, 1};

  private StatementPage() {}

  static void draw(Sheet sheet, Labels labels, AccountPage.Statement page) {
    Rect room = sheet.content();
    if (!page.options().isEmpty()) {
      int height = sheet.px(sheet.sizes().targetHeight());
      buttons(sheet, labels, page.options(), room.bottom(height));
      room = room.top(room.height() - height - sheet.gap());
    }
    sheet.panel(room, sheet.colours().surface(), sheet.colours().rule());
    Rect inside = room.inset(sheet.px(6), sheet.px(3));
    if (page.movements().isEmpty()) {
      sheet.write(
          sheet.texts().get("statement.none"),
          sheet.heading(),
          inside,
          Align.CENTRE,
          sheet.colours().ink());
    } else {
      table(sheet, inside, page.movements());
    }
  }

  private static void buttons(Sheet sheet, Labels labels, List<Option> options, Rect box) {
    List<Rect> cells = box.grid(2, 1, sheet.gap(), 0);
    for (Option option : options) {
      Wish wish = ((Option.Plain) option).wish();
      Buttons.small(
          sheet,
          cells.get(wish == Wish.PRINT ? 0 : 1),
          Icon.of(wish),
          labels.of(wish),
          option.id(),
          Buttons.Paint.quiet(sheet.colours()));
    }
  }

  private static void table(Sheet sheet, Rect room, List<Movement> movements) {
    Texts texts = sheet.texts();
    int row =
        Math.min(room.height() / (movements.size() + 1), (int) (sheet.body().px() * TALLEST_ROW));
    Rect place = room.top(row);
    row(
        sheet,
        place,
        List.of(
            texts.get("statement.date"),
            texts.get("statement.summary"),
            texts.get("statement.amount"),
            texts.get("statement.balance")),
        sheet.colours().quiet());
    for (int i = 0; i < movements.size(); i++) {
      place = room.belowBy((i + 1) * row).top(row);
      sheet.canvas().fill(place.top(Math.max(1, sheet.edge())), sheet.colours().rule());
      row(sheet, place, cells(movements.get(i)), sheet.colours().ink());
    }
  }

  private static List<String> cells(Movement movement) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%02d-%02d",
            movement.date().getMonthValue(),
            movement.date().getDayOfMonth()),
        movement.summary(),
        (movement.credit() ? "+" : "-") + exact(movement.amount()),
        (movement.overdrawn() ? "-" : "") + exact(movement.balance()));
  }

  /** With both figures of fen, so that points stand below each other. */
  private static String exact(Money money) {
    return Amounts.figures(money) + (money.fen() % 100 == 0 ? ".00" : "");
  }

  /** Words at the left, figures at the right of their columns. */
  private static void row(Sheet sheet, Rect box, List<String> cells, int rgb) {
    sheet.mirror(String.join("  ", cells));
    int between = sheet.px(3);
    int left = 0;
    for (int column = 0; column < ENDS.length; column++) {
      int right = (int) (box.width() * ENDS[column]);
      Rect cell = box.rightBy(left).left(right - left - (column < ENDS.length - 1 ? between : 0));
      Paragraph text = sheet.fitted(cells.get(column), sheet.body(), cell.width(), cell.height());
      Align align = column < 2 ? Align.LEFT : Align.RIGHT;
      sheet.draw(text, cell.centred(cell.width(), text.height()), align, rgb);
      left = right;
    }
  }
}
