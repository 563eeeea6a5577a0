package org.silverteller.ui;

import org.silverteller.page.Page;

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
    if (page instanceof Page.Question question) {
      return "question." + Texts.hyphened(question.asked()) + ".title";
    }
    if (page instanceof Page.Notice notice) {
      return "notice." + Texts.hyphened(notice.kind()) + ".title";
    }
    return page.kindName() + ".title";
  }
}
