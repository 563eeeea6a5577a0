package org.silverteller.session;

import java.util.Optional;

/** Prints into the passbook what is not in it yet (补登). */
final class PassbookUpdate implements Transaction {

  private final Desk desk;
  private final Bookholder holder;

  PassbookUpdate(Desk desk, Bookholder holder) {
    this.desk = desk;
    this.holder = holder;
  }

  @Override
  public Next run() {
    BookPrinting.Result result = new BookPrinting(desk, holder).print();
    Optional<Authorisation.Verdict> refusal = result.refusal();
    if (refusal.isPresent()) {
      Next next = desk.refuse(refusal.get(), holder);
      return next == Next.MENU ? Next.RETURN_CARD : next;
    }
    result.page().ifPresent(desk.dialogue()::tellAwhile);
    return switch (result.where()) {
      case OPEN, NOT_OPEN -> Next.RETURN_CARD;
      case AWAY, KEPT -> Next.GOODBYE;
    };
  }
}
