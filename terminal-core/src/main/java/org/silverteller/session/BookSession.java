package org.silverteller.session;

import java.util.Optional;
import org.silverteller.card.BookIdentity;
import org.silverteller.device.CardReader;
import org.silverteller.device.PassbookUnit;
import org.silverteller.host.Access;
import org.silverteller.host.Details;
import org.silverteller.host.Service;
import org.silverteller.money.Money;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Busy.Work;
import org.silverteller.page.Page.Notice.Kind;
import org.silverteller.page.Page.Refusal.Account;
import org.silverteller.page.Page.Refusal.Reason;
import org.silverteller.page.Page.Take;

/** The conversation with one customer, from the passbook in the slot to the book out of it. */
public final class BookSession {

  private final Desk desk;
  private final Dialogue dialogue;
  private final PassbookUnit unit;
  private final Conversation conversation;

  /**
   * @throws java.util.NoSuchElementException when no passbook unit is fitted
   */
  public BookSession(Desk desk) {
    this.desk = desk;
    this.dialogue = desk.dialogue();
    this.unit = desk.hardware().passbookUnit().orElseThrow();
    this.conversation = new Conversation(desk);
  }

  /**
   * Serves the customer whose book has just come in; its slot takes no other meanwhile. When it
   * returns the book is out, kept, or journaled as stuck.
   */
  public void run() {
    dialogue.tell(new Page.Busy(Work.READING_BOOK));
    Optional<BookIdentity> identity =
        new BookStripes(unit, desk.rules().books(), desk.ledger()).read();
    if (identity.isPresent()) {
      serve(new Access.Book(identity.get().account(), identity.get().voucher()));
    } else {
      unreadable();
    }
    conversation.end();
  }

  private void serve(Access.Book access) {
    desk.ledger().journal("BOOK INSERTED  ACCOUNT " + access.account().masked());
    Bookholder anybody = new Bookholder(access, Optional.empty(), false);
    if (desk.profiles().fit(anybody)) {
      dialogue.tellFor(new Page.Busy(Work.OPENING_BIG_PRINT), Conversation.GREETING);
    }
    checked(anybody).ifPresent(holder -> conversation.serve(holder, () -> welcome(holder)));
  }

  private void welcome(Bookholder holder) throws Cancelled {
    dialogue.openKeys();
    if (holder.full()) {
      dialogue.tellAwhile(new Page.Notice(Kind.BOOK_FULL, Optional.empty()));
    }
    desk.pin().ask(holder.account(), Optional.empty());
    desk.ledger().journal("PIN ENTERED");
  }

  /** What the bank says of the book; empty when it is not served, and then it is out or kept. */
  private Optional<Bookholder> checked(Bookholder book) {
    try {
      Authorisation.Verdict verdict =
          desk.authorisation().ask(Service.BOOK_CHECK, book, Money.ZERO);
      if (verdict instanceof Authorisation.Verdict.Granted granted) {
        desk.ledger().answered(granted.record(), granted.reply());
        return standing(book, granted.reply().details());
      }
      if (desk.refuse(verdict, book) != Transaction.Next.GOODBYE) {
        desk.giveBack(book, Take.Next.NOTHING);
      }
    } catch (Cancelled cancelled) {
      desk.ledger().journal("CANCELLED BY " + cancelled.reason().name().replace('_', ' '));
      desk.giveBack(book, Take.Next.NOTHING);
    }
    return Optional.empty();
  }

  private Optional<Bookholder> standing(Bookholder book, Details details) {
    if (!(details instanceof Details.BookState state)) {
      String why = details instanceof Details.Unreadable unreadable ? unreadable.why() : "nothing";
      desk.ledger().journal("BOOK STATE UNREADABLE: " + why);
      dialogue.tellAwhile(new Page.Refusal(Reason.BOOK_NOT_ACCEPTED, Account.NOT_DEBITED, ""));
      desk.giveBack(book, Take.Next.NOTHING);
      return Optional.empty();
    }
    Optional<BookLayout> layout = desk.rules().books().layout(state.layout());
    if (layout.isEmpty()) {
      desk.ledger().journal("BOOK LAYOUT '" + state.layout() + "' UNKNOWN, NOT PRINTED");
    }
    return Optional.of(new Bookholder(book.access(), layout, state.full()));
  }

  /** A book that cannot be read goes back at once. */
  private void unreadable() {
    dialogue.tellAwhile(new Page.Refusal(Reason.BOOK_UNREADABLE, Account.NOT_DEBITED, ""));
    if (unit.media() == CardReader.Media.INSIDE) {
      desk.bookReturn().giveBack("UNREADABLE", Take.Next.NOTHING);
    }
  }
}
