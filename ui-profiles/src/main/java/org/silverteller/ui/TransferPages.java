package org.silverteller.ui;

import java.util.List;
import org.silverteller.page.Option;
import org.silverteller.page.TransferPage;
import org.silverteller.ui.Sheet.Align;

/** The pages of a transfer, and of the questions that guard it. */
final class TransferPages {

  private static final int GROUP = 4;

  /** Where five lines stand below it, in millimetres. */
  private static final double SMALLER_ICON = 26;

  private TransferPages() {}

  static void draw(Sheet sheet, Labels labels, TransferPage page) {
    if (page instanceof TransferPage.TransferMenu || page instanceof TransferPage.OwnAccounts) {
      ChoicePages.tiles(sheet, labels, page.options(), "");
    } else if (page instanceof TransferPage.PendingTransfers) {
      int columns = page.options().size() > 2 ? 2 : 1;
      ChoicePages.tiles(sheet, labels, sheet.content(), page.options(), "", columns);
    } else if (page instanceof TransferPage.TransferWhen) {
      String more = labels.texts().get("transfer-when.more");
      sheet.say(more);
      ChoicePages.tiles(sheet, labels, page.options(), more);
    } else if (page instanceof TransferPage.AccountEntry entry) {
      account(sheet, entry);
    } else if (page instanceof TransferPage.TransferAmount amount) {
      amount(sheet, amount);
    } else if (page instanceof TransferPage.PayeeConfirm confirm) {
      confirm(sheet, labels, confirm);
    } else if (page instanceof TransferPage.CancelConfirm confirm) {
      cancel(sheet, confirm);
    } else if (page instanceof TransferPage.TransferDone done) {
      done(sheet, done);
    } else if (page instanceof TransferPage.GuardQuestion question) {
      String words = question.words().in(labels.texts().language());
      asking(sheet, labels, Icon.SHIELD, List.of(words), question.options());
    } else if (page instanceof TransferPage.Cooling cooling) {
      cooling(sheet, cooling);
    } else if (page instanceof TransferPage.Stopped stopped) {
      stopped(sheet, labels, stopped);
    }
  }

  private static void account(Sheet sheet, TransferPage.AccountEntry page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Rect left = EntryPages.besideKeypad(sheet);
    Stack stack = new Stack(sheet, left.width(), Align.LEFT);
    if (page.fault() != TransferPage.AccountEntry.Fault.NONE) {
      EntryPages.alert(sheet, stack, texts.of("account-entry.fault.", page.fault()));
    }
    String grouped = grouped(page.typed().digits());
    stack.drawing(
        sheet.px(sheet.sizes().amount() * 3.4),
        5,
        box -> {
          Rect field = EntryPages.field(sheet, box);
          Paragraph typed = sheet.fitted(grouped, sheet.title(), field.width(), field.height());
          Rect place = field.centred(field.width(), typed.height());
          sheet.draw(typed, place, Align.LEFT, colours.ink());
        });
    sheet.mirror(page.typed().toString());
    stack.text(texts.get("account-entry.check"), sheet.body(), colours.ink(), 4);
    String how = texts.get("account-entry.how");
    stack.text(how, sheet.bodyBold(), colours.ink(), 2);
    sheet.say(how);
    stack.draw(left);
  }

  private static String grouped(String digits) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      groups.append(i > 0 && i % GROUP == 0 ? " " : "").append(digits.charAt(i));
    }
    return groups.toString();
  }

  private static void amount(Sheet sheet, TransferPage.TransferAmount page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Rect left = EntryPages.besideKeypad(sheet);
    Stack stack = new Stack(sheet, left.width(), Align.LEFT);
    String limit = Amounts.figures(page.limit());
    if (page.tooMuch()) {
      EntryPages.alert(sheet, stack, texts.get("transfer-amount.too-much", "amount", limit));
    }
    EntryPages.typedAmount(sheet, stack, page.typed());
    if (!page.tooMuch()) {
      stack.text(
          texts.get("transfer-amount.limit", "amount", limit), sheet.body(), colours.ink(), 4);
    }
    String how = texts.get("amount-entry.how");
    stack.text(how, sheet.bodyBold(), colours.ink(), 2);
    sheet.say(how);
    stack.draw(left);
  }

  /**
   * What the rules of 2019 want in Chinese on every language's page stands there in Chinese, and
   * beside it in the customer's language (service rules 5.2).
   */
  private static void confirm(Sheet sheet, Labels labels, TransferPage.PayeeConfirm page) {
    Palette colours = sheet.colours();
    Rect room = TellingPages.panel(sheet);
    Stack stack = new Stack(sheet, room.width(), Align.LEFT);
    String when = page.later() ? "payee-confirm.later" : "payee-confirm.now";
    ConfirmPage.row(sheet, stack, both(labels, "payee-confirm.payee"), page.payee().shown(), 0);
    String tail = labels.chinese().get("account.tail", "count", page.tail());
    String account = page.typed().length() == 0 ? tail : grouped(page.typed().digits());
    ConfirmPage.row(sheet, stack, both(labels, "payee-confirm.account"), account, tail, 2);
    ConfirmPage.amountRow(
        sheet, stack, both(labels, "payee-confirm.amount"), page.amount(), labels.chinese());
    EntryPages.strip(
        sheet,
        stack,
        page.later() ? Icon.CLOCK : Icon.TRANSFER,
        both(labels, when),
        page.later() ? colours.calm() : colours.alert(),
        page.later() ? colours.onCalm() : colours.onAlert(),
        4);
    if (page.later()) {
      String more = labels.texts().get("payee-confirm.later-more");
      stack.text(more, sheet.body(), colours.ink(), 3);
      sheet.say(more);
    }
    stack.draw(room);
  }

  private static String both(Labels labels, String key) {
    String chinese = labels.chinese().get(key);
    return labels.texts().chinese() ? chinese : chinese + "  " + labels.texts().get(key);
  }

  private static void cancel(Sheet sheet, TransferPage.CancelConfirm page) {
    Texts texts = sheet.texts();
    Rect room = TellingPages.panel(sheet);
    Stack stack = new Stack(sheet, room.width(), Align.LEFT);
    ConfirmPage.row(sheet, stack, texts.get("payee-confirm.payee"), page.payee().shown(), 0);
    String tail = texts.get("account.tail", "count", page.tail());
    ConfirmPage.row(sheet, stack, texts.get("payee-confirm.account"), tail, 2);
    ConfirmPage.amountRow(sheet, stack, texts.get("payee-confirm.amount"), page.amount(), texts);
    String until = page.until().format(Labels.UNTIL);
    ConfirmPage.row(sheet, stack, texts.get("cancel-confirm.until"), until, 2);
    stack.draw(room);
  }

  private static void done(Sheet sheet, TransferPage.TransferDone page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Stack stack = TellingPages.centred(sheet);
    TellingPages.icon(sheet, stack, Icon.CHECK, SMALLER_ICON);
    TellingPages.hero(sheet, stack, page.amount(), 3);
    String payee = page.payee() + "  " + texts.get("account.tail", "count", page.tail());
    stack.text(payee, sheet.heading(), colours.ink(), 2);
    String text = texts.get("transfer-done." + Texts.hyphened(page.result()) + ".text");
    stack.text(text, sheet.bodyBold(), colours.ink(), 3);
    sheet.say(text);
    stack.text(
        texts.get("transfer-done.reference", "code", page.reference()),
        sheet.body(),
        colours.quiet(),
        3);
    stack.draw(TellingPages.panel(sheet));
  }

  /** Words in a panel above, what can be touched below. */
  private static void asking(
      Sheet sheet, Labels labels, Icon icon, List<String> words, List<Option> options) {
    Palette colours = sheet.colours();
    Rect room = sheet.content();
    int columns = options.size() == 3 || options.size() > 4 ? 3 : 2;
    int rows = (options.size() + columns - 1) / columns;
    int below = Math.min(room.height() * (rows > 1 ? 16 : 12) / 25, rows * sheet.px(62));
    Rect above = room.top(room.height() - below - sheet.gap());
    sheet.panel(above, colours.surface(), colours.rule());
    int inside = above.width() - 2 * sheet.px(6);
    Stack stack = new Stack(sheet, inside, Align.CENTRE);
    boolean roomy = above.height() > sheet.px(34) + 3 * sheet.heading().px() * words.size();
    if (roomy) {
      TellingPages.icon(sheet, stack, icon);
    }
    for (int i = 0; i < words.size(); i++) {
      stack.text(words.get(i), i == 0 ? sheet.heading() : sheet.body(), colours.ink(), 4);
      sheet.say(words.get(i));
    }
    stack.draw(above.inset(sheet.px(6), sheet.px(2)));
    ChoicePages.tiles(sheet, labels, room.bottom(below), options, "", columns);
  }

  private static void cooling(Sheet sheet, TransferPage.Cooling page) {
    Palette colours = sheet.colours();
    Texts texts = sheet.texts();
    Stack stack = TellingPages.centred(sheet);
    TellingPages.icon(sheet, stack, Icon.WARNING);
    String notice = page.notice().in(texts.language());
    stack.text(notice, sheet.heading(), colours.ink(), 6);
    sheet.say(notice);
    stack.text(
        texts.get("cooling.left", "count", page.secondsLeft()), sheet.body(), colours.quiet(), 5);
    stack.draw(TellingPages.panel(sheet));
  }

  private static void stopped(Sheet sheet, Labels labels, TransferPage.Stopped page) {
    Texts texts = sheet.texts();
    String text = texts.get("stopped." + Texts.hyphened(page.cause()) + ".text");
    String phone = texts.get("stopped.phone");
    if (!page.wishes().isEmpty()) {
      asking(sheet, labels, Icon.SHIELD, List.of(text, phone), page.options());
      return;
    }
    Stack stack = TellingPages.centred(sheet);
    TellingPages.icon(sheet, stack, Icon.SHIELD);
    stack.text(text, sheet.heading(), sheet.colours().ink(), 7);
    sheet.say(text);
    stack.text(phone, sheet.body(), sheet.colours().ink(), 5);
    sheet.say(phone);
    stack.draw(TellingPages.panel(sheet));
  }
}
