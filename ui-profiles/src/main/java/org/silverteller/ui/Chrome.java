package org.silverteller.ui;

import java.util.List;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.ProfileId;
import org.silverteller.page.Wish;
import org.silverteller.ui.Buttons.Paint;
import org.silverteller.ui.Sheet.Align;

/**
 * What stands at the same place on every page: title top left, help top right, back lower left,
 * confirm lower right, and between them the way out and the swaps of profile and language.
 */
final class Chrome {

  private static final int SLOTS = 5;

  private Chrome() {}

  static void title(Sheet sheet, Labels labels, String title) {
    title(sheet, labels, title, "");
  }

  /**
   * @param aside written before the help button, where the bank shows its name
   */
  static void title(Sheet sheet, Labels labels, String title, String aside) {
    Palette colours = sheet.colours();
    Rect band = sheet.screen().top(sheet.bandHeight());
    sheet.canvas().fill(band, colours.band());
    Rect inside = band.inset(sheet.px(sheet.sizes().margin()), sheet.gap());
    int helpWidth = sheet.px(sheet.sizes().targetWidth());
    Rect room = inside.left(inside.width() - helpWidth - sheet.gap());
    sheet.say(title);
    sheet.write(title, sheet.title(), room, Align.LEFT, colours.onBand());
    if (!aside.isEmpty()) {
      int taken = (int) Math.ceil(sheet.title().width(title)) + 2 * sheet.gap();
      Rect rest = room.rightBy(taken).left(room.width() - taken - sheet.gap());
      Type type = sheet.body().width(aside) <= rest.width() ? sheet.body() : sheet.small();
      sheet.write(aside, type, rest, Align.RIGHT, colours.onBand());
    }
    Buttons.small(
        sheet,
        inside.right(helpWidth),
        Icon.HELP,
        labels.of(Wish.HELP),
        Wish.HELP.option().id(),
        Paint.onBand(colours));
  }

  static void bar(Sheet sheet, Labels labels, Page page, ProfileId profile) {
    Palette colours = sheet.colours();
    Rect band = sheet.screen().bottom(sheet.bandHeight());
    sheet.canvas().fill(band, colours.surface());
    sheet.canvas().fill(band.top(Math.max(1, sheet.edge())), colours.rule());
    Rect inside = band.inset(sheet.px(sheet.sizes().margin()), sheet.gap());
    List<Rect> slots = inside.grid(SLOTS, 1, sheet.gap(), 0);
    for (Wish wish : page.bar()) {
      small(sheet, labels, slots.get(slot(wish)), wish, Paint.quiet(colours));
    }
    small(sheet, labels, slots.get(2), swap(profile), Paint.quiet(colours));
    small(sheet, labels, slots.get(3), Wish.LANGUAGE, Paint.quiet(colours));
    if (page.options().contains(Wish.CONFIRM.option())) {
      small(sheet, labels, slots.get(SLOTS - 1), Wish.CONFIRM, Paint.primary(colours));
    }
  }

  /** The other profile, one touch away. */
  static Wish swap(ProfileId profile) {
    return profile.equals(ProfileId.ELDER) ? Wish.STANDARD : Wish.ENLARGE;
  }

  private static int slot(Wish wish) {
    return switch (wish) {
      case BACK -> 0;
      case EXIT -> 1;
      default -> throw new IllegalArgumentException(wish + " has no place in the bar");
    };
  }

  private static void small(Sheet sheet, Labels labels, Rect box, Wish wish, Paint paint) {
    Option option = wish.option();
    Buttons.small(sheet, box, Icon.of(wish), labels.of(wish), option.id(), paint);
  }
}
