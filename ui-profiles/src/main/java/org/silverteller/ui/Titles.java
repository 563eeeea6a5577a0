package org.silverteller.ui;

import org.silverteller.page.AccountPage;
import org.silverteller.page.Page;
import org.silverteller.page.TransferPage;

/** The one instruction at the top of a page; never an amount or a name, for it is spoken. */
final class Titles {

  private Titles() {}

  static String of(Page page, Texts texts) {
    return page instanceof Page.TurnPage turn
        ? texts.get("turn-page.title", "page", turn.page())
        : texts.get(key(page));
  }

  private static String key(Page page) {
    if (page instanceof Page.Take take) {
      return "take." + Texts.hyphened(take.thing()) + "-" + Texts.hyphened(take.next());
    }
    if (page instanceof Page.Welcome welcome && welcome.books()) {
      return "welcome.title-with-books";
    }
    if (page instanceof AccountPage.PinChange change) {
      return "pin-change." + Texts.hyphened(change.step());
    }
    if (page instanceof Page.Question question) {
      return "question." + Texts.hyphened(question.asked()) + ".title";
    }
    if (page instanceof Page.Notice notice) {
      return "notice." + Texts.hyphened(notice.kind()) + ".title";
    }
    if (page instanceof TransferPage.TransferDone done) {
      return "transfer-done." + Texts.hyphened(done.result()) + ".title";
    }
    if (page instanceof TransferPage.Stopped stopped) {
      return "stopped." + Texts.hyphened(stopped.cause()) + ".title";
    }
    return page.kindName() + ".title";
  }
}
