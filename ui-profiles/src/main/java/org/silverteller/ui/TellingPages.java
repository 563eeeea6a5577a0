package org.silverteller.ui;

import java.util.Optional;
import org.silverteller.money.Money;
import org.silverteller.page.AccountPage;
import org.silverteller.page.Page;
import org.silverteller.page.Wish;
import org.silverteller.ui.Sheet.Align;

/** Pages that tell and ask nothing. */
final class TellingPages {

  /** Across the disc that carries a page's sign, in millimetres. */
  private static final double ICON = 34;

  private static final double PADDING = 8;

  /** Wide enough for its words in big print, in millimetres. */
  private static final double PRINT_BUTTON = 84;

  private TellingPages() {}

  static void closed(Sheet sheet, Page.Closed page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Stack stack = centred(sheet);
    boolean starting = page.reason() == Page.Closed.Reason.STARTING;
    icon(sheet, stack, starting ? Icon.CLOCK : Icon.WARNING);
    String why = texts.of("closed.", page.reason());
    stack.text(why, sheet.heading(), colours.ink(), 7);
    sheet.say(why);
    if (!starting) {
      String next = texts.get("closed.next");
      stack.text(next, sheet.body(), colours.ink(), 2);
      sheet.say(next);
      contact(sheet, stack);
    }
    stack.draw(panel(sheet));
  }

  static void busy(Sheet sheet, Page.Busy page) {
    Stack stack = centred(sheet);
    icon(sheet, stack, iconOf(page.work()));
    String work = sheet.texts().of("busy.", page.work());
    stack.text(work, sheet.heading(), sheet.colours().ink(), 7);
    sheet.say(work);
    stack.draw(panel(sheet));
  }

  private static Icon iconOf(Page.Busy.Work work) {
    return switch (work) {
      case READING_CARD -> Icon.CARD;
      case READING_BOOK, PRINTING_BOOK -> Icon.BOOK;
      case ASKING_BANK -> Icon.CLOCK;
      case COUNTING_NOTES, COUNTING_DEPOSIT -> Icon.CASH;
      case STORING_NOTES -> Icon.CASH_IN;
      case RETURNING_NOTES -> Icon.CASH_BACK;
      case PRINTING -> Icon.RECEIPT;
      case OPENING_BIG_PRINT -> Icon.LETTERS;
    };
  }

  static void balance(Sheet sheet, Labels labels, AccountPage.Balance page) {
    Palette colours = sheet.colours();
    Rect room = panel(sheet);
    if (page.slip()) {
      int width = sheet.px(PRINT_BUTTON);
      int height = sheet.px(sheet.sizes().targetHeight());
      Buttons.small(
          sheet,
          room.right(width).centred(width, height),
          Icon.RECEIPT,
          labels.of(Wish.PRINT),
          Wish.PRINT.option().id(),
          Buttons.Paint.quiet(colours));
      room = room.left(room.width() - width - sheet.gap());
    }
    Stack stack = new Stack(sheet, room.width(), Align.LEFT);
    stack.text(sheet.texts().get("balance.available"), sheet.body(), colours.quiet(), 0);
    hero(sheet, stack, page.available(), 1);
    stack.drawing(Math.max(1, sheet.edge()), 5, line -> sheet.canvas().fill(line, colours.rule()));
    stack.text(sheet.texts().get("balance.ledger"), sheet.body(), colours.quiet(), 5);
    stack.text(Amounts.figures(page.ledger()), sheet.heading(), colours.ink(), 1);
    stack.draw(room);
  }

  static void notice(Sheet sheet, Page.Notice page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    String key = "notice." + Texts.hyphened(page.kind());
    Stack stack = centred(sheet);
    icon(sheet, stack, iconOf(page.kind()));
    Optional<Money> amount = page.amount();
    amount.ifPresent(money -> hero(sheet, stack, money, 4));
    String text = texts.get(key + ".text");
    stack.text(text, sheet.heading(), colours.ink(), 5);
    sheet.say(text);
    switch (page.kind()) {
      case FOREIGN_LIMIT -> {
        String more = texts.get(key + ".more");
        stack.text(more, sheet.body(), colours.ink(), 3);
        sheet.say(more);
      }
      case CARD_RETAINED_FORGOTTEN,
          CARD_RETAINED_BY_BANK,
          BOOK_RETAINED_FORGOTTEN,
          BOOK_RETAINED_BY_BANK,
          BOOK_NOT_PRINTED,
          CASH_RETRACTED,
          SHORT_PAID,
          SUSPECTS_KEPT,
          DEPOSIT_DRAWN_IN ->
          contact(sheet, stack);
      case CALL_FIRST, COME_TOMORROW, GO_TO_COUNTER -> {
        String more = texts.get("welcome.fraud-phone");
        stack.text(more, sheet.body(), colours.ink(), 3);
        sheet.say(more);
      }
      case GOODBYE,
          OTHER_NOTES,
          RECEIPT_FAILED,
          SLIP_FAILED,
          TRANSFER_SLIP_FAILED,
          PIN_CHANGED,
          BOOK_UPDATED,
          BOOK_UP_TO_DATE,
          BOOK_FULL,
          BOOK_ROWS_LEFT,
          HELP,
          NO_OTHER_ACCOUNTS,
          NO_PENDING_TRANSFERS -> {}
    }
    stack.draw(panel(sheet));
  }

  private static Icon iconOf(Page.Notice.Kind kind) {
    return switch (kind) {
      case GOODBYE, PIN_CHANGED -> Icon.CHECK;
      case OTHER_NOTES -> Icon.SMALL_NOTES;
      case SHORT_PAID, CASH_RETRACTED, FOREIGN_LIMIT, DEPOSIT_DRAWN_IN -> Icon.CASH;
      case SUSPECTS_KEPT -> Icon.WARNING;
      case CARD_RETAINED_FORGOTTEN, CARD_RETAINED_BY_BANK -> Icon.CARD;
      case RECEIPT_FAILED, SLIP_FAILED, TRANSFER_SLIP_FAILED -> Icon.RECEIPT;
      case BOOK_UPDATED,
          BOOK_UP_TO_DATE,
          BOOK_FULL,
          BOOK_ROWS_LEFT,
          BOOK_NOT_PRINTED,
          BOOK_RETAINED_FORGOTTEN,
          BOOK_RETAINED_BY_BANK ->
          Icon.BOOK;
      case HELP -> Icon.HELP;
      case NO_OTHER_ACCOUNTS -> Icon.CARD;
      case NO_PENDING_TRANSFERS -> Icon.CLOCK;
      case CALL_FIRST -> Icon.PHONE;
      case COME_TOMORROW -> Icon.TOMORROW;
      case GO_TO_COUNTER -> Icon.COUNTER;
    };
  }

  /** What happened may be private: spoken are only the account's fate and no reason. */
  static void refusal(Sheet sheet, Page.Refusal page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    String key = "refusal." + Texts.hyphened(page.reason());
    Rect room = panel(sheet);
    Stack stack = new Stack(sheet, room.width(), Align.LEFT);
    stack.text(texts.get(key + ".what"), sheet.title(), colours.ink(), 0);

    String account = texts.of("refusal.account.", page.account());
    boolean safe =
        switch (page.account()) {
          case NOT_DEBITED,
              NOTHING_TAKEN,
              NOTES_COME_BACK,
              PIN_UNCHANGED,
              NOT_TRANSFERRED,
              UNCHANGED ->
              true;
          case GIVEN_BACK, BEING_CHECKED, PIN_UNKNOWN, TRANSFER_GIVEN_BACK, ASK_AGAIN -> false;
        };
    EntryPages.strip(
        sheet,
        stack,
        safe ? Icon.SHIELD : Icon.CLOCK,
        account,
        safe ? colours.calm() : colours.alert(),
        safe ? colours.onCalm() : colours.onAlert(),
        5);
    sheet.say(account);
    withIcon(sheet, stack, Icon.ARROW, texts.get(key + ".next"), sheet.bodyBold(), 6);
    withIcon(sheet, stack, Icon.PHONE, texts.get("common.phone"), sheet.body(), 3);
    int small = (int) Math.ceil(sheet.small().px() * sheet.sizes().lineSpacing());
    stack.draw(room.top(room.height() - small));
    if (!page.code().isEmpty()) {
      sheet.write(
          texts.get("refusal.code", "code", page.code()),
          sheet.small(),
          room.bottom(small),
          Align.RIGHT,
          colours.quiet());
    }
  }

  static void withIcon(Sheet sheet, Stack stack, Icon icon, String text, Type type, double before) {
    int mark = type.px();
    int aside = sheet.px(4);
    Paragraph words =
        sheet.fitted(text, type, stack.width() - mark - 2 * aside, sheet.screen().height());
    sheet.mirror(text);
    stack.drawing(
        words.height(),
        before,
        box -> {
          int y = box.y() + (words.lineHeight() - mark) / 2;
          icon.draw(
              sheet.canvas(), new Rect(box.x() + aside, y, mark, mark), sheet.colours().accent());
          sheet.draw(words, box.rightBy(mark + 2 * aside), Align.LEFT, sheet.colours().ink());
        });
  }

  static Stack centred(Sheet sheet) {
    return new Stack(sheet, sheet.content().width() - 2 * sheet.px(PADDING), Align.CENTRE);
  }

  static Rect panel(Sheet sheet) {
    Rect panel = sheet.content();
    sheet.panel(panel, sheet.colours().surface(), sheet.colours().rule());
    return panel.inset(sheet.px(PADDING), sheet.px(3));
  }

  static void icon(Sheet sheet, Stack stack, Icon icon) {
    icon(sheet, stack, icon, ICON);
  }

  /**
   * @param across millimetres
   */
  static void icon(Sheet sheet, Stack stack, Icon icon, double across) {
    Palette colours = sheet.colours();
    int size = sheet.px(across);
    stack.drawing(
        size,
        0,
        box -> {
          Rect disc = box.centred(size, size);
          sheet.canvas().round(disc, size / 2.0, colours.calm());
          icon.draw(sheet.canvas(), disc.inset(size * 27 / 100), colours.accent());
        });
  }

  /** An amount large, in figures and in Chinese words. */
  static void hero(Sheet sheet, Stack stack, Money amount, double before) {
    stack.text(Amounts.figures(amount), sheet.amount(), sheet.colours().ink(), before);
    if (sheet.texts().chinese()) {
      stack.text(Amounts.words(amount), sheet.body(), sheet.colours().ink(), 0);
    }
  }

  static void contact(Sheet sheet, Stack stack) {
    String phone = sheet.texts().get("common.phone");
    String machine = sheet.texts().get("common.machine");
    stack.text(phone + "    " + machine, sheet.body(), sheet.colours().quiet(), 5);
  }
}
