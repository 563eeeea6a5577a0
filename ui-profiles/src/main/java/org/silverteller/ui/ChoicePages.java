package org.silverteller.ui;

import java.util.List;
import java.util.Map;
import org.silverteller.money.Denomination;
import org.silverteller.money.NoteMix;
import org.silverteller.page.CashPage;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.ui.Buttons.Paint;
import org.silverteller.ui.Sheet.Align;

/** Pages with something to choose. */
final class ChoicePages {

  /** Taller tiles look lost, in millimetres. */
  private static final double TALLEST_TILE = 62;

  private static final double TALLEST_AMOUNT = 46;

  private ChoicePages() {}

  static void tiles(Sheet sheet, Labels labels, List<Option> options, String above) {
    int columns = options.size() > 4 ? 3 : 2;
    tiles(sheet, labels, sheet.content(), options, above, columns);
  }

  /** The same in a part of the page, with so many tiles in a row. */
  static void tiles(
      Sheet sheet, Labels labels, Rect room, List<Option> options, String above, int columns) {
    boolean plain = options.stream().allMatch(ChoicePages::hasIcon);
    int rows = (options.size() + columns - 1) / columns;
    int tallest = sheet.px(plain ? TALLEST_TILE : TALLEST_AMOUNT);
    int head = above.isEmpty() ? 0 : lineHeight(sheet) + sheet.px(3);
    int height = Math.min(room.height() - head, rows * tallest + (rows - 1) * sheet.gap());
    Rect place = room.centred(room.width(), head + height);
    if (!above.isEmpty()) {
      sheet.write(
          above, sheet.body(), place.top(lineHeight(sheet)), Align.LEFT, sheet.colours().quiet());
    }
    List<Rect> cells = place.belowBy(head).grid(columns, rows, sheet.gap(), sheet.gap());
    for (int i = 0; i < options.size(); i++) {
      tile(sheet, labels, cells.get(i), options.get(i));
    }
  }

  private static boolean hasIcon(Option option) {
    return option instanceof Option.Plain || option instanceof Option.Answer;
  }

  private static int lineHeight(Sheet sheet) {
    return (int) Math.ceil(sheet.body().px() * sheet.sizes().lineSpacing());
  }

  private static void tile(Sheet sheet, Labels labels, Rect box, Option option) {
    Paint paint = Paint.option(sheet.colours());
    List<String> lines = labels.of(option);
    if (option instanceof Option.Pack pack) {
      pack(sheet, labels, box, pack);
    } else if (option instanceof Option.Plain plain) {
      Buttons.tile(sheet, box, Icon.of(plain.wish()), lines.get(0), option.id(), paint);
    } else if (option instanceof Option.Answer answer) {
      Buttons.tile(sheet, box, Icon.of(answer.symbol()), lines.get(0), option.id(), paint);
    } else {
      Buttons.figures(sheet, box, lines, option.id(), paint);
    }
  }

  /** Its name with the sum, and below it the notes. */
  private static void pack(Sheet sheet, Labels labels, Rect box, Option.Pack option) {
    Palette colours = sheet.colours();
    sheet.panel(box, colours.surface(), Paint.option(colours).edge());
    Rect inside = box.inset(sheet.px(4), sheet.px(2));
    Stack name = new Stack(sheet, inside.width(), Align.CENTRE);
    name.text(labels.of(option).get(0), sheet.heading(), colours.ink(), 0);
    Rect top = inside.top(Math.max(name.height(), inside.height() * 2 / 5));
    name.draw(top);
    Rect below = inside.bottom(inside.height() - top.height());
    int kinds = option.mix().byDenomination().size();
    int note = Math.min(sheet.px(48), (below.height() - sheet.px(6)) * 2);
    int count = (int) Math.ceil(sheet.bodyBold().width("×00")) + sheet.px(5);
    int width = Math.min(below.width(), kinds * (note + count));
    notesInRow(sheet, below.centred(width, below.height()), option.mix(), kinds);
    sheet.area(box, option.id(), labels.line(option) + " " + spoken(option.mix()));
  }

  /** Yes at the right, where confirm is on other pages, no at the left, far from it. */
  static void question(Sheet sheet, Labels labels, Page.Question page) {
    String key = "question." + Texts.hyphened(page.asked());
    Rect room = sheet.content();
    int height = Math.min(sheet.px(TALLEST_AMOUNT), room.height() * 9 / 25);
    Rect buttons = room.bottom(height);
    Rect above = room.top(room.height() - height - sheet.gap());
    sheet.panel(above, sheet.colours().surface(), sheet.colours().rule());

    Stack stack = new Stack(sheet, above.width() - 2 * sheet.px(5), Align.CENTRE);
    TellingPages.icon(sheet, stack, iconOf(page.asked()));
    String line = sheet.texts().get(key + ".text");
    stack.text(line, sheet.body(), sheet.colours().ink(), 7);
    sheet.say(line);
    stack.draw(above);

    List<Rect> sides = buttons.grid(2, 1, sheet.px(sheet.sizes().farGap()), 0);
    Option yes = page.options().get(0);
    Option no = page.options().get(1);
    Buttons.answer(
        sheet, sides.get(0), Icon.CROSS, labels.line(no), no.id(), Paint.quiet(sheet.colours()));
    Buttons.answer(
        sheet,
        sides.get(1),
        Icon.CHECK,
        labels.line(yes),
        yes.id(),
        Paint.primary(sheet.colours()));
  }

  private static Icon iconOf(Page.Question.Asked asked) {
    return switch (asked) {
      case MORE_TIME -> Icon.CLOCK;
      case RECEIPT, NO_RECEIPT_GO_ON -> Icon.RECEIPT;
      case ANOTHER_SERVICE -> Icon.HELP;
    };
  }

  /** Each offer a row: its name and count, and below them the notes. */
  static void mixes(Sheet sheet, Labels labels, CashPage.MixChoice page) {
    Rect room = sheet.content();
    String amount = Amounts.figures(page.amount());
    String line = sheet.texts().chinese() ? amount + "  " + Amounts.words(page.amount()) : amount;
    Stack stack = new Stack(sheet, room.width(), Align.LEFT);
    stack.text(line, sheet.heading(), sheet.colours().ink(), 0);
    stack.drawAtTop(room);
    room = room.belowBy(stack.height() + sheet.px(2));

    int rows = page.offers().size();
    int tallest = rows * sheet.px(TALLEST_AMOUNT) + (rows - 1) * sheet.gap();
    List<Rect> cells = room.centred(room.width(), tallest).grid(1, rows, 0, sheet.gap());
    List<Option> options = page.options();
    int kinds =
        page.offers().stream().mapToInt(o -> o.mix().byDenomination().size()).max().orElse(1);
    double names =
        options.stream()
            .mapToDouble(
                option ->
                    Math.max(
                        sheet.heading().width(labels.of(option).get(0)),
                        sheet.body().width(labels.of(option).get(1))))
            .max()
            .orElse(0);
    int nameWidth = (int) Math.ceil(Math.min(names, room.width() * 0.4));
    for (int i = 0; i < rows; i++) {
      offer(sheet, labels, cells.get(i), (Option.Mix) options.get(i), nameWidth, kinds);
    }
  }

  private static void offer(
      Sheet sheet, Labels labels, Rect box, Option.Mix option, int nameWidth, int kinds) {
    Palette colours = sheet.colours();
    List<String> lines = labels.of(option);
    sheet.panel(box, colours.surface(), Paint.option(colours).edge());
    int aside = sheet.px(5);
    Rect name = box.rightBy(aside).left(nameWidth);
    Stack words = new Stack(sheet, nameWidth, Align.LEFT);
    words.text(lines.get(0), sheet.heading(), colours.ink(), 0);
    words.text(lines.get(1), sheet.body(), colours.quiet(), 0);
    words.draw(name);
    Rect notes = box.rightBy(aside + nameWidth + sheet.px(7));
    notesInRow(sheet, notes.left(notes.width() - sheet.px(1)), option.offer().mix(), kinds);
    sheet.area(box, option.id(), labels.line(option) + " " + spoken(option.offer().mix()));
  }

  private static String spoken(NoteMix mix) {
    StringBuilder words = new StringBuilder();
    mix.byDenomination()
        .forEach(
            (denomination, notes) ->
                words
                    .append(words.isEmpty() ? "" : "  ")
                    .append('¥')
                    .append(denomination)
                    .append(" × ")
                    .append(notes));
    return words.toString();
  }

  /**
   * @param kinds for how many kinds of notes there is to be room, so that rows look alike
   */
  private static void notesInRow(Sheet sheet, Rect box, NoteMix mix, int kinds) {
    Map<Denomination, Integer> notes = mix.byDenomination();
    sheet.mirror(spoken(mix));
    Type type = sheet.bodyBold();
    int count = (int) Math.ceil(type.width("×00")) + sheet.px(2);
    int apart = sheet.px(3);
    int width = (box.width() - kinds * (count + apart)) / kinds;
    width = Math.min(width, Math.min(sheet.px(48), (box.height() - sheet.px(6)) * 2));
    int x = box.x();
    for (Map.Entry<Denomination, Integer> entry : notes.entrySet()) {
      int y = box.middleY() - NotePictures.height(width) / 2;
      NotePictures.draw(sheet, entry.getKey(), x, y, width);
      times(sheet, new Rect(x + width + sheet.px(1.5), box.y(), count, box.height()), type, entry);
      x += width + count + apart;
    }
  }

  private static void times(
      Sheet sheet, Rect box, Type type, Map.Entry<Denomination, Integer> entry) {
    Paragraph count = sheet.fitted("×" + entry.getValue(), type, box.width(), box.height());
    sheet.draw(count, box.centred(box.width(), count.height()), Align.LEFT, sheet.colours().ink());
  }

  /** Notes one below the other, each with its count. */
  static void notesInColumn(Sheet sheet, Rect box, NoteMix mix) {
    Map<Denomination, Integer> notes = mix.byDenomination();
    sheet.mirror(spoken(mix));
    Type type = sheet.heading();
    double widest = type.width("× 00");
    for (int howMany : notes.values()) {
      widest = Math.max(widest, type.width("×" + howMany));
    }
    int count = (int) Math.ceil(widest) + sheet.px(2);
    int rows = notes.size();
    int apart = sheet.px(3);
    int height = Math.min((box.height() - (rows - 1) * apart) / rows, sheet.px(30));
    int width = Math.min((int) (height * NotePictures.SHAPE), box.width() - count - sheet.px(3));
    height = Math.max(NotePictures.height(width), type.px());
    int y = box.middleY() - (rows * height + (rows - 1) * apart) / 2;
    int x = box.middleX() - (width + sheet.px(3) + count) / 2;
    for (Map.Entry<Denomination, Integer> entry : notes.entrySet()) {
      NotePictures.draw(
          sheet, entry.getKey(), x, y + (height - NotePictures.height(width)) / 2, width);
      times(
          sheet,
          new Rect(x + width + sheet.px(3), y - apart, count, height + 2 * apart),
          type,
          entry);
      y += height + apart;
    }
  }
}
